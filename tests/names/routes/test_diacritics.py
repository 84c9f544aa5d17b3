"""Latin letters without their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.routes.diacritics import unmarked


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Jürgen Groß", {("Jurgen Gros", "marks-dropped"), ("Juergen Gross", "marks-spelled")}),
        ("ÅSE", {("ASE", "marks-dropped"), ("AASE", "marks-spelled")}),
        ("Øyvind", {("Oyvind", "marks-dropped"), ("Oeyvind", "marks-spelled")}),
        ("Ağca", {("Agca", "marks-dropped"), ("Aghca", "marks-sounded")}),
        ("Anna", set()),
    ],
)
def test_spellings(name: str, spelled: set[tuple[str, str]]) -> None:
    assert spelled <= set(unmarked(name))
    assert spelled or unmarked(name) == ()


@given(st.text("äöüßñçşğłđøåæéèőűčšžțș ", max_size=20))
def test_no_marks_are_left(name: str) -> None:
    assert all(text.isascii() for text, _ in unmarked(name))
