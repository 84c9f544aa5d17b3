"""What was captured when: the answers in a WARC, and what their requests say of them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from firsthand.errors import Unreadable
from firsthand.records.document import Unread
from firsthand.records.webarchive.framing import Framed
from firsthand.records.webarchive.http import Answer, answer, headers

WEB = ("http://", "https://")
DIGESTS = ("md5", "sha1", "sha256", "sha512")


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer: where it stands in the file, its address, the time of capture as written."""

    framed: Framed
    url: str
    captured: str
    answer: Answer
    id: str = ""
    altered: bool = False


@dataclass(slots=True)
class Captures:
    """Everything captured, in order; ``purpose`` is what a browser wanted an address for ("image"),
    ``unread`` what could not be read, ``absent`` how many repeat a capture that is not in the file.
    """

    found: list[Capture] = field(default_factory=list)
    purpose: dict[str, str] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    absent: int = 0

    def origins(self) -> dict[str, dict[str, None]]:
        """For every address the addresses that led to it, in order."""
        origins: dict[str, dict[str, None]] = {}
        for each in self.found:
            if 300 <= each.answer.status < 400 and "location" in each.answer.fields:
                origins.setdefault(target(each), {})[each.url] = None
        return origins


def target(capture: Capture) -> str:
    """Where a redirect leads; "" for an address that is none."""
    try:
        joined = urldefrag(urljoin(capture.url, capture.answer.fields.get("location", "")))[0]
        at = urlsplit(joined)
        return quote(urlunsplit(at._replace(path=at.path or "/")), safe="%/:?#[]@!$&'()*+,;=~-._")
    except ValueError:
        return ""


def captures(framed: Iterable[Framed | Unread]) -> Captures:
    """The answers among the records of a WARC; a repeat ("revisit") has the body of what it repeats."""
    held = Captures()
    repeats: list[Framed] = []
    for each in framed:
        if isinstance(each, Unread):
            held.unread.append(each)
        elif each.fields.get("warc-type", "").lower() == "revisit":
            repeats.append(each)
        elif address(each).startswith(WEB):
            _take(held, each)
        elif not address(each) and each.fields.get("warc-type", "").lower() == "response":
            held.unread.append(Unread(each.part, "names no address that it answers for"))
    _repeated(held, repeats)
    held.found.sort(key=lambda capture: (capture.framed.within, capture.framed.number))
    return held


def address(framed: Framed) -> str:
    """The address that a record is about, without a fragment ("" for one that is none).

    Some programs write it in angle brackets.
    """
    url = framed.fields.get("warc-target-uri", "").strip("<> ")
    try:
        url = urldefrag("".join(char for char in url if char.isprintable()))[0]
        urlsplit(url)  # raises for what is none, such as "http://["
        return url
    except ValueError:
        return ""


def _take(held: Captures, framed: Framed) -> None:
    kind = framed.fields.get("warc-type", "").lower()
    if kind == "request":
        if purpose := headers(framed.block).get("sec-fetch-dest"):
            held.purpose[framed.fields.get("warc-concurrent-to", "") or address(framed)] = purpose
    elif kind in ("response", "resource"):
        try:
            held.found.append(_capture(framed, _answer(framed, kind)))
        except Unreadable as why:
            held.unread.append(Unread(framed.part, f"the response of {address(framed)} {why.what}"))


def _answer(framed: Framed, kind: str) -> Answer:
    if kind == "response":
        for sign, what in (
            ("warc-truncated", "was cut off when it was captured"),
            ("warc-segment-number", ""),
        ):
            if sign in framed.fields:
                raise Unreadable(what or "is spread over several records, which this release does not join")
        return answer(framed.block)
    return Answer(200, {"content-type": framed.fields.get("content-type", "")}, framed.block)


def _capture(framed: Framed, given: Answer) -> Capture:
    return Capture(
        framed,
        address(framed),
        "".join(char for char in framed.fields.get("warc-date", "")[:40] if char.isprintable()),
        given,
        framed.fields.get("warc-record-id", ""),
        not _as_written(framed),
    )


def _as_written(framed: Framed) -> bool:
    """Whether the block has the digest that was written when it was captured, as far as one was."""
    name, _, said = framed.fields.get("warc-block-digest", "").partition(":")
    if name.lower().replace("-", "") not in DIGESTS:
        return True
    digest = hashlib.new(name.lower().replace("-", ""), framed.block, usedforsecurity=False).digest()
    return said.strip().lower() in (digest.hex(), base64.b32encode(digest).decode().lower())


def _repeated(held: Captures, repeats: Iterable[Framed]) -> None:
    first: dict[str, Capture] = {}
    for each in held.found:
        if digest := each.framed.fields.get("warc-payload-digest"):
            first.setdefault(digest, each)
    for framed in repeats:
        meant = first.get(framed.fields.get("warc-payload-digest", ""))
        if meant is None or not address(framed).startswith(WEB):
            held.absent += 1
        else:
            own = _capture(framed, meant.answer)
            held.found.append(replace(own, altered=own.altered or meant.altered))
