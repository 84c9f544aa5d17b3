"""Web pages saved in one file (MHTML, RFC 2557): the page, where it stood, when it was saved."""

from __future__ import annotations

import re

from firsthand.dates import iso
from firsthand.errors import Unreadable
from firsthand.records.document import Member, Part
from firsthand.records.formats.eml import header, payload, taken_apart
from firsthand.records.markup.stating import web_address

NAME = "mhtml"
SAVED = re.compile(rb"^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
TOGETHER = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
ENDINGS = (".mhtml", ".mht")
PAGES = ("text/html", "application/xhtml+xml")


def claims(head: bytes, filename: str) -> float:
    """By the header that Chromium writes, or by name where it is several parts that belong together."""
    if SAVED.search(head.replace(b"\r", b"")):
        return 1.0
    return 0.97 * bool(filename.lower().endswith(ENDINGS) and TOGETHER.search(head.replace(b"\r", b"")))


def read(data: bytes) -> tuple[Part, ...]:
    """A Member, the page; what it shows (pictures, styles) stays in the file.

    Raises Unreadable for bytes in which there is no page.
    """
    message, pieces = taken_apart(data)
    page = next((each for each in pieces if each.kind in PAGES and payload(each.message).strip()), None)
    if page is None:
        raise Unreadable("is a saved web page without the page", do="Save it from the browser again")
    told = {
        "url": web_address(
            header(message, "snapshot-content-location") or header(page.message, "content-location")
        ),
        "captured": iso(header(message, "date")),
        "charset": page.charset,
    }
    return (
        Member(
            f"part {page.number}", "page.html", payload(page.message), {k: v for k, v in told.items() if v}
        ),
    )
