"""Cue words, and words that only look like one."""

from __future__ import annotations

import pytest

from firsthand.reading.rules.cues import is_noun, scan
from tests.reading.cases import grounds


def cues(text: str) -> list[tuple[str, str]]:
    (here,) = grounds(text)
    found = [
        c
        for c in scan(here.tokens[: here.end], here.language)
        if c.kind != "verb" or not is_noun(here.tokens, c, here.language)
    ]
    return [(" ".join(t.low for t in here.tokens[c.at.start : c.at.end]), c.kind) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee pointed out that it rained.", [("pointed out", "verb")]),
        ("It rained, according to Ann Lee.", [("according to", "according")]),
        ("Ann Lee was quoted by the Quay Post.", [("quoted", "verb")]),
        ("It rained, quoted by the Quay Post.", [("quoted by", "framing")]),
        ("Both men said that it rained.", [("said", "verb")]),
        ("The pier was shut, report finds", [("finds", "verb")]),
        ("The letters raise hard questions for the port.", []),
        ("The report on the port was long.", []),
    ],
)
def test_a_cue_is_a_verb_or_a_phrase_and_never_a_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(text) == expected


def test_claims_is_a_noun_after_an_owner_and_a_verb_after_a_name() -> None:
    assert cues("Her claims that it rained were false.")[0] == ("claims", "claims")
    assert cues("Ann Lee claims that it rained.") == [("claims", "verb")]
