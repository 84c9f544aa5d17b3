"""Lines as files of transcriptions give them → the text of a Document and its Lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.model import Line, Mark, Region, Span
from firsthand.records.markup.tree import Piece, plain, weave_in
from firsthand.records.offsets import Decoded, OffsetMap, Weave

# Programs that read pages by themselves; who only draws lines and types is a person with a tool.
ENGINES = re.compile(
    r"tesseract|kraken|ocropus|ocropy|ocr|calamari|abbyy|finereader|pylaia|\bhtr|loghi|trocr|easyocr|doctr"
    r"|textract|vision|readcoop|read-coop|model",
    re.IGNORECASE,
)
SIZE = "size of "  # in ``extra``, before the name of a picture: the width and height that regions count in
LARGEST = 1 << 31  # pixels: no picture is wider


@dataclass(frozen=True, slots=True)
class Written:
    """A line as a file gives it; the spans of ``marks`` count in the text of its ``pieces``.

    ``apart``: it begins a region or a paragraph of its own.
    """

    pieces: tuple[Piece, ...]
    name: str = ""
    region: Region | None = None
    confidence: float | None = None
    marks: tuple[Mark, ...] = ()
    apart: bool = False
    hand: str = ""


def woven(source: Decoded, written: Iterable[Written]) -> tuple[str, OffsetMap, tuple[Line, ...]]:
    """The text, the way back and the numbered lines; lines without words are passed over."""
    weave = Weave()
    lines: list[Line] = []
    apart = False
    for each in written:
        apart = apart or each.apart
        text = plain(each.pieces)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if start >= end:
            continue
        if lines:
            weave.make("\n\n" if apart else "\n")
        at, apart = weave.length, False
        weave_in(weave, source, each.pieces, start, end)
        marks = tuple(_moved(each.marks, at - start, at, weave.length))
        span = Span(at, weave.length)
        nth = len(lines) + 1
        lines.append(Line(nth, span, each.region, each.name, each.confidence, marks, hand=each.hand))
    return *weave.finish(), tuple(lines)


def _moved(marks: Sequence[Mark], by: int, low: int, high: int) -> Iterator[Mark]:
    """Marks counted in the whole text, cut to their line, in the order of their places."""
    for mark in sorted(marks, key=lambda mark: mark.span):
        span = Span(max(mark.span.start + by, low), min(mark.span.end + by, high))
        if span.start <= span.end:
            yield replace(mark, span=span)


def joined(words: Iterable[Sequence[Piece]]) -> tuple[tuple[Piece, ...], list[Span]]:
    """Words with a blank between two, and where each stands in the text that they give."""
    pieces: list[Piece] = []
    spans: list[Span] = []
    at = 0
    for word in words:
        if pieces:
            pieces.append(Piece(" "))
            at += 1
        pieces += word
        spans.append(Span(at, at + len(plain(word))))
        at = spans[-1].end
    return tuple(pieces), spans


def region(image: str, left: float, top: float, right: float, bottom: float, leaf: int = 0) -> Region | None:
    """The region of the picture ``image`` between these edges; None where there is nothing between them."""
    edges = [round(min(max(edge, 0), LARGEST)) if edge == edge else 0 for edge in (left, top, right, bottom)]
    x, y, x2, y2 = edges
    return Region(image, x, y, x2 - x, y2 - y, leaf) if x < x2 and y < y2 else None


def number(written: str) -> float | None:
    """A number as it is written in an attribute; None if it is none."""
    try:
        value = float(written)
    except ValueError:
        return None
    return value if abs(value) < LARGEST else None


def share(written: str, whole: float = 1.0) -> float | None:
    """A confidence of ``whole`` as 0 to 1; None where there is none, or it is none."""
    value = number(written)
    return min(max(value / whole, 0.0), 1.0) if value is not None else None


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of the values there are; None without any."""
    there = [value for value in values if value is not None]
    return round(sum(there) / len(there), 4) if there else None


def manner(by: str) -> str:
    """ "machine" where ``by`` is a program that reads pages by itself."""
    return "machine" if ENGINES.search(by) else ""


def sized(image: str, width: str, height: str) -> dict[str, str]:
    """What ``extra`` keeps of the picture that regions were drawn on."""
    given = {"image": image, "image width": width, "image height": height}
    return {key: value for key, value in given.items() if value}
