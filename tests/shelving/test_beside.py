from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.pieces import Sentence, Tone
from firsthand.shelving import beside

SEVERAL = ["the", "ferry", "will", "not", "never", "sail", "등불이", "꺼졌다", "𝄞", "“noon,”", "…"]
WORDS = st.lists(st.sampled_from(SEVERAL)).map(" ".join)


def _marked(words: Sentence) -> list[str]:
    return [piece.text for piece in words if piece.tone is Tone.ADDED]


@given(WORDS, WORDS)
def test_both_stand_there_whole_and_in_either_order(one: str, other: str) -> None:
    here, there = beside(one, other)
    assert ["".join(piece.text for piece in each) for each in (here, there)] == [one, other]
    assert beside(other, one) == (there, here)


@given(WORDS)
def test_nothing_is_marked_in_the_same_words(words: str) -> None:
    assert [_marked(each) for each in beside(words, words)] == [[], []]


def test_words_that_differ_are_marked_with_the_blanks_between_them() -> None:
    one, other = beside("we go under at dawn in rain", "we all drown there at dawn in rain")
    assert (_marked(one), _marked(other)) == (["go under"], ["all drown there"])
    one, other = beside("등불이 모두 꺼졌다", "등불이 거의 꺼졌다")
    assert (_marked(one), _marked(other)) == (["모두"], ["거의"])


def test_two_languages_are_not_marked_all_over() -> None:
    assert [_marked(each) for each in beside("The lamps are out", "등불이 모두 꺼졌다")] == [[], []]
