"""What letters tell of two names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Sameness
from firsthand.names.papers.likening import liken


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("표진구", "PYO JIN GU", "Revised Romanisation"),
        ("표진구", "PYO CHINGU", "McCune–Reischauer"),
        ("리대혁", "Ли Дэ Хёк", "Kontsevich"),
        ("Oda Lind", "Oda Lind", "as written"),
    ],
)
def test_names_that_a_rule_makes_one_tell_the_rule(one: str, other: str, rule: str) -> None:
    found = liken(one, other)
    assert found.answer is Sameness.SAME
    assert rule in found.sentence


def test_names_that_are_not_spellings_of_one() -> None:
    found = liken("리대혁", "Лопсан Оржак")
    assert found.answer is Sameness.DIFFERENT
    assert found.sentence == "By their letters they are not spellings of one name."


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_answered(one: str, other: str) -> None:
    assert liken(one, other).sentence.endswith(".")
