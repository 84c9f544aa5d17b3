"""From pictures of pages to Documents: machine transcriptions, with the doubts of the machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from time import monotonic

from firsthand.errors import Unreadable
from firsthand.model import Line, Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.ocr import tesseract
from firsthand.records.ocr.tesseract import Word
from firsthand.records.offsets import Weave

Picture = Callable[[int], tuple[bytes, int]]
"""The picture of a page, and how many times finer it is than the pixels in which places are told."""

UNSURE = 0.6  # of Tesseract's confidence: below, every third word was wrong on pages of print
SYLLABLE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CLOSE = 0.33  # of their height: syllables nearer than that are one word
TIME = 120.0  # seconds for one file: what is left over is told


@dataclass(slots=True)
class _Sheet:
    """A transcription under way."""

    page: str
    weave: Weave = field(default_factory=Weave)
    lines: list[Line] = field(default_factory=list)
    languages: dict[str, None] = field(default_factory=dict)


def transcribed(document: Document, object: str, picture: Picture, wanted: str = "") -> tuple[Document, ...]:
    """The Document of a file, with what Tesseract read of its pages that have no text; or the Document alone.

    ``object`` is the id of the record that the pages belong to. ``wanted`` are languages ("eng+kor"); without
    them, those of the script of each page, and only pages of a PDF are read.
    """
    leaves = _leaves(document, bool(wanted))
    if not leaves or not tesseract.version():
        return (document,)
    sheet = _Sheet(object)
    try:
        done = _read(sheet, leaves, picture, wanted)
    except Unreadable as why:
        return (replace(document, notes=(*document.notes, f"{why.what}: nothing was read from it")),)
    return _put(document, sheet, object, leaves, done)


def _leaves(document: Document, asked: bool) -> list[int]:
    """The pages that are pictures alone; 0 is the one page of an image."""
    if "scanned" in document.extra:
        return [int(number) for number in document.extra["scanned"].split(",")]
    if not asked or "width" not in document.extra:
        return []
    pages = int(document.extra.get("pages", 0))
    return list(range(1, pages + 1)) if pages else [0]


def _read(sheet: _Sheet, leaves: Sequence[int], picture: Picture, wanted: str) -> int:
    """How many of the pages could be read in time."""
    end = monotonic() + TIME
    for number, leaf in enumerate(leaves):
        if monotonic() > end:
            return number
        data, finer = picture(leaf or 1)
        names = wanted or tesseract.guessed(data)
        sheet.languages |= dict.fromkeys(names.split("+"))
        _write(sheet, tesseract.words(data, names), leaf, finer)
    return len(leaves)


def _write(sheet: _Sheet, words: Sequence[Word], leaf: int, finer: int) -> None:
    for _, paragraph in groupby(words, key=lambda word: word.paragraph):
        if sheet.lines:
            sheet.weave.make("\n\n")
        for number, (_, line) in enumerate(groupby(paragraph, key=lambda word: word.line)):
            if number:
                sheet.weave.make(" ")
            sheet.lines.append(_line(sheet, list(line), leaf, finer))


def _line(sheet: _Sheet, words: Sequence[Word], leaf: int, finer: int) -> Line:
    start, marks = sheet.weave.length, []
    for before, word in zip((None, *words), words, strict=False):
        if before and _apart(before, word):
            sheet.weave.make(" ")
        at = sheet.weave.length
        sheet.weave.make(word.text)
        if word.confidence < UNSURE:
            span = Span(at, sheet.weave.length)
            marks.append(Mark(MarkKind.UNCLEAR, span, confidence=round(word.confidence, 3)))
    return Line(
        number=len(sheet.lines) + 1,
        span=Span(start, sheet.weave.length),
        region=_region(sheet.page, words, leaf, finer),
        confidence=round(sum(word.confidence for word in words) / len(words), 3),
        marks=tuple(marks),
    )


def _apart(before: Word, word: Word) -> bool:
    """Whether a blank stands between two words of a line; Tesseract gives Korean syllable by syllable."""
    if not (SYLLABLE.match(before.text[-1]) and SYLLABLE.match(word.text[0])):
        return True
    gap = word.box[0] - before.box[0] - before.box[2]
    return gap > CLOSE * max(before.box[3], word.box[3])


def _region(page: str, words: Sequence[Word], leaf: int, finer: int) -> Region:
    boxes = [word.box for word in words]
    left, top = min(box[0] for box in boxes) // finer, min(box[1] for box in boxes) // finer
    right = -(-max(box[0] + box[2] for box in boxes) // finer)
    bottom = -(-max(box[1] + box[3] for box in boxes) // finer)
    return Region(page, left, top, max(right - left, 1), max(bottom - top, 1), leaf)


def _put(
    document: Document, sheet: _Sheet, object: str, leaves: Sequence[int], done: int
) -> tuple[Document, ...]:
    """The text of the machine in a Document of its own, but for a PDF that has no other text."""
    text, offsets = sheet.weave.finish()
    by, left, names = tesseract.version(), len(leaves) - done, "+".join(sheet.languages)
    notes: tuple[str, ...] = (f"read by machine ({by}, {names}): compare every quotation with the picture",)
    if left:
        notes += (f"the last {left} of {len(leaves)} pages were not read, for want of time: split the file",)
    if not text:
        return (replace(document, notes=(*document.notes, f"{by} ({names}) found no words in it")),)
    said = Document(
        text=text, lines=tuple(sheet.lines), offsets=offsets, by=by, manner="machine", extra={"ocr": names}
    )
    if "scanned" not in document.extra:
        return document, replace(
            said, part=f"read by {by}", kind="machine transcription", of=object, notes=notes
        )
    kept = tuple(note for note in document.notes if "nothing was read" not in note)
    if document.text:
        named = f"pages read by {by}"
        return document, replace(said, part=named, title=document.title, kind=document.kind, notes=notes)
    whole = replace(document, text=text, lines=said.lines, offsets=offsets, by=by, manner="machine")
    return (replace(whole, extra=document.extra | said.extra, notes=(*kept, *notes)),)
