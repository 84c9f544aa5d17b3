from __future__ import annotations

import pytest

from firsthand.tracing.strength import pattern, strength


def rungs(word: str) -> list[tuple[int, int]]:
    """Every ladder and rung that a word stands on."""
    return [
        (number, rung)
        for number, ladder in enumerate(strength().ladders)
        for rung, found in enumerate(ladder.rungs)
        if found.search(f" {word} ")
    ]


def test_every_ladder_has_two_rungs_or_more() -> None:
    assert all(len(ladder.rungs) > 1 for ladder in strength().ladders)


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [("asked", "demanded"), ("may", "will"), ("injured", "killed"), ("some", "all"), ("cerut", "begged")],
)
def test_a_stronger_word_stands_higher_on_one_ladder(weaker: str, stronger: str) -> None:
    shared = [(a, b) for n, a in rungs(weaker) for m, b in rungs(stronger) if n == m]
    assert shared
    assert all(a < b for a, b in shared)


def test_a_phrase_is_found_as_whole_words_with_any_ending_where_it_says_so() -> None:
    found = pattern("have_to forbid* as")
    assert [m.group() for m in found.finditer(" they have to as forbidden ")] == [
        "have to",
        "as",
        "forbidden",
    ]
    assert found.search(" haves to ask ") is None
