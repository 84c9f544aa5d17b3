"""Web archives (WARC 1.0 and 1.1, plain or gzip): every page and document in them is taken out."""

from __future__ import annotations

from firsthand.errors import Unreadable
from firsthand.records.document import Member, Part
from firsthand.records.webarchive.captures import captures
from firsthand.records.webarchive.framing import begins, frames
from firsthand.records.webarchive.pages import pages

NAME = "warc"

# A crawl of ten thousand pages; what is in it is taken out in memory.
LIMIT = 256 * 1024 * 1024


def claims(head: bytes, filename: str) -> float:
    """By its first bytes; by the name where these are damaged."""
    if begins(head):
        return 1.0
    return 0.6 * filename.lower().endswith((".warc", ".warc.gz"))


def read(data: bytes) -> tuple[Part, ...]:
    """A Member for each page and document, an Unread for each damaged record and one for all that was
    passed over. Raises Unreadable for a file in which there is no record at all.
    """
    held = captures(frames(data))
    found = pages(held)
    if not held.found and not any(isinstance(part, Member) for part in found):
        if held.unread:
            first = held.unread[0]
            what = f"holds no page that can be read: {first.part} {first.what}"
            raise Unreadable(what, do="Capture the pages again")
        raise Unreadable("is a web archive without any page in it", do="Capture the pages again")
    return found
