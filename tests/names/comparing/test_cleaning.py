"""Marks that nobody sees, letters that only look right, accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.comparing.cleaning import folded, mend, seen


@pytest.mark.parametrize(
    ("word", "mended"),
    [("Пeтро", "Петро"), ("Рetro", "Petro"), ("Петро", "Петро"), ("Petro", "Petro"), ("金Petro", "金Petro")],
)
def test_letters_of_a_like_script_are_put_right(word: str, mended: str) -> None:
    assert mend(word)[0] == mended


def test_what_was_put_right_is_told() -> None:
    assert mend("Пeтро")[1] == "'Пeтро' mixes scripts: e (Latin) in a Cyrillic word"
    assert mend("Петро")[1] == ""
    assert seen("Petro\u202e Rud")[1] == ("invisible marks in 'Petro Rud' were left out",)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Ångström", "angstrom"),
        ("Łuk", "luk"),
        ("Йов", "йов"),
        ("Їжак", "їжак"),
        ("O'Brien", "obrien"),
        ("김", "김"),
    ],
)
def test_accents_go_and_letters_stay(word: str, key: str) -> None:
    assert folded(word) == key


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert folded(folded(word)) == folded(word)
