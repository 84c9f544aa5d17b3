"""What a word weighs by itself."""

from __future__ import annotations

import pytest

from firsthand.matching.vocabulary import is_number, stem, weight


@pytest.mark.parametrize("word", ["the", "не", "и", "și".replace("ș", "s"), "ist", "une", "그리고", "said"])
def test_function_words_weigh_nothing_in_any_language(word: str) -> None:
    assert weight(word) == 0


@pytest.mark.parametrize("word", ["war", "die", "son", "care", "pump", "насос", "선장", "36", "seven"])
def test_words_that_mean_something_in_one_language_weigh(word: str) -> None:
    assert weight(word) == 1


@pytest.mark.parametrize(
    ("word", "expected"), [("36", True), ("6.40", True), ("forty", True), ("boxes", False)]
)
def test_numbers_are_figures_or_numerals(word: str, expected: bool) -> None:
    assert is_number(word) is expected


@pytest.mark.parametrize(
    ("one", "other"), [("forty", "40"), ("06:40", "6.40"), ("1,200", "1200"), ("pump", "pumps"), ("000", "0")]
)
def test_spellings_of_one_thing_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)
