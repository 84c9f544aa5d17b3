"""The text of a mail, whose parts are plain text or HTML, one after another."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from codecs import BOM_UTF16_LE
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from firsthand.model import Link, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.formats.plain import links
from firsthand.records.markup.richtext import wording
from firsthand.records.markup.scanning import scan
from firsthand.records.offsets import Decoded, OffsetMap, Weave

GAP = "\n\n"
DATED = "the date that the mail states"
WIDE = "utf-16-le"
CODEPAGES = {65001: "utf-8", 20866: "koi8-r", 21866: "koi8-u"}
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


class Content(NamedTuple):
    """The bytes of a part of a mail, their encoding as stated ("" if it is not), and whether it is HTML."""

    data: bytes
    charset: str = ""
    html: bool = False


class Body(NamedTuple):
    """The text of a mail. Its offsets count in the bytes of its parts, one after another."""

    text: str
    offsets: OffsetMap
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()


def body(contents: list[Content]) -> Body:
    """All that is seen of the parts, an empty line between two. Raises Unreadable for bytes of no encoding.

    Nothing is taken for navigation, as on a web page: a letter is short, and all of it was sent.
    """
    weave = Weave()
    found: list[Link] = []
    notes: list[str] = []
    base = 0
    for each in contents:
        decoded = _decoded(each)
        source = Decoded(decoded.text.replace("\0", "\ufffd"), decoded.offsets.moved(base))
        notes += decoded.notes
        found += (_html if each.html else _plain)(weave, source)
        base += len(each.data)
    return Body(*weave.finish(), tuple(found), tuple(dict.fromkeys(notes)))


def letter(
    said: Body,
    *,
    subject: str,
    sender: str,
    address: str,
    sent: str,
    kept: dict[str, str],
    inside: str,
    part: str = "",
) -> Document:
    """A letter as Outlook keeps it: from whom, when, and what else of its head is ``kept``."""
    head = {"from": f"{sender} <{address}>" if address else sender} | kept
    return Document(
        text=said.text,
        part=part,
        title=subject,
        byline=sender or address,
        published=sent,
        dated_by=DATED if sent else "",
        links=said.links,
        extra={key: value for key, value in head.items() if value},
        notes=said.notes,
        offsets=said.offsets,
        inside=inside,
    )


def rich(data: bytes) -> Body:
    """The text of a letter in RTF, also of one that holds HTML: beside its tags stands what they show."""
    said = wording(data)
    return Body(said.text, said.offsets, said.links)


def codepage(number: int) -> str:
    """The encoding that Windows calls by this number; that of the West where there is none such."""
    try:
        return codecs.lookup(CODEPAGES.get(number, f"cp{number}")).name
    except LookupError:
        return "cp1252"


def moment(ticks: int) -> str:
    """A time as Windows counts it, in ten millionths of a second since 1601; "" for none, or none such."""
    try:
        return (EPOCH + timedelta(microseconds=ticks // 10)).isoformat(timespec="seconds") if ticks else ""
    except OverflowError:
        return ""


def _decoded(content: Content) -> Decoded:
    if content.charset != WIDE:
        return decode(content.data, content.charset)
    # Stated and certain: a mark of the order of bytes keeps it from being worked out anew.
    marked = decode(BOM_UTF16_LE + content.data)
    return replace(marked, offsets=marked.offsets.moved(-len(BOM_UTF16_LE)))


def _plain(weave: Weave, source: Decoded) -> list[Link]:
    text = source.text.rstrip()
    start = len(text) - len(text.lstrip("\r\n"))
    if start == len(text):
        return []
    at = _apart(weave)
    weave.copy(source, start, len(text))
    return [_moved(link, at) for link in links(text[start:])]


def _html(weave: Weave, source: Decoded) -> list[Link]:
    page = scan(source)
    found = []
    places = []
    for block in page.blocks:
        places.append((*block.span, _apart(weave)))
        page.copy(weave, block.span)
    for span, url in page.links:
        before = bisect_right(places, span.start, key=lambda place: place[0])
        start, end, at = places[before - 1] if before else (0, 0, 0)
        words = page.seen.text[slice(*span)]
        bare = Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
        inside = start <= span.start < span.end <= end
        if inside and words.strip() and url.startswith(("https://", "http://")):
            found.append(_moved(Link(bare, url), at - start))
    return found


def _apart(weave: Weave) -> int:
    if weave.length:
        weave.make(GAP)
    return weave.length


def _moved(link: Link, by: int) -> Link:
    return replace(link, span=Span(link.span.start + by, link.span.end + by))
