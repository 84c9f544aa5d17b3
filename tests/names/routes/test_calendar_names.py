"""One calendar name in several languages, and what sons and daughters are called after it."""

from __future__ import annotations

import pytest

from firsthand.names.routes.calendar_names import languages_of_given_name, name_groups, namesakes


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


@pytest.mark.parametrize(
    ("name", "languages"),
    [("Володимир", ("uk",)), ("Юрьевич", ("ru",)), ("Тарас", ("uk", "ru", "be")), ("Стіл", ())],
)
def test_languages(name: str, languages: tuple[str, ...]) -> None:
    assert languages_of_given_name(name) == languages
