"""ALTO 2 to 4: lines of pages as a program read them, with regions, confidences and rival readings."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region
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
from firsthand.records.markup.tree import Element, Piece, rooted, xml

NAME = "alto"

EDGES = ("HPOS", "VPOS", "WIDTH", "HEIGHT")


def claims(head: bytes, filename: str) -> float:
    """By its root element."""
    return float(rooted(head, "alto"))


def read(data: bytes) -> tuple[Document, ...]:
    """One Document, a primary record unless case.toml says otherwise. Unreadable: damaged, or no words.

    Pages of a file with several are told apart by the ``leaf`` of their regions.
    """
    source, root = xml(data)
    pages = [each for each in root.walk(lambda each: each.name == "Page") if each.name == "Page"]
    image = _text(root, "fileName").replace("\\", "/").rpartition("/")[2]
    text, offsets, lines = woven(source, _written(root, pages, image))
    if not lines:
        raise Unreadable("is ALTO without a single word", do="Export it after its lines are transcribed")
    by = " ".join(each for each in (_text(root, "softwareName"), _text(root, "softwareVersion")) if each)
    size = (pages[0].get("WIDTH"), pages[0].get("HEIGHT")) if len(pages) == 1 else ("", "")
    return (
        Document(
            text=text,
            title=f"Page {image}" if image else "",
            kind="transcription",
            by=by,
            made=_text(root, "processingDateTime"),
            manner="machine" if by and root.first("OCRProcessing") else manner(by),
            lines=lines,
            offsets=offsets,
            extra=sized(image, *size),
        ),
    )


def _text(root: Element, name: str) -> str:
    found = root.first(name)
    return found.text() if found else ""


def _written(root: Element, pages: list[Element], image: str) -> Iterator[Written]:
    order = root.first("ReadingOrder")
    named = order.inside("ElementRef") if order else ()
    place = {each.get("REF"): n for n, each in enumerate(named)}
    for leaf, page in enumerate(pages, 1):
        blocks = list(page.inside("TextBlock"))
        for block in sorted(blocks, key=lambda each: place.get(each.get("ID"), len(place))):
            apart = True
            for line in block.children("TextLine"):
                yield _line(line, image, leaf if len(pages) > 1 else 0, apart)
                apart = False


def _line(line: Element, image: str, leaf: int, apart: bool) -> Written:
    strings = [each for each in line.children("String") if each.get("CONTENT")]
    hyphen = next(line.children("HYP"), None)
    words: list[tuple[Piece, ...]] = [each.attributes["CONTENT"] for each in strings]
    if words and hyphen is not None and "CONTENT" in hyphen.attributes:
        words[-1] += hyphen.attributes["CONTENT"]
    pieces, spans = joined(words)
    marks = tuple(
        Mark(MarkKind.ALTERNATIVE, span, other.text())
        for each, span in zip(strings, spans, strict=True)
        for other in each.children("ALTERNATIVE")
        if other.text()
    )
    confidence = mean(share(each.get("WC")) for each in strings)
    return Written(pieces, line.get("ID"), _region(line, image, leaf), confidence, marks, apart)


def _region(line: Element, image: str, leaf: int) -> Region | None:
    x, y, width, height = (number(line.get(edge)) for edge in EDGES)
    if x is None or y is None or width is None or height is None:
        return None
    return region(image, x, y, x + width, y + height, leaf)
