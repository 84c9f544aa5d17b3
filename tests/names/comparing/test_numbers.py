"""Numbers in names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.comparing.numbers import joined, number, roman


@pytest.mark.parametrize(
    ("word", "digits"),
    [("44", "44"), ("007", "7"), ("first", "1"), ("четвертий", "4"), ("1st", "1"), ("squall", "")],
)
def test_words_and_digits_of_a_number(word: str, digits: str) -> None:
    assert number(word) == digits


def test_tens_and_units_that_follow_are_one_number() -> None:
    assert joined(["40", "4"]) == ["44"]
    assert joined(["2004", "1"]) == ["2004", "1"]
    assert joined(["40", "0"]) == ["40", "0"]


@given(st.integers(1, 399))
def test_a_roman_numeral_is_read_back(n: int) -> None:
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    written = "c" * (n // 100) + tens[n // 10 % 10] + units[n % 10]
    assert roman(written) == ("" if written in {"c", "l"} else str(n))


@given(st.text(max_size=12))
def test_any_word_is_a_number_in_digits_or_none(word: str) -> None:
    assert number(word) == "" or number(word).isdigit()
    assert roman(word) == "" or roman(word).isdigit()
