"""The words of a source without what is not of its name."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.model import Span
from firsthand.reading import read
from firsthand.reading.sourced import named

ENGLISH = load("en")


def trimmed(text: str, words: str) -> str | None:
    start = text.index(words)
    found = named(text, Span(start, start + len(words)), ENGLISH)
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Sen. Odile Fenn, D-Orm., said so.", "D-Orm.", "Sen. Odile Fenn"),
        ("the head of the Tide Committee Rep. Bo Quist (R-Ky.) said so.", "R-Ky.", "Rep. Bo Quist"),
        ("Quist, R-Ky., said so.", "R-Ky.", "Quist"),
        ("D-Orm. said so.", "D-Orm.", "D-Orm."),
        ("In May he has at times said so.", "he has at times", "he"),
        ("It was told, citing two officials who said so.", "citing two officials", "two officials"),
        ("others, including three aldermen, said so", "including three aldermen", "three aldermen"),
        ("Liberal groups such as Openwater said so.", "Liberal groups such", "Liberal groups"),
        ("Quist himself said so.", "Quist himself", "Quist"),
        ("Ann Lee said so.", "Ann Lee", "Ann Lee"),
        ("A spokesman for her said so.", "A spokesman for her", "A spokesman for her"),
        ("He said so.", "He", "He"),
    ],
)
def test_a_source_is_trimmed_to_its_name(text: str, words: str, left: str) -> None:
    assert trimmed(text, words) == left


@pytest.mark.parametrize("words", ["they refused to budge from their", "none of the", "the"])
def test_what_needs_the_word_behind_it_is_no_source(words: str) -> None:
    assert trimmed(f"On Monday {words} offer was made.", words) is None


def test_the_reader_names_who_stands_before_a_party_and_a_state() -> None:
    text = "Sen. Odile Fenn, D-Orm., the top member of the Tide Committee, said that the sluice was shut."
    (told,) = read(text, "en")
    assert [hand.name for hand in told.hands] == ["Odile Fenn"]
    assert told.source and text[told.source.start : told.source.end] == "Sen. Odile Fenn"
