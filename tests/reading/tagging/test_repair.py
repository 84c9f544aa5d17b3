"""Contents and sources with their edges put right."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.languages import load
from firsthand.model import Span
from firsthand.reading import quotations
from firsthand.reading.tagging.repair import MOST, mended, named
from firsthand.text import excerpt

ENGLISH = load("en")
texts = st.text(st.sampled_from('ab that“”‘’"«».,—- \n')) | st.text(
    st.characters(codec=None, exclude_categories=()), max_size=60
)


def mend(text: str, *fragments: str, language: str = "en") -> str:
    """The content that comes of these fragments, each found in the text after the one before."""
    at, spans = 0, []
    for fragment in fragments:
        at = text.index(fragment, at)
        spans.append(Span(at, at + len(fragment)))
        at += len(fragment)
    return excerpt(text, mended(text, spans, quotations.find(text), load(language)))


@pytest.mark.parametrize(
    ("text", "fragment", "whole"),
    [
        ('"The gate was shut," Fenn said.', "The gate was shut", '"The gate was shut,"'),
        ("“The gate was shut,” Fenn said.", "“The gate was", "“The gate was shut,”"),
        ("Fenn said: «The gate was shut».", "gate was shut", "«The gate was shut»"),
        ("Fenn said “no” to the gate", "“no”", "“no”"),
    ],
)
def test_content_that_holds_most_of_a_quotation_gets_all_of_it(text: str, fragment: str, whole: str) -> None:
    assert mend(text, fragment) == whole


def test_content_that_holds_little_of_a_quotation_is_left_as_it_is() -> None:
    text = "Fenn spoke of “a gate that nobody could ever have shut again”."
    assert mend(text, "a gate") == "a gate"


def test_a_quotation_inside_a_quotation_does_not_pull_the_content_to_it() -> None:
    text = "“Ada called it ‘a shut gate’ and nobody in all the town said more”, Fenn wrote."
    assert mend(text, "shut gate") == "shut gate"


def test_edges_go_but_not_those_of_a_quotation() -> None:
    assert mend("Fenn said, the gate was shut.", ", the gate was shut.") == "the gate was shut"
    assert mend("Fenn said — “It is shut.”", "— “It is shut.”") == "“It is shut.”"


def test_fragments_with_a_mark_between_them_are_one() -> None:
    assert mend("the gate, was shut, Fenn said", "the gate", "was shut") == "the gate, was shut"


def test_fragments_with_a_cue_between_them_stay_two() -> None:
    text = "“The gate,” Fenn said, “was shut.”"
    assert mend(text, "“The gate,”", "“was shut.”") == "“The gate,” … “was shut.”"


def test_fragments_on_two_lines_stay_two() -> None:
    assert mend("the gate\nwas shut", "the gate", "was shut") == "the gate … was shut"


@pytest.mark.parametrize(
    ("text", "fragment", "language", "content"),
    [
        ("Fenn said that the gate was shut", "that the gate was shut", "en", "the gate was shut"),
        ("Fenn said that “the gate” was shut", "that “the gate” was shut", "en", "“the gate” was shut"),
        ("Fenn said that", "that", "en", "that"),
        ("Fenn said thatcher came", "thatcher came", "en", "thatcher came"),
        ("Фенн сказав, що ворота зачинено", "що ворота зачинено", "uk", "ворота зачинено"),
        ("Fenn a spus că poarta e închisă", "că poarta e închisă", "ro", "poarta e închisă"),
        ("Fenn hat gesagt that", "that", "xx", "that"),
    ],
)
def test_the_conjunction_is_no_part_of_what_is_said(
    text: str, fragment: str, language: str, content: str
) -> None:
    assert mend(text, fragment, language=language) == content


def test_nothing_but_marks_is_no_content() -> None:
    assert mend("Fenn said, — .", ", — .") == ""


def test_a_source_loses_the_marks_at_its_edges() -> None:
    text = " “Ada Fenn”, she said"
    assert text[slice(*named(text, Span(0, 12), Span(13, 17), ENGLISH))] == "Ada Fenn"


def test_a_source_may_end_with_the_point_of_its_title() -> None:
    text = "Ada Fenn Jr. said"
    assert text[slice(*named(text, Span(0, 12), Span(13, 17), ENGLISH))] == "Ada Fenn Jr."


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Zora Blai. Dara Verl", "Dara Verl"),
        ("Mr. J. R. Blai", "Mr. J. R. Blai"),
        ("the U.S. Navy", "the U.S. Navy"),
    ],
)
def test_a_source_is_in_one_sentence(source: str, kept: str) -> None:
    text = f"{source} said that it was dark."
    cue = Span(len(source) + 1, len(source) + 5)
    assert text[slice(*named(text, Span(0, len(source)), cue, ENGLISH))] == kept


@given(texts, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_any_fragments_give_spans_of_the_text_in_order(text: str, places: list[tuple[int, int]]) -> None:
    inside = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in places]
    found = mended(text, inside, quotations.find(text), ENGLISH)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert list(found) == sorted(found)
    for each in inside:
        start, end = named(text, each, Span(0, 0), ENGLISH)
        assert each.start <= start <= end <= each.end


@given(texts, st.integers(0, 80), st.integers(0, 80))
def test_no_quotation_is_left_cut_in_its_second_half(text: str, one: int, other: int) -> None:
    quotes = quotations.find(text)
    place = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    for quote in (q for q in quotes if q.depth == 0 and not q.dashed and len(text[slice(*q.inner)]) > 1):
        held = min(place.end, quote.inner.end) - max(place.start, quote.inner.start)
        if held > 0 and held >= MOST * (quote.inner.end - quote.inner.start):
            found = mended(text, [place], quotes, load("xx"))
            assert any(each.start <= quote.inner.start and quote.inner.end <= each.end for each in found)


def test_many_quotations_take_no_longer_for_each() -> None:
    text = "“The gate,” Fenn said. " * 30_000
    quotes = quotations.find(text)
    before = time.process_time()
    for quote in quotes:
        assert mended(text, [quote.inner], quotes, ENGLISH) == (quote.outer,)
    assert time.process_time() - before < 10


def test_a_preposition_behind_a_closing_mark_is_no_content() -> None:
    assert mend("She read “The Wind of the North” in the chair.", "“The Wind of the North” in") == (
        "“The Wind of the North”"
    )


def test_a_relative_without_its_clause_is_no_content() -> None:
    text = "They accused Varn of selling boats, a trade that has raised doubts."
    assert mend(text, "Varn of selling boats, a trade that") == "Varn of selling boats, a trade"
