"""hOCR 1.2: lines of pages as a program read them, written into a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.markup.transcribed import Written, joined, mean, number, region, share, sized, woven
from firsthand.records.markup.tree import Element, tree

NAME = "hocr"

SIGN = re.compile(
    rb"""<meta[^>]{0,200}\bname\s*=\s*["']?ocr-(?:system|capabilities)|\bclass\s*=\s*["']?ocr_page\b"""
)
PAGES, WORDS = frozenset(("ocr_page",)), frozenset(("ocrx_word",))
LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"))
BLOCKS = frozenset(("ocr_page", "ocr_carea", "ocr_par", "ocrx_block", "ocr_column"))
BOX = re.compile(r"\bbbox\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)")
IMAGE = re.compile(r"""\bimage\s+(?:"([^"]*)"|'([^']*)'|([^\s;]+))""")
CONFIDENCE = re.compile(r"\bx_wconf\s+(-?[\d.]+)")


def claims(head: bytes, filename: str) -> float:
    """By what the page says of itself, or a page among its first elements."""
    if SIGN.search(head.replace(b"\0", b"")):
        return 1.0
    return 0.95 if filename.lower().endswith(".hocr") else 0.0


def read(data: bytes) -> tuple[Document, ...]:
    """One Document, a primary record unless case.toml says otherwise. Unreadable: no line with words.

    Pages of a file with several are told apart by the ``leaf`` of their regions.
    """
    source = decode(data)
    root = tree(source.text, page=True)
    pages = list(_outermost(root, PAGES))
    text, offsets, lines = woven(source, _written(pages))
    if not lines:
        raise Unreadable("is hOCR without a line that holds words")
    image = _image(pages[0])
    box = BOX.search(pages[0].get("title")) if len(pages) == 1 else None
    system = (each.get("content") for each in root.inside("meta") if each.get("name") == "ocr-system")
    return (
        Document(
            text=text,
            title=f"Page {image}" if image else "",
            kind="transcription",
            by=next(system, ""),
            manner="machine",
            lines=lines,
            notes=source.notes,
            offsets=offsets,
            extra=sized(image, box[3] if box else "", box[4] if box else ""),
        ),
    )


def _classes(of: Element) -> list[str]:
    return of.get("class").split()


def _outermost(of: Element, classes: frozenset[str]) -> Iterator[Element]:
    """The elements of these classes; one inside another is part of that, and not read a second time."""
    found = of.walk(lambda each: not classes.isdisjoint(_classes(each)))
    return (each for each in found if not classes.isdisjoint(_classes(each)))


def _image(page: Element) -> str:
    found = IMAGE.search(page.get("title"))
    name = next((each for each in found.groups() if each), "") if found else ""
    return name.replace("\\", "/").rpartition("/")[2]


def _written(pages: list[Element]) -> Iterator[Written]:
    for leaf, page in enumerate(pages, 1):
        image, apart = _image(page), True
        for each in page.walk(lambda each: not LINES.isdisjoint(_classes(each))):
            names = _classes(each)
            apart = apart or not BLOCKS.isdisjoint(names)
            if not LINES.isdisjoint(names):
                yield _line(each, image, leaf if len(pages) > 1 else 0, apart)
                apart = False


def _line(line: Element, image: str, leaf: int, apart: bool) -> Written:
    words = list(_outermost(line, WORDS))
    place, name = _region(line, image, leaf), line.get("id")
    if not words:
        return Written(line.words(), name, place, apart=apart)
    pieces, spans = joined([_read(word).words() for word in words])
    marks = tuple(
        Mark(MarkKind.ALTERNATIVE, span, other.text())
        for word, span in zip(words, spans, strict=True)
        for other in word.inside("del")
        if "alt" in _classes(other) and other.text()
    )
    return Written(pieces, name, place, mean(map(_confidence, words)), marks, apart)


def _read(word: Element) -> Element:
    """The word as the program decided, where it gives several readings."""
    return next((each for each in word.inside("ins") if "alt" in _classes(each)), word)


def _confidence(word: Element) -> float | None:
    found = CONFIDENCE.search(word.get("title"))
    return share(found[1], 100) if found else None


def _region(line: Element, image: str, leaf: int) -> Region | None:
    found = BOX.search(line.get("title"))
    edges = [number(each) for each in found.groups()] if found else []
    left, top, right, bottom = edges if len(edges) == 4 else (None,) * 4
    if left is None or top is None or right is None or bottom is None:
        return None
    return region(image, left, top, right, bottom, leaf)
