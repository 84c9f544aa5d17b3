"""Names by their consonants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.across.sounds import alike, skeleton


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Washington", "워싱턴은"),
        ("Washington", "Вашингтоні"),
        ("Carter", "카터"),
        ("Marek", "Марека"),
        ("Zelenko", "Зеленком"),
        ("Dolan", "돌란이"),
        ("Hrytsenko", "Гриценко"),
    ],
)
def test_one_name_in_two_scripts(name: str, word: str) -> None:
    assert alike(name, word)


@pytest.mark.parametrize(
    ("name", "word"),
    [("Marek", "Павел"), ("Vienna", "오슬로에서"), ("Oslo", "Відні"), ("Ann", "він"), ("", "a")],
)
def test_two_names_are_not_one(name: str, word: str) -> None:
    assert not alike(name, word)


def test_vowels_and_doubles_leave_nothing() -> None:
    assert skeleton("Anna") == "N"
    assert skeleton("오이") == ""


@given(st.text(), st.text())
def test_any_words_have_an_answer(one: str, other: str) -> None:
    assert alike(one, other) in {True, False}
