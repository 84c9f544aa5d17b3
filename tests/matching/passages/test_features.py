"""What can be said of a shared passage."""

from __future__ import annotations

import pytest

from firsthand.matching.passages.features import LONG, features
from firsthand.matching.passages.laying import lay
from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.places import places
from firsthand.matching.passages.seeds import seeds, stretches

SAID = "The mill was sold to nobody in particular for a handful of coins"


def told(*texts: str) -> dict[str, float]:
    lexed = lex(texts)
    laid = lay(texts, lexed, places(lexed, stretches(lexed, seeds(lexed))))
    return {name: float(value[0]) for name, value in features(lexed, laid).items()}


def test_what_is_whole_is_told() -> None:
    each = told(f"{SAID}.", f"“{SAID}”")
    assert each["both are whole"] == 1
    assert each["share of the longer"] == 1
    assert each["other words"] == 0


def test_a_part_is_whole_on_one_side() -> None:
    each = told(f"{SAID}.", "“Sold to nobody in particular for a handful”, he wrote.")
    assert (each["one is whole"], each["both are whole"]) == (1, 0)


def test_words_that_differ_are_counted() -> None:
    assert told(f"{SAID}.", f"{SAID.replace('coins in', 'notes')}.")["other words"] == 0
    assert told(f"{SAID}.", f"{SAID.replace('sold', 'left')}.")["other words"] == 2


def test_what_is_whole_is_told_with_how_much_agrees() -> None:
    each = told(f"{SAID}.", f"“{SAID}”")
    assert each["words and both are whole"] == LONG
    assert each["by chance and one is whole"] == each["by chance"] < 0
    part = told(f"{SAID}.", "“Sold to nobody in particular for a handful”, he wrote.")
    assert part["by chance and both are whole"] == 0


@pytest.mark.parametrize("name", ["surprise", "surprise of a word"])
def test_what_many_say_surprises_less(name: str) -> None:
    known = told("at the end of the day we left", "at the end of the day he came", *["the end of a day"] * 9)
    assert known[name] < told(f"{SAID}.", f"{SAID}!")[name]
