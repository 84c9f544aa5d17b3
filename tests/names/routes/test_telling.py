"""A path between two spellings in words."""

from __future__ import annotations

import pytest

from firsthand.names.routes import route_between, told


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("PYO CHINGU", "표진구", "McCune–Reischauer, family name first"),
        ("표진구", "Jin-gu Pyo", "Revised Romanisation, family name last"),
        (
            "PYO JIN GU",
            "Pyo Chingu",
            "Revised Romanisation and McCune–Reischauer, both for 표진구, family name first",
        ),
        ("Данило Вербич", "Danylo Verbych", "Ukrainian national system"),
        ("Олександра Петренка", "Oleksandr Petrenko", "Ukrainian national system, declined"),
        ("Ada Quist", "Ada Quist", "as written"),
    ],
)
def test_told(one: str, other: str, words: str) -> None:
    path = route_between(one, other)
    assert path is not None
    assert told(path, one, other) == words
