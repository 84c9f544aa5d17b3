"""How unexpected words are."""

from __future__ import annotations

import numpy as np

from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.surprise import surprise

TEXTS = ["he said in a statement that it rained"] * 9 + ["the cook in a rowing boat said nothing"] * 2


def told(word: str, goes_on: bool, holders: int = 2) -> float:
    lexed = lex(TEXTS)
    row = TEXTS[0].split().index(word) if word in TEXTS[0].split() else 72 + TEXTS[-1].split().index(word)
    each = surprise(lexed, np.array([row]), np.array([holders]), np.array([goes_on]))
    return float(each[0])


def test_a_word_is_less_unexpected_where_it_often_follows() -> None:
    assert told("statement", True) < told("statement", False)


def test_what_only_the_holders_have_tells_nothing_of_itself() -> None:
    assert told("rowing", True) > told("statement", True)
    assert told("statement", True, holders=9) > told("statement", True)
