"""From Documents to Records."""

from __future__ import annotations

import pytest

from firsthand.model import RecordKind, Span, identity
from firsthand.records.describing import record
from firsthand.records.document import Document
from firsthand.records.manifest import read_manifest

TEXT = "The bridge in the old harbour is safe, the engineer said at the meeting on Monday."


@pytest.mark.parametrize(
    ("kind", "outlet", "expected"),
    [
        ("", "", RecordKind.REPORT),
        ("notebook, handwritten", "", RecordKind.PRIMARY),
        ("notebook, handwritten", "Gazette", RecordKind.REPORT),
        ("translation", "", RecordKind.TRANSLATION),
        ("Translation", "Gazette", RecordKind.TRANSLATION),
        ("identity paper", "", RecordKind.PAPER),
        ("newspaper article", "", RecordKind.REPORT),
        ("transcription", "", RecordKind.PRIMARY),
    ],
)
def test_what_a_record_is(kind: str, outlet: str, expected: RecordKind) -> None:
    assert record(Document(TEXT, kind=kind, outlet=outlet), "ab", "a.txt").kind is expected


def test_an_image_is_a_page_unless_the_manifest_says_otherwise() -> None:
    image = Document(format="image", extra={"width": "3", "height": "4"})
    manifest = read_manifest(b'[[record]]\nfile = "a.png"\nkind = "paper"\nnumber = 2\n')
    assert record(image, "ab", "a.png").kind is RecordKind.PAGE
    paper = record(image, "ab", "a.png", manifest)
    assert paper.kind is RecordKind.PAPER
    assert paper.extra == {"width": "3", "height": "4", "number": "2"}


def test_a_whole_file_is_named_by_its_bytes_and_a_row_by_its_place_in_them() -> None:
    assert record(Document(TEXT), "ab", "a.txt").id == "ab"
    assert record(Document(TEXT, part="row 7"), "ab", "a.csv").id == identity("record", "ab", "row 7")


def test_the_manifest_holds_over_the_file() -> None:
    manifest = read_manifest(
        b'[[record]]\nfile = "a.txt"\nkind = "report"\noutlet = "Gazette"\n'
        b'published = 2025-02-01\nlanguage = "uk"\n'
    )
    made = record(Document(TEXT, outlet="Gazete", published="2024", title="Safe"), "ab", "a.txt", manifest)
    assert (made.outlet, made.title, made.language, made.language_by) == ("Gazette", "Safe", "uk", "stated")
    assert (made.published, made.dated_by) == ("2025-02-01", "case.toml")
    assert record(Document(TEXT, outlet="Gazete"), "ab", "b.txt", manifest).outlet == "Gazete"


def test_a_date_is_brought_into_one_form_and_kept_as_written() -> None:
    made = record(Document(TEXT, published="14 November 2024", dated_by="header"), "ab", "a.txt")
    assert (made.published, made.dated_by) == ("2024-11-14", "header")
    assert made.extra["published"] == "14 November 2024"


def test_a_date_that_is_none_is_kept_with_a_note() -> None:
    made = record(Document(TEXT, published="2024-02-31", dated_by="header"), "ab", "a.txt")
    assert (made.published, made.dated_by, made.extra["published"]) == ("", "", "2024-02-31")
    assert "'2024-02-31'" in made.notes[0]


def test_language_is_stated_or_detected_and_says_which() -> None:
    stated = record(Document(TEXT, language="en-GB"), "ab", "a.txt")
    assert (stated.language, stated.language_by, stated.extra["language"]) == ("en", "stated", "en-GB")
    detected = record(Document(TEXT), "ab", "a.txt")
    assert (detected.language, detected.language_by) == ("en", "detected")
    silent = record(Document("Ann Lee"), "ab", "a.txt")
    assert (silent.language, silent.language_by) == ("", "")


def test_without_an_outlet_a_report_is_its_sites() -> None:
    url = "https://www.gazette.example/bridge"
    assert record(Document(TEXT, url=url), "ab", "a.txt").outlet == "gazette.example"
    assert record(Document(TEXT, url=url, kind="notebook"), "ab", "a.txt").outlet == ""


def test_a_record_without_numbers_is_numbered_by_its_paragraphs() -> None:
    made = record(Document("One.\n\nTwo.", kind="letter"), "ab", "a.txt")
    assert [(line.number, line.span) for line in made.lines] == [(1, Span(0, 4)), (2, Span(6, 10))]
    assert record(Document("One.\n\nTwo."), "ab", "a.txt").lines == ()
