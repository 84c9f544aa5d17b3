"""Web pages: the article, what the page says of itself, links, and the way back to the bytes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from firsthand.errors import Unreadable
from firsthand.model import Link, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document, Unread
from firsthand.records.formats.plain import refuse_binary
from firsthand.records.markup.choosing import SOUGHT, Chosen, choose
from firsthand.records.markup.scanning import Page, scan
from firsthand.records.markup.stating import Stated, base, stated, web_address
from firsthand.records.offsets import OffsetMap, Weave

NAME = "html"

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
ANYWHERE = re.compile(rb"<(?:html|head|body|meta|title|article|div|p)\b[^<>]{0,500}>", re.I)
CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)


def claims(head: bytes, filename: str) -> float:
    """By its beginning, whatever the name; by the name; by a few tags."""
    plain = (
        head.replace(b"\0", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
    if START.match(plain):
        return 0.95
    if filename.lower().endswith(SUFFIXES):
        return 0.9
    return 0.5 if plain.lstrip().startswith(b"<") and len(ANYWHERE.findall(plain)) >= 2 else 0.0


def read(data: bytes, charset: str = "") -> tuple[Document | Unread, ...]:
    """One Document: the article's paragraphs, an empty line between two. Raises Unreadable if no text.

    ``charset`` is the encoding that its server stated, which holds over that of the page (HTML 13.2.3.2).
    """
    refuse_binary(data)
    declared = CHARSET.search(data[:4096])
    source = decode(data, charset, declared[1].decode("ascii") if declared else "")
    page = scan(source)
    if not page.blocks:
        raise Unreadable(
            "is a page without any visible text", do="Save the page after it has loaded, then add that"
        )
    said = stated(page)
    chosen = choose(page, source.text, [each for each in SOUGHT if not getattr(said, each)])
    woven = _woven(page, _untitled(page, chosen, said.title), base(page, said.url))
    notes = (*source.notes, *page.notes, *chosen.notes)
    return (_document(said, chosen, woven, notes),)


def _document(
    said: Stated, chosen: Chosen, woven: tuple[str, OffsetMap, tuple[Link, ...]], notes: tuple[str, ...]
) -> Document:
    text, offsets, links = woven
    return Document(
        text=text,
        title=said.title or chosen.title,
        outlet=said.outlet or chosen.outlet,
        byline=said.byline or chosen.byline,
        published=said.published or chosen.published,
        dated_by=said.dated_by or ("a date on the page, found by htmldate" if chosen.published else ""),
        language=said.language,
        url=said.url,
        links=links,
        extra={"modified": said.modified} if said.modified else {},
        notes=notes,
        offsets=offsets,
    )


def _untitled(page: Page, chosen: Chosen, title: str) -> Chosen:
    """Without a first paragraph that is the title, which has a place of its own."""
    first = chosen.paragraphs[0]
    words = first if isinstance(first, str) else page.seen.text[first.start : first.end]
    rest = chosen.paragraphs[1:]
    return replace(chosen, paragraphs=rest) if rest and words == title else chosen


def _woven(page: Page, chosen: Chosen, start: str) -> tuple[str, OffsetMap, tuple[Link, ...]]:
    weave = Weave()
    links: list[Link] = []
    for number, paragraph in enumerate(chosen.paragraphs):
        if number:
            weave.make("\n\n")
        if isinstance(paragraph, str):
            weave.make(paragraph)
        else:
            links += _links(page, paragraph, weave.length, start)
            page.copy(weave, paragraph)
    return *weave.finish(), tuple(links)


def _links(page: Page, paragraph: Span, at: int, start: str) -> list[Link]:
    """The links inside a paragraph that is written at ``at``."""
    found = []
    for span, written in page.links[bisect_left(page.links, paragraph.start, key=lambda link: link[0].end) :]:
        if span.start >= paragraph.end:
            break
        low, high = max(span.start, paragraph.start), min(span.end, paragraph.end)
        words = page.seen.text[low:high]
        low, high = low + len(words) - len(words.lstrip()), high - len(words) + len(words.rstrip())
        if low < high and (url := web_address(written, start)):
            found.append(Link(Span(low - paragraph.start + at, high - paragraph.start + at), url))
    return found
