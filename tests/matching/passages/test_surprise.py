"""How unexpected words are."""

from __future__ import annotations

import numpy as np

from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.surprise import OFTEN, SURELY, expected, surprise

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


def test_the_more_words_there_are_the_more_places_have_the_same_by_chance() -> None:
    few, many = (float(expected(lex(TEXTS * times), np.array([20.0]))[0]) for times in (1, 1_000))
    assert SURELY < few < many < OFTEN


def test_the_more_surprising_words_are_the_fewer_places_have_them_by_chance() -> None:
    told = expected(lex(TEXTS), np.array([-1e9, 15.0, 20.0, 1e9])).tolist()
    assert told == sorted(told, reverse=True)
    assert (told[0], told[-1]) == (OFTEN, SURELY)
