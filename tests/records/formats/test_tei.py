"""TEI: a transcription line by line, and translations beside it."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.formats import tei
from tests.records.formats.ways import WORDS, leads_back, words

START = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Notebook A</title>'
SAMPLE = (
    f"{START}</titleStmt></fileDesc></teiHeader>"
    '<facsimile><surface xml:id="s3"><graphic url="scans/p3.jpg"/>'
    '<zone xml:id="z1" ulx="412" uly="880" lrx="1722" lry="976"/></surface></facsimile><text><body>'
    '<ab xml:lang="ko"><lb n="1"/>첫째 <del>줄</del>\n   <lb facs="#z1" n="2"/>오늘 <choice>'
    '<unclear cert="high">편지</unclear><unclear cert="low">편자</unclear></choice>를 썼다.<gap/></ab>'
    '<ab xml:lang="en" type="translation"><quote corresp="#z1">I wrote &amp; wrote.</quote></ab>'
    "</body></text></TEI>"
)


def test_lines_places_marks_and_the_translation_of_the_very_line() -> None:
    original, translation = tei.read(SAMPLE.encode())
    assert words(original) == ["첫째 줄", "오늘 편지를 썼다."]
    assert (original.title, original.language, original.kind) == ("Notebook A", "ko", "transcription")
    assert original.lines[0].marks == (Mark(MarkKind.STRUCK, Span(3, 4)),)
    second = original.lines[1]
    assert (second.name, second.region) == ("2", Region("p3.jpg", 412, 880, 1310, 96))
    assert set(second.marks) == {
        Mark(MarkKind.UNCLEAR, Span(8, 10), certainty="high"),
        Mark(MarkKind.ALTERNATIVE, Span(8, 10), "편자", certainty="low"),
        Mark(MarkKind.GAP, Span(15, 15)),
    }
    assert words(translation) == ["I wrote & wrote."]
    assert [line.number for line in translation.lines] == [2]
    assert (translation.kind, translation.of, translation.language) == ("translation", original.part, "en")
    for each in (original, translation):
        leads_back(each, SAMPLE.encode())


PEOPLE = (
    '<respStmt><resp>transcribed by</resp><name xml:id="ab">A. Binet</name></respStmt>'
    '<respStmt xml:id="tr"><resp>Translation</resp><persName>C. Dahl</persName></respStmt>'
    "</titleStmt></fileDesc><profileDesc><handNotes>"
    '<handNote xml:id="h1" scribe="the writer"/><handNote xml:id="h2">a second hand, in pencil</handNote>'
    "</handNotes></profileDesc></teiHeader>"
)


def test_what_is_encoded_as_said_has_marks_once() -> None:
    inside = (
        "<p>Brill said <quote>nobody <hi>rang</hi></quote>, and <q>“it rang”</q>, "
        "and “<said>no</said>”.</p><quote><p>A block.</p></quote><p><q/>End.</p>"
    )
    (document,) = tei.read(f"<TEI><text><body>{inside}</body></text></TEI>".encode())
    assert words(document) == ["Brill said “nobody rang”, and “it rang”, and “no”.", "A block.", "End."]


def test_who_read_supplied_and_wrote_what_is_told() -> None:
    inside = (
        '<ab hand="#h1"><lb/>It <supplied resp="#ab" cert="0.4">rains</supplied> '
        '<add hand="#h2">still</add><lb/>No <handShift new="#h2"/>boat<lb hand="#h3"/>x</ab>'
        '<ab>No <handShift new="#h1"/>more</ab><ab><unclear resp="#ab #xy" cert="low">End</unclear></ab>'
        '<ab type="translation" xml:lang="fr" resp="#tr">Il pleut</ab>'
    )
    original, translation = tei.read(f"{START}{PEOPLE}<text><body>{inside}</body></text></TEI>".encode())
    assert (original.by, translation.by) == ("A. Binet", "C. Dahl")
    first, second, third, shifted, last = original.lines
    assert first.marks == (
        Mark(MarkKind.SUPPLIED, Span(3, 8), "", 0.4, "A. Binet"),
        Mark(MarkKind.INSERTED, Span(9, 14), by="a second hand, in pencil"),
    )
    assert [each.hand for each in (first, second, third)] == [
        "the writer",
        "the writer, a second hand, in pencil",
        "h3",
    ]
    assert (shifted.hand, last.hand) == ("the writer", "the writer")
    assert last.marks[0].by == "A. Binet, xy" and last.marks[0].certainty == "low"


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_every_line_leads_back_to_its_bytes(texts: list[str]) -> None:
    inner = "".join(f"<lb/>{escape(text)}" for text in texts)
    written = f"<TEI><text><body><p>{inner}</p></body></text></TEI>"
    (document,) = tei.read(written.encode())
    assert words(document) == texts
    leads_back(document, written.encode())


@pytest.mark.parametrize("written", [SAMPLE[:-30], "<TEI/>", "<TEI><text><body><p> </p></body></text></TEI>"])
def test_what_is_damaged_or_empty_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        tei.read(written.encode())
