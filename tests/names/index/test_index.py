"""One name is found among many in any script, order and spelling."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.index import Index
from tests.names.index.names import NAMES

INDEX = Index(NAMES)


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("Марченко О.", "Oleh Marchenko"),
        ("Oleg Martschenko", "Марченко Олег"),
        ("Галиська Довіра", "Dovira Halyska"),
        ("Park Chul Min", "박철민"),
        ("Tomas Reinhold", "Tomas Reinholt"),
        ("Tomas R.", "Tomas Reinholt"),
    ],
)
def test_a_name_is_found(name: str, among: str) -> None:
    assert among in [each.name for each in INDEX.near(name, 4)]


def test_an_initial_that_fits_stands_before_those_that_do_not() -> None:
    names = [*(f"Marchenko {letter}." for letter in "ABCDEFGHIJKLMNPQRSTUVWXYZ"), "Marchenko O."]
    assert Index(names).near("Oleh Marchenko", 1)[0].name == "Marchenko O."


def test_what_is_like_nothing_is_not_found() -> None:
    assert INDEX.near("") == []
    assert Index([]).near("Oleh Marchenko") == []


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_string_may_be_asked_for(name: str) -> None:
    found = INDEX.near(name, 3)
    assert len(found) <= 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(NAMES[each.number] == each.name for each in found)
