from __future__ import annotations

import pytest

from firsthand.names.across import across
from firsthand.names.spelling import Name, key


def name(text: str) -> Name:
    words = tuple(map(key, text.split()))
    return Name(text, "".join(words), words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Ye-sol", "박예솔"),
        ("Pak Ye-sol", "Пак Е Соль"),
        ("박예솔", "Пак Е Соль"),
        ("Ada Brandt", "Ада Брандт"),
    ],
)
def test_one_name_in_two_scripts_is_found_with_its_route(one: str, other: str) -> None:
    ((a, b, _),) = across([name(one), name(other)])
    assert {a.core, b.core} == {one, other}
    assert list(across([name(one)], [name(other)]))


def test_two_that_nobody_asked_about_are_not_compared() -> None:
    assert list(across([], [name("Pak Ye-sol"), name("박예솔")])) == []


def test_names_that_differ_in_a_vowel_are_two() -> None:
    assert list(across([name("Mun Ki-bom"), name("문가범")])) == []
