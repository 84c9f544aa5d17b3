"""Letters of another script among those of a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes import foreign_letters, unmixed


def test_a_latin_letter_in_a_cyrillic_name() -> None:
    (found,) = foreign_letters("Юрiй Ткач")
    assert (found.at, found.letter, found.script) == (2, "i", "LATIN")
    assert (found.word, found.among, found.like) == ("Юрiй", "CYRILLIC", "і")


def test_a_cyrillic_letter_in_a_latin_name() -> None:
    (found,) = foreign_letters("Kim Jоng")
    assert (found.script, found.among, found.like) == ("CYRILLIC", "LATIN", "o")


def test_a_whole_word_that_only_looks_latin() -> None:
    assert [f.letter for f in foreign_letters("Оса Petrenko")] == list("Оса")


@pytest.mark.parametrize("text", ["", "Юрій", "Anna Анна Kim", "Kim 정은", "7 😀", "\u202eАнна"])
def test_scripts_side_by_side_are_no_finding(text: str) -> None:
    assert foreign_letters(text) == ()


def test_a_letter_that_looks_like_none() -> None:
    (found,) = foreign_letters("Петrенко")
    assert found.like == ""
    assert unmixed("Петrенко") == "Петrенко"


@pytest.mark.parametrize(
    ("mixed", "one"), [("Юрiй", "Юрій"), ("Jоng", "Jong"), ("Оса Petrenko", "Oca Petrenko")]
)
def test_unmixed(mixed: str, one: str) -> None:
    assert unmixed(mixed) == one


@settings(deadline=None)  # the first example loads the tables
@given(st.text("aеiіKКoоΑ -", max_size=40))
def test_every_letter_stands_where_it_is_said(text: str) -> None:
    for found in foreign_letters(text):
        assert text[found.at] == found.letter
        assert found.letter in found.word
        assert found.script != found.among


def test_of_two_scripts_with_as_many_letters_a_word_is_of_the_one_that_the_others_look_like() -> None:
    assert [(f.letter, f.like) for f in foreign_letters("Шo")] == [("o", "о")]
    assert [(f.letter, f.like) for f in foreign_letters("Gо")] == [("о", "o")]
