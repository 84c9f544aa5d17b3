"""Scripts without a table of ours."""

from __future__ import annotations

import pytest

from firsthand.names.routes.other_scripts import plainly


@pytest.mark.parametrize(
    ("text", "latin"), [("Γιώργος", "Giorgos"), ("გიორგი", "giorgi"), ("Անահիտ", "Anahit")]
)
def test_letter_for_letter(text: str, latin: str) -> None:
    assert plainly(text) == latin


@pytest.mark.parametrize("text", ["", "Anna", "Анна", "정", "😀 7"])
def test_our_own_tables_come_first(text: str) -> None:
    assert plainly(text) == ""
