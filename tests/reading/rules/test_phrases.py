"""Where a noun phrase and a verb group begin and end."""

from __future__ import annotations

import pytest

from firsthand.reading.rules.phrases import noun_left, noun_right, verb_group
from tests.reading.cases import grounds


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("the engineers who built the dam said", "said", "the engineers"),
        ("In March the minister said", "said", "the minister"),
        ("The chairman and the treasurer said", "said", "The chairman and the treasurer"),
        ("two people briefed on the talks said", "said", "two people briefed on the talks"),
        ("A UN report said", "said", "A UN report"),
        ("it rained and Ann Lee said", "said", "Ann Lee"),
    ],
)
def test_the_phrase_before_a_verb(text: str, verb: str, expected: str) -> None:
    (here,) = grounds(text)
    at = [t.low for t in here.tokens].index(verb)
    phrase = noun_left(here.tokens, at, here.language)
    assert phrase and " ".join(t.text for t in here.tokens[phrase.start : phrase.end]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Halden Courier that it rained", "the Halden Courier"),
        ("a police report released by the port", "a police report"),
        ("Channel Nine that it rained", "Channel Nine"),
        ("Ann Lee crates were lost", "Ann Lee"),
        ("him that it rained", "him"),
    ],
)
def test_the_phrase_behind_a_word(text: str, expected: str) -> None:
    (here,) = grounds(text)
    phrase = noun_right(here.tokens, 0, here.language)
    assert phrase and " ".join(t.text for t in here.tokens[phrase.start : phrase.end]) == expected


@pytest.mark.parametrize(
    ("text", "negated", "future"),
    [("Ann has not said", True, False), ("Ann is expected to say", False, True), ("Ann said", False, False)],
)
def test_a_verb_group_knows_what_it_says_of_its_verb(text: str, negated: bool, future: bool) -> None:
    (here,) = grounds(text)
    group = verb_group(here.tokens, here.end - 1, here.language)
    assert (group.start, group.negated, group.future) == (1, negated, future)
