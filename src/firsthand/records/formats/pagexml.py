"""PAGE XML (2019-07-15 and older): lines of a page in reading order, with regions and rival readings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.markup.transcribed import (
    Written,
    joined,
    manner,
    mean,
    number,
    region,
    share,
    sized,
    woven,
)
from firsthand.records.markup.tree import Element, Piece, plain, rooted, xml

NAME = "page-xml"

TAG = re.compile(r"([\w-]+)\s*\{([^{}]*)\}")
PROPERTY = re.compile(r"([\w-]+)\s*:\s*([^;]*);?")
REACH = 2000  # characters beyond the last word in which the next is looked for: no line is longer
MARKED = {
    "unclear": MarkKind.UNCLEAR,
    "gap": MarkKind.GAP,
    "add": MarkKind.INSERTED,
    "addition": MarkKind.INSERTED,
    "strike": MarkKind.STRUCK,
    "deleted": MarkKind.STRUCK,
    "del": MarkKind.STRUCK,
}


def claims(head: bytes, filename: str) -> float:
    """By its root element."""
    return float(rooted(head, "PcGts"))


def read(data: bytes) -> tuple[Document, ...]:
    """One Document, a primary record unless case.toml says otherwise. Unreadable: damaged, or no words."""
    source, root = xml(data)
    page = root.first("Page")
    if page is None:
        raise Unreadable("is PAGE XML without a page")
    image = page.get("imageFilename")
    text, offsets, lines = woven(source, _written(page, image))
    if not lines:
        raise Unreadable("is PAGE XML without a single word", do="Export it after the lines are transcribed")
    about = root.first("Metadata") or Element("")
    program = _said(about, "Creator")
    people = [item.get("value") for item in about.children("MetadataItem") if item.get("type") == "author"]
    by = ", ".join(name for name in people if name) or program
    return (
        Document(
            text=text,
            title=f"Page {image}" if image else "",
            kind="transcription",
            by=by,
            made=_said(about, "LastChange") or _said(about, "Created"),
            manner=manner(by),
            lines=lines,
            offsets=offsets,
            extra=sized(image, page.get("imageWidth"), page.get("imageHeight"))
            | ({"program": program} if program != by else {}),
        ),
    )


def _said(about: Element, name: str) -> str:
    found = about.first(name)
    return found.text() if found else ""


def _written(page: Element, image: str) -> Iterator[Written]:
    for block in _ordered(page):
        apart = True
        for line in _in_order(list(block.children("TextLine"))):
            yield _line(line, image, apart)
            apart = False


def _ordered(page: Element) -> list[Element]:
    """Every region with lines of its own: those that the reading order names first, in its order."""
    order = page.first("ReadingOrder")
    place = {ref: n for n, ref in enumerate(_references(order))} if order else {}
    blocks: list[tuple[float, Element]] = []
    _gather(page, place, inf, blocks)
    return [block for _, block in sorted(blocks, key=lambda pair: pair[0])]


def _gather(
    inside: Element, place: dict[str, int], above: float, blocks: list[tuple[float, Element]]
) -> None:
    """Regions in regions come with the one they lie in, unless they have a place of their own."""
    for each in inside.children():
        if each.name.endswith(("Region", "TableCell")):
            at = place.get(each.get("id"), above)
            blocks.append((at, each))
            _gather(each, place, at, blocks)


def _references(group: Element) -> Iterator[str]:
    """The regions that a group of the reading order names, in its order."""
    if ref := group.get("regionRef"):
        yield ref
    inner = list(group.children())
    if all(each.get("index") for each in inner):
        inner.sort(key=lambda each: number(each.get("index")) or 0)
    for each in inner:
        yield from _references(each)


def _in_order(lines: list[Element]) -> list[Element]:
    indexes = [_index(line) for line in lines]
    if None in indexes:
        return lines
    return [line for _, line in sorted(zip(indexes, lines, strict=True), key=lambda pair: pair[0] or 0)]


def _index(line: Element) -> float | None:
    said = [said for name, said in _tags(line) if name == "readingOrder"]
    return number(said[0].get("index", "")) if said else None


def _line(line: Element, image: str, apart: bool) -> Written:
    readings = _readings(line)
    words = list(line.children("Word"))
    if readings:
        confidence, pieces = readings[0]
        spans = _found(plain(pieces), words)
    else:
        readings_of = [_readings(word) for word in words]
        words = [word for word, read in zip(words, readings_of, strict=True) if read]
        pieces, places = joined([read[0][1] for read in readings_of if read])
        spans = list(zip(words, places, strict=True))
        confidence = mean(read[0][0] for read in readings_of if read)
    whole = Span(0, len(plain(pieces)))
    marks = [*_marks(line, whole), *_rivals(readings, whole), *(m for w, s in spans for m in _word(w, s))]
    return Written(pieces, line.get("id"), _region(line, image), confidence, tuple(marks), apart)


def _readings(of: Element) -> list[tuple[float | None, tuple[Piece, ...]]]:
    """The readings of a line or word with their confidences, that of the lowest index first."""
    found = []
    for place, each in enumerate(of.children("TextEquiv")):
        words = next(each.children("Unicode"), None) or next(each.children("PlainText"), None)
        if words and words.text():
            index = number(each.get("index"))
            found.append(((place if index is None else index), place, share(each.get("conf")), words.words()))
    return [(confidence, words) for _, _, confidence, words in sorted(found, key=lambda each: each[:2])]


def _rivals(readings: Sequence[tuple[float | None, tuple[Piece, ...]]], span: Span) -> Iterator[Mark]:
    for confidence, words in readings[1:]:
        yield Mark(MarkKind.ALTERNATIVE, span, plain(words).strip(), confidence)


def _found(text: str, words: Sequence[Element]) -> list[tuple[Element, Span]]:
    """Where the words of a line stand in its text, as far as they can be found one after the other."""
    spans, at = [], 0
    for word in words:
        readings = _readings(word)
        written = plain(readings[0][1]).strip() if readings else ""
        start = text.find(written, at, at + REACH + len(written)) if written else -1
        if start >= 0:
            at = start + len(written)
            spans.append((word, Span(start, at)))
    return spans


def _word(word: Element, span: Span) -> Iterator[Mark]:
    yield from _rivals(_readings(word), span)
    if _struck(word):
        yield Mark(MarkKind.STRUCK, span)


def _struck(of: Element) -> bool:
    return any(style.get("strikethrough") in ("true", "1") for style in of.children("TextStyle"))


def _marks(line: Element, whole: Span) -> Iterator[Mark]:
    """What ``custom`` says of some characters: unclear {offset:3; length:2;}, and of the style of all."""
    if _struck(line):
        yield Mark(MarkKind.STRUCK, whole)
    for name, said in _tags(line):
        struck = name == "textStyle" and said.get("strikethrough") == "true"
        kind = MarkKind.STRUCK if struck else MARKED.get(name)
        start, length = number(said.get("offset", "")), number(said.get("length", ""))
        if kind and start is not None and length is not None and 0 <= start <= whole.end and length >= 0:
            yield Mark(kind, Span(int(start), min(int(start + length), whole.end)))
            if other := said.get("alternative"):
                yield Mark(MarkKind.ALTERNATIVE, Span(int(start), min(int(start + length), whole.end)), other)


def _tags(line: Element) -> list[tuple[str, dict[str, str]]]:
    return [
        (name, {key: value.strip() for key, value in PROPERTY.findall(said)})
        for name, said in TAG.findall(line.get("custom"))
    ]


def _region(line: Element, image: str) -> Region | None:
    """The rectangle around the outline of a line: ``points``, or Point elements before 2013."""
    outline = next(line.children("Coords"), None)
    if outline is None:
        return None
    pairs = [pair.split(",") for pair in outline.get("points").split()]
    pairs += [[point.get("x"), point.get("y")] for point in outline.children("Point")]
    points = [(number(pair[0]), number(pair[1])) for pair in pairs if len(pair) == 2]
    xs = [x for x, y in points if x is not None and y is not None]
    ys = [y for x, y in points if x is not None and y is not None]
    return region(image, min(xs), min(ys), max(xs), max(ys)) if xs else None
