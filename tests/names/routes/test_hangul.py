"""Hangul syllables taken apart and put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.routes.hangul import is_syllable, parts, southern, syllable


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_parts_lead_back(letter: str) -> None:
    assert syllable(*parts(letter)) == letter


@pytest.mark.parametrize(
    ("north", "south"), [("리", "이"), ("로", "노"), ("류", "유"), ("녀", "여"), ("김", "김")]
)
def test_southern(north: str, south: str) -> None:
    assert southern(north) == south


def test_letters_are_no_syllables() -> None:
    assert not any(map(is_syllable, ("ㄱ", "a", "", "한글")))
