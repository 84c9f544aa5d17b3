"""A word's letters: its script, and what of it is compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.sound.letters import LONGEST, letters


@pytest.mark.parametrize(
    ("word", "script", "text"),
    [
        ("Kyong-hong", "LATIN", "^kyonghong$"),
        ("O'Brien", "LATIN", "^obrien$"),
        ("Strøm", "LATIN", "^strøm$"),
        ("Nguyễn", "LATIN", "^nguyen$"),
        ("Кён Хон", "CYRILLIC", "^кёнхон$"),
        ("이안", "HANGUL", "^\u1175\u1161\u11ab$"),
        ("王", "OTHER", "^王$"),
        ("", "OTHER", "^$"),
    ],
)
def test_letters(word: str, script: str, text: str) -> None:
    assert letters(word) == (script, text)


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=300))
def test_any_string_is_some_letters(word: str) -> None:
    told = letters(word)
    assert told.text[0] == "^"
    assert told.text[-1] == "$"
    assert len(told.text) <= LONGEST + 2
