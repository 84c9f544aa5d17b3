from __future__ import annotations

import itertools
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.text import (
    SOON,
    around,
    common,
    cover,
    excerpt,
    fold,
    fold_word,
    host,
    joined,
    meet,
    paragraphs,
    sentences,
    trim,
    words,
)

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=200) | st.text(
    alphabet="ab .!?\"“”'’«»\n\r\t가나일이ІїЖ", max_size=200
)


@given(TEXTS)
def test_every_folded_character_leads_back_to_one_that_gave_it(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    for at, char in enumerate(folded.text):
        assert char in fold("x" + text[folded.origin[at]]).text


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_sentences_are_in_order_apart_and_lose_no_character_but_blanks(text: str) -> None:
    found = sentences(text, "en")
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    kept = "".join(text[s.start : s.end] for s in found)
    assert "".join(kept.split()) == "".join("".join(text[p.start : p.end] for p in paragraphs(text)).split())


@given(TEXTS)
def test_words_hold_no_blank_and_lie_in_order(text: str) -> None:
    found = words(text)
    assert all(not any(c.isspace() for c in text[w.start : w.end]) for w in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(TEXTS, st.integers(0, 50), st.integers(0, 50))
def test_trim_never_grows_and_never_leaves_a_blank_at_an_end(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    inner = trim(text, span)
    assert span.start <= inner.start <= inner.end <= span.end
    assert text[inner.start : inner.end] == text[inner.start : inner.end].strip()


def test_a_quotation_of_two_sentences_stays_in_one_piece() -> None:
    text = 'Ann Lee said: "It rained. We left." Then the road was closed.'
    assert next(text[s.start : s.end] for s in sentences(text)).endswith('"It rained. We left."')


def test_sentences_never_cross_a_line_break() -> None:
    assert len(sentences("A headline without a stop\nThe first sentence.")) == 2


def test_fold_makes_marks_dashes_case_and_accents_alike() -> None:
    assert fold("«Jurnalul  Gurilor» – Ștefan").text == '"jurnalul gurilor" - stefan'
    assert fold_word("Bürgermeister’s") == "burgermeister's"


def test_hangul_syllables_stay_whole() -> None:
    assert fold("공책은 여기").text == "공책은 여기"


def test_excerpt_shows_a_gap() -> None:
    text = '"We left," she said, "at dawn."'
    assert excerpt(text, [Span(1, 9), Span(22, 30)]) == "We left, … at dawn."
    assert cover([Span(22, 30), Span(1, 9)]) == Span(1, 30)


def test_the_host_of_an_address() -> None:
    assert host("https://www.gazette.example/bridge") == "gazette.example"
    assert host("http://[broken") == ""


SPANS = st.lists(st.builds(lambda at, long: Span(at, at + long), st.integers(0, 40), st.integers(1, 9)))


def characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(*span)}


@given(SPANS)
def test_joined_spans_have_the_same_characters_and_stand_apart(spans: list[Span]) -> None:
    found = joined(spans)
    assert characters(found) == characters(spans)
    assert all(one.end < other.start for one, other in itertools.pairwise(found))


@given(SPANS, SPANS)
def test_what_two_have_in_common_is_told_from_either_side(one: list[Span], other: list[Span]) -> None:
    both = characters(one) & characters(other)
    assert common(joined(one), joined(other)) == common(joined(other), joined(one)) == len(both)
    assert meet(one, other) == meet(other, one) == bool(both)


@given(st.text("ab  ", max_size=200), st.integers(0, 200), st.integers(0, 20), st.integers(1, 60))
def test_what_is_shown_around_words_holds_them_and_begins_with_a_word_where_one_does(
    text: str, at: int, size: int, most: int
) -> None:
    start, end = min(at, len(text)), min(at + size, len(text))
    low, high = around(text, start, end, most)
    assert 0 <= start - low <= most and 0 <= high - end <= most
    if low and " " in text[low - 1 : min(start, low + SOON)]:
        assert text[low - 1] == " "
    if high < len(text) and " " in text[max(end, high - SOON) : high + 1]:
        assert text[high] == " "
