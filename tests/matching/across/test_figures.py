"""Numbers in words and figures, in several scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.across.figures import figures, unmatched


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$110 million for 12.3 trillion sums in 2004", {110e6, 12.3e12, 2004}),
        ("1억1천만 달러, 12조3천억 번", {110e6, 12.3e12}),
        ("2만 5천명과 29일", {25_000, 29}),
        ("1천2백만 프랑, 약 2천500명, 100미터를 10초92에", {12e6, 2500, 100, 10.92}),
        ("patruzeci de milioane de lei, 30 de oameni", {40e6, 30}),
        ("세 명이 스무 날", {3, 20}),
        ("24 лютого 2 000 людей і 3,5 млн гривень", {24, 2000, 3.5e6}),
        ("двадцять п'ять осіб", {25}),
        ("двести сорок два человека", {242}),
        ("1.000 de soldați și 2,5 milioane", {1000, 2.5e6}),
        ("one hundred and twenty houses", {120}),
        ("three hundred thousand", {300_000}),
        ("nobody, one gate", set()),
        ("", set()),
    ],
)
def test_the_numbers_of_a_text(text: str, values: set[float]) -> None:
    assert _near(figures(text), values)


def _near(found: frozenset[float], values: set[float]) -> bool:
    return len(found) == len(values) and not unmatched(found, frozenset(values))


def test_a_number_told_roughly_is_no_other_number() -> None:
    assert unmatched({1_200_000.0}, frozenset({1_199_000.0})) == []
    assert unmatched({2016.0}, frozenset({2019.0})) == [2016.0]
    assert unmatched({34.0, 12.0}, frozenset({12.0})) == [34.0]


@given(st.integers(2, 10**9))
def test_a_figure_is_read_with_any_separator(number: int) -> None:
    for mark in ("", ",", ".", "\u00a0"):
        assert figures(f"{number:,}".replace(",", mark)) == {float(number)}


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert all(value >= 2 for value in figures(text))
