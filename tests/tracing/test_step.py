from __future__ import annotations

import pytest

from firsthand.model import Span
from firsthand.tracing.step import around, bare, mentions, same_script, share_missing, telling


@pytest.mark.parametrize("word", ["Jin-gu", "Jingu", "JIN-GU’s", "«Jíngu»,"])
def test_case_accents_hyphens_and_marks_are_no_part_of_a_name(word: str) -> None:
    assert bare(word) == "jingu"


def test_a_paragraph_goes_to_its_line_breaks_and_no_further_than_a_reader_remembers() -> None:
    text = "one\ntwo three four\nfive"
    assert around(text, [Span(8, 13)]) == "two three four"
    long = "x" * 5000
    assert len(around(long, [Span(2000, 2010)])) < 1100


def test_figures_tell_and_short_words_do_not() -> None:
    assert telling("He saw 14 of two barges") == {"14", "two", "barges"}


def test_a_name_is_mentioned_by_any_of_its_longer_words() -> None:
    assert mentions("said Vendt later", "Oskar Vendt")
    assert not mentions("said the keeper", "Oskar Vendt")


def test_names_in_two_scripts_cannot_be_compared() -> None:
    assert same_script("Vendt", "Wendt")
    assert not same_script("Vendt", "Вендт")


def test_of_nothing_nothing_is_missing() -> None:
    assert share_missing([], set()) == 0
    assert share_missing(["a", "b"], {"a"}) == 0.5
