"""What a transcription is not sure of, as a reader sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier import Dossier
from firsthand.dossier.doubts import doubts, in_words, marked
from firsthand.dossier.exports.html import html
from firsthand.dossier.pieces import Doubt, Passage
from firsthand.dossier.terminal import by_anchor, said, words
from firsthand.model import Line, Mark, MarkKind, RecordKind, Span
from tests.dossier import cases

TEXT = "before. The water is three inches below the mark."
LINE = Line(7, Span(8, len(TEXT)))
OWN = TEXT[8:]
THREE = Span(TEXT.index("three"), TEXT.index(" inches"))
UNCLEAR = Mark(MarkKind.UNCLEAR, THREE)
FOUR, FIVE = (Mark(MarkKind.ALTERNATIVE, THREE, text) for text in ("four", "five"))
STRUCK = Mark(MarkKind.STRUCK, Span(8, 11))


def told(*marks: Mark, confidence: float | None = None) -> str:
    line = replace(LINE, marks=marks, confidence=confidence)
    return " / ".join(said([each]) for each in in_words(line, Passage(OWN), doubts(line)))


def test_a_doubt_stands_with_the_words_and_what_else_they_may_be() -> None:
    assert told(UNCLEAR, FOUR, FIVE) == "unclear: “three”, or “four”, or “five”"
    assert told(STRUCK) == "struck out by the writer: “The”"
    assert told(FOUR) == "not certain: “three”, or “four”"
    assert told(Mark(MarkKind.GAP, Span(12, 12))) == "something stands here that could not be read"


def test_whose_reading_it_is_and_how_sure_they_were_is_told() -> None:
    supplied = Mark(MarkKind.SUPPLIED, THREE, by="Ina Berg", certainty="low")
    assert told(supplied) == "put in by an editor, not on the page: “three” (Ina Berg, certainty low)"
    (found,) = doubts(replace(LINE, marks=(supplied,)))
    whys = [why for _, _, why in marked(Passage(OWN), (found,))]
    assert "put in by an editor, not on the page (Ina Berg, certainty low)" in whys
    line = replace(LINE, hand="the foreman")
    assert said(in_words(line, Passage(OWN), ())) == "in the hand of the foreman"


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.62, "read with a confidence of 62%"), (0.8, ""), (None, "")]
)
def test_only_a_low_confidence_is_told(confidence: float | None, words: str) -> None:
    assert told(confidence=confidence) == words


def test_marks_are_counted_in_the_words_of_their_line() -> None:
    (found,) = doubts(replace(LINE, marks=(UNCLEAR, FOUR)))
    assert (OWN[found.start : found.end], found.kind, found.readings) == ("three", "unclear", ("four",))


SPANS = st.tuples(st.integers(0, len(OWN)), st.integers(0, len(OWN))).map(sorted)


@given(st.lists(st.tuples(st.sampled_from(list(MarkKind)), SPANS), max_size=5))
def test_the_words_of_a_line_are_all_there_however_its_doubts_lie(found: list) -> None:
    all_of_them = tuple(Doubt(kind.value, start, end) for kind, (start, end) in found)
    stretches = list(marked(Passage(OWN), all_of_them))
    assert "".join(text for text, _, _ in stretches) == OWN
    covered = {at for each in all_of_them for at in range(each.start, each.end)}
    assert sum(len(text) for text, kinds, _ in stretches if kinds) == len(covered)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The small case; a word of its first line is struck, and its first two letters may be read otherwise."""
    case = cases.quay()
    book = next(record for record in case.records if record.kind is RecordKind.PRIMARY)
    first, *rest = book.lines
    at = first.span.start
    marks = (
        Mark(MarkKind.UNCLEAR, Span(at, at + 2)),
        Mark(MarkKind.ALTERNATIVE, Span(at, at + 2), '<b title="x">'),
        Mark(MarkKind.STRUCK, Span(at + 3, at + 5)),
    )
    marked = replace(book, lines=(replace(first, marks=marks, confidence=0.4), *rest))
    return replace(case, records=[marked if r is book else r for r in case.records]).build()


def test_a_reader_of_the_page_sees_the_doubts_where_the_line_is_shown(dossier: Dossier) -> None:
    page = html(dossier).decode()
    assert page.count('<span class="doubt unclear"') == 2  # in the statement, and in the record
    assert page.count('<span class="doubt struck" title="struck out by the writer"') == 2
    assert "read with a confidence of 40%" in page
    assert '<b title="x">' not in page


def test_the_crop_leads_to_the_line_on_the_whole_page(dossier: Dossier) -> None:
    page = html(dossier).decode()
    assert 'class="pixels" href="#L1-at"' in page
    assert page.count('id="L1-at"') == 1
    assert ":root:has(#L1:target) #L1-at rect" in page


def test_the_terminal_says_the_page_and_the_doubts(dossier: Dossier) -> None:
    shown = words(by_anchor(dossier)["L1"])
    assert "(page 1)" in shown
    assert "struck out by the writer" in shown
