"""The words of a name and the pairs of them that are looked at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.index.words import NOBODY, WORDS, pairings, words


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Kim Jong-un", ("Kim", "Jong-un")),
        ("정경홍", ("정", "경홍")),
        ("정 경홍", ("정", "경홍")),
        ("J. Petrenko", ("J", "Petrenko")),
        ("Anna", ("Anna",)),
        ("?!", ()),
    ],
)
def test_words(name: str, parts: tuple[str, ...]) -> None:
    assert words(name) == parts


def test_short_words_may_be_one() -> None:
    assert ("Kim", "JongUn") in list(pairings(("Kim", "Jong", "Un")))
    assert list(pairings(("Anna",))) == [("Anna", NOBODY)]
    assert list(pairings(())) == []


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=500))
def test_any_string_has_few_pairings(name: str) -> None:
    assert len(list(pairings(words(name)))) <= WORDS * (WORDS - 1) // 2 + (WORDS - 1) * (WORDS - 2)
