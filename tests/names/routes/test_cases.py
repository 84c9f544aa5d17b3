"""Cases of names, and women's family names."""

from __future__ import annotations

import pytest

from firsthand.names.routes.cases import language_by_ending, nominatives, other_gender


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("петренка", "петренко"),
        ("петренкові", "петренко"),
        ("ковальському", "ковальський"),
        ("ковальською", "ковальська"),
        ("івановою", "іванова"),
        ("івановым", "іванов"),
        ("гоголя", "гоголь"),
        ("марією", "марія"),
        ("софии", "софия"),
        ("іванівною", "іванівна"),
        ("дмитра", "дмитро"),
        ("толстого", "толстой"),
    ],
)
def test_cases(case: str, name: str) -> None:
    assert name in nominatives(case)


def test_a_name_is_no_case_of_itself() -> None:
    assert "марія" not in nominatives("марія")
    assert nominatives("") == nominatives("а") == ()


@pytest.mark.parametrize(
    ("one", "other"), [("ковальський", "ковальська"), ("иванова", "иванов"), ("гоголь", None)]
)
def test_other_gender(one: str, other: str | None) -> None:
    assert other_gender(one) == other


@pytest.mark.parametrize(("word", "code"), [("Ковальський", "uk"), ("Ковальская", "ru"), ("Ткач", "")])
def test_language_by_ending(word: str, code: str) -> None:
    assert language_by_ending(word) == code
