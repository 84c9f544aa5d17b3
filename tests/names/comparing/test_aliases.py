"""Two names in one string."""

from __future__ import annotations

import pytest

from firsthand.model import Being, Sameness
from firsthand.names.comparing import compare
from firsthand.names.comparing.aliases import aliases


@pytest.mark.parametrize(
    ("name", "body", "parts"),
    [
        ("Petro Melnyk, also known as Sokil", False, ("Petro Melnyk", "Sokil")),
        ("Петро Мельник, він же Сокіл", False, ("Петро Мельник", "Сокіл")),
        ("Harbour Guard/Port Watch", True, ("Harbour Guard", "Port Watch")),
        ("Ada Lind/Bo Holm", False, ()),  # two who sign together
        ("Ostrel Gas A/S", True, ()),
        ("Akari Lund", False, ()),
        ("/", True, ()),
        ("alias", False, ()),
        ("a/".join("word" for _ in range(50)), True, ()),
    ],
)
def test_the_names_of_a_string(name: str, body: bool, parts: tuple[str, ...]) -> None:
    assert aliases(name, body) == parts


def test_a_name_is_compared_with_each_of_two() -> None:
    found = compare("Petro Melnyk alias Sokil", "Petr Melnik", Being.PERSON)
    assert found.verdict is Sameness.SAME
    assert found.reasons[0] == "of two names in one, Petr Melnik and Petro Melnyk are compared"
