"""What is a change of a number, and what is the same number otherwise written."""

from __future__ import annotations

import pytest

from firsthand.model import DriftKind, Kind
from tests.tracing.test_drift import step, told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the herd lost forty-one cows", "the herd lost more than forty cows"),
        ("about forty sealed boxes were there", "forty sealed boxes were there"),
        ("a crack 3.4 metres long was found", "a crack almost four metres long was found"),
        ("the fire began at 06:40 there", "the fire began at about twenty to seven there"),
        ("it passed the test on 19 February", "it passed the test in February"),
        ("it passed the test on 19 February", "it passed the test last month"),
        ("it was worth between 80,000 and 90,000 pounds", "it was worth 90,000 pounds"),
        ("the herd lost 41 animals in three days", "the herd lost about 40 cows"),
    ],
)
def test_another_a_rounder_or_a_coarser_number_is_told(before: str, after: str) -> None:
    assert DriftKind.NUMBER in step(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the fire began at 06:40 there", "the fire began at 6.40am there"),
        ("it was about four miles off the port", "it was four miles off the port"),
        ("forty cows died in the marsh", "40 cows died in the marsh"),
        ("trains cross at no more than 30 kilometres", "trains should keep to 30 kilometres"),
        ("the limit of 30 km holds there", "two papers said the limit holds there"),
    ],
)
def test_the_same_number_is_no_change(before: str, after: str) -> None:
    assert DriftKind.NUMBER not in step(before, after)


def test_a_word_put_into_a_quotation_is_an_addition_and_no_other_number() -> None:
    found = told(
        "we stood there for twenty minutes",
        "we stood there for more than twenty minutes",
        "A B",
        "A B",
        kind=Kind.DIRECT,
    )
    assert {d.kind for d in found} == {DriftKind.ADDED}
