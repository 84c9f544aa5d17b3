"""Cases, women's family names, patronymics, calendar names."""

from __future__ import annotations

import pytest

from firsthand.names.routes.slavic_names import name_groups, namesakes, nominatives, other_gender


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


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Vladimir", "Володимир"),
        ("Уладзімір", "Володимир"),
        ("Иванович", "Іван+"),
        ("Іванівна", "Іван-"),
        ("Ильинична", "Ілля-"),
        ("Mykolaiovych", "Микола+"),
        ("Evgeny", "Євген"),
        ("Юрьевич", "Юрій+"),
    ],
)
def test_calendar_names(name: str, group: str) -> None:
    assert group in name_groups(name)


def test_namesakes() -> None:
    assert namesakes("Володимир") == ("Владимир", "Уладзімір")
    assert namesakes("Стіл") == ()
