"""What looks like an attribution and tells nothing."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.model import Span
from firsthand.reading.untold import happening, silent

ENGLISH = load("en")


def happens(text: str, source: str, cue: str, content: str) -> bool:
    places = [Span(text.index(each), text.index(each) + len(each)) for each in (source, cue, content)]
    return happening(text, places[0], places[1], [places[2]], ENGLISH)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Varn Mills reported a loss of four million.", "Varn Mills", "reported", "a loss of four million"),
        ("Vira Sokil knew the men.", "Vira Sokil", "knew", "the men"),
        ("The flood revealed a gap in the wall.", "The flood", "revealed", "a gap in the wall"),
        ("The harbour in Ostra showed the marks of fire.", "The harbour", "showed", "the marks of fire"),
    ],
)
def test_a_thing_that_is_brought_about_is_not_told(text: str, source: str, cue: str, content: str) -> None:
    assert happens(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Varn Mills reported the dam had cracked.",
            "Varn Mills",
            "reported",
            "the dam had cracked",
        ),
        ("Odile Marrant revealed a gap in the wall.", "Odile Marrant", "revealed", "a gap in the wall"),
        ("She revealed a gap in the wall.", "She", "revealed", "a gap in the wall"),
        ("The report showed a gap in the wall.", "The report", "showed", "a gap in the wall"),
        ("The flood revealed “a gap” in it.", "The flood", "revealed", "“a gap” in it"),
        ("The mayor denied a gap in the wall.", "The mayor", "denied", "a gap in the wall"),
    ],
)
def test_what_somebody_says_is_told(text: str, source: str, cue: str, content: str) -> None:
    assert not happens(text, source, cue, content)


@pytest.mark.parametrize("words", ["to comment", "not to be named because the plan is private"])
def test_a_refusal_tells_nothing(words: str) -> None:
    assert silent(words.split(), ENGLISH)


def test_a_claim_is_no_silence() -> None:
    assert not silent(["the", "gate", "was", "shut"], ENGLISH)


def test_whom_and_how_alone_tell_nothing() -> None:
    assert silent(["him", "openly"], ENGLISH)
    assert not silent(["his", "barge"], ENGLISH)
