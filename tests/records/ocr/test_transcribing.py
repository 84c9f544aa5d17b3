"""What a machine reads of a file, and how it is labelled."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from firsthand.model import MarkKind, RecordKind, Region
from firsthand.records import record, resolve
from firsthand.records.document import Document
from firsthand.records.intake import read
from firsthand.records.ocr import tesseract
from firsthand.records.ocr.tesseract import Word
from firsthand.records.ocr.transcribing import transcribed
from tests.records.ocr.pages import LINES, needs_tesseract, printed

PICTURE = Document(format="image", extra={"width": "1000", "height": "400"})


def spoken(monkeypatch: pytest.MonkeyPatch, *words: Word) -> None:
    monkeypatch.setattr(tesseract, "version", lambda: "Tesseract 5.0")
    monkeypatch.setattr(tesseract, "words", lambda *_: list(words))


def test_words_of_which_the_machine_is_not_sure_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(
        monkeypatch,
        Word((1, 1), 1, "Safe,", (10, 20, 50, 10), 0.9),
        Word((1, 1), 1, "saul", (70, 21, 40, 10), 0.5),
        Word((1, 1), 2, "Ann.", (10, 40, 50, 10), 0.8),
        Word((2, 1), 1, "End", (10, 90, 50, 10), 0.8),
    )
    page, said = transcribed(PICTURE, "ab", lambda _: (b"", 2), "eng")
    assert (page, said.text) == (PICTURE, "Safe, saul Ann.\n\nEnd")
    (mark,) = said.lines[0].marks
    assert (mark.kind, said.text[mark.span.start : mark.span.end]) == (MarkKind.UNCLEAR, "saul")
    assert (said.lines[0].confidence, said.lines[0].region) == (0.7, Region("ab", 5, 10, 50, 6))
    assert (said.by, said.manner, said.of) == ("Tesseract 5.0", "machine", "ab")


def test_nothing_is_read_of_a_picture_that_nobody_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(monkeypatch, Word((1, 1), 1, "Safe", (10, 20, 50, 10), 0.9))
    assert transcribed(PICTURE, "ab", lambda _: (b"", 1)) == (PICTURE,)


def test_a_picture_without_words_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(monkeypatch)
    (page,) = transcribed(PICTURE, "ab", lambda _: (b"", 1), "eng")
    assert page.notes == ("Tesseract 5.0 (eng) found no words in it",)


@needs_tesseract
def test_a_photograph_has_a_machine_transcription_beside_it() -> None:
    data = printed(*LINES)
    found = read(data, "page.png", ocr="eng")
    page, said = (record(each, "ab" * 32, "page.png") for each in found.documents)
    assert (page.kind, said.kind) == (RecordKind.PAGE, RecordKind.TRANSCRIPTION)
    assert said.text.split() == " ".join(LINES).split()
    assert said.id != page.id


@needs_tesseract
def test_a_scanned_pdf_is_read_by_itself() -> None:
    out = BytesIO()
    Image.open(BytesIO(printed(*LINES))).convert("RGB").save(out, "PDF", resolution=144)
    (document,) = read(out.getvalue(), "scan.pdf").documents
    assert document.text.split() == " ".join(LINES).split()
    assert (document.by[:11], document.manner) == ("Tesseract 5", "machine")
    region = document.lines[1].region
    assert region and region.leaf == 1 and 150 < region.y < 185
    assert len(document.notes) == 1 and document.notes[0].startswith("read by machine (Tesseract 5")
    (made,) = resolve([record(document, region.page, "scan.pdf")])
    assert made.notes == document.notes
