"""Where a name begins and ends."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.reading.resolving.naming import namings, surnames, uncontracted, unowned
from tests.reading.cases import cut


def names(text: str) -> list[str]:
    sentences = cut(text)
    plain = frozenset(t.low for s in sentences for t in s.tokens if t.word and not t.capital)
    found = list(namings(text, sentences, load("en"), plain))
    return [each.name for each in sorted([*found, *surnames(text, sentences, found, load("en"))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Mayor Ann Lee met Dale.", ["Ann Lee", "Dale"]),
        ("Donald A. Voss left.", ["Donald A. Voss"]),
        ("Mario de Witt’s boat sank.", ["Mario de Witt"]),
        ("Officials met Ann Lee.", ["Ann Lee"]),
        ("We met Will Dale.", ["Will Dale"]),
        ("The St. Paul Tide Council met.", ["St. Paul Tide Council"]),
        ("Ann Blom Lee regrets old words of Tom Dale.", ["Ann Blom Lee", "Tom Dale"]),
        ("Rain fell. The rain hurt Ann Lee.", ["Ann Lee"]),
        ("Tide Board member Ann Lee left.", ["Tide Board", "Ann Lee"]),
        ("Lee Says The Pier Will Open\n\nAnn Lee left.", ["Lee", "Ann Lee"]),
    ],
)
def test_names_of_a_text(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("word", "bare"), [("Lee's", "Lee"), ("Voss’", "Voss"), ("Lee", "Lee")])
def test_without_its_possessive_ending(word: str, bare: str) -> None:
    assert unowned(word) == bare


@pytest.mark.parametrize(("word", "bare"), [("he’s", "he"), ("who'd", "who"), ("o'clock", "o'clock")])
def test_the_pronoun_in_a_contraction(word: str, bare: str) -> None:
    assert uncontracted(word, load("en")) == bare
