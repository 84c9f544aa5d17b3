"""Whether a text calls somebody he or she."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.reading.genders import Genders, runs
from tests.reading.cases import cut


def gender(text: str, name: str) -> str:
    genders = Genders(load("en"))
    for sentence in cut(text):
        genders.look(sentence, list(runs(sentence.tokens, load("en"))))
    return genders.of(name.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Varo left because she was ill.", "f"),
        ("Ann Varo left. She was ill.", "f"),
        ("Ann Varo, a spokesman for the port, left.", "m"),
        ("Mr Varo left.", "m"),
        ("Ann Varo met Tom Dale and he left.", ""),
        ("Ann Varo left.", ""),
    ],
)
def test_words_and_pronouns_beside_a_name(text: str, expected: str) -> None:
    assert gender(text, "Varo" if "Mr" not in text else "Mr Varo") == expected


def test_names_are_runs_of_capitals_without_titles() -> None:
    (sentence,) = cut("On Monday Minister Ann Varo met Dale in the port of Harrow.")
    found = [" ".join(t.text for t in sentence.tokens[a:b]) for a, b in runs(sentence.tokens, load("en"))]
    assert found == ["Ann Varo", "Dale", "Harrow"]
