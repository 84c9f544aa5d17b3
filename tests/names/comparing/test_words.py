"""How far two words agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.comparing.words import alike, latin

WORDS = st.text(alphabet="abcdeéaбвгде김하", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "route"),
    [
        ("iosif", "joseph", "spellings of one given name"),
        ("bill", "william", "a short form of the given name"),
        ("mykolayovych", "nikolaevich", "patronymics of one given name"),
        ("va1divieso", "valdivieso", "letters misread"),
        ("valdivieso", "valdiveiso", "1 letter of 10 differ"),
    ],
)
def test_the_route_is_told(one: str, other: str, route: str) -> None:
    found = alike(one, other)
    assert (found.route, found.rival) == (route, False)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("maria", "marina", "two given names"),
        ("hernandez", "fernandez", "two family names"),
        ("hrytsak", "hrytsenko", "two family names of one stem"),
        ("petrovych", "pavlovych", "two patronymics"),
        ("lorenz", "lorenza", "a man's name and a woman's"),
    ],
)
def test_two_names_that_both_exist_are_rivals(one: str, other: str, why: str) -> None:
    found = alike(one, other)
    assert (found.route, found.rival) == (why, True)


def test_a_word_is_written_in_latin_letters_by_several_routes() -> None:
    assert {"hryts", "grits"} <= set(latin("гриц"))


@settings(deadline=None)  # the first example loads the tables
@given(WORDS, WORDS)
def test_words_agree_the_same_in_either_order(one: str, other: str) -> None:
    found, turned = alike(one, other), alike(other, one)
    assert (found.distance, found.rival) == (turned.distance, turned.rival)
    assert 0 <= found.distance <= 1
    assert found.distance == 0 or one != other
