"""What can be said of a passage that two texts share, in numbers."""

from __future__ import annotations

import numpy as np

from firsthand.matching.passages.laying import Laid
from firsthand.matching.passages.lexing import Lexed
from firsthand.matching.passages.surprise import expected, surprise
from firsthand.matching.passages.weighing import Floats

CAPPED = 12  # words; more prove no more
LONG = 8  # words; with so many, no turn of phrase is thought of any more
USUAL = 2_000  # texts; with more, more agrees by chance, and other things tell it apart
OTHERS = 8  # words that do not agree; more make it no less likely


def features(lexed: Lexed, laid: Laid) -> dict[str, Floats]:
    """What speaks for one passage being taken from the other, each a number a passage."""
    a, b, owner, goes_on = laid.agreeing()
    agreed = np.bincount(owner, minlength=len(laid))
    told = np.bincount(owner, surprise(lexed, a, laid.holders[owner], goes_on), len(laid)).astype(float)
    rare = np.bincount(owner, lexed.rarity[lexed.word[a]], len(laid))
    plain = np.bincount(owner, ~(lexed.capital[a] & lexed.capital[b]), len(laid))
    long, short = (pick(laid.a1 - laid.a0, laid.b1 - laid.b0) for pick in (np.maximum, np.minimum))
    other = np.minimum(long + short - 2 * agreed, OTHERS)
    words, holders = np.log(agreed), np.log(laid.holders)
    surprising, texts = np.log1p(np.maximum(told, 0)), float(np.log(len(lexed.first) / USUAL))
    begin, end, wholes = _edges(lexed, laid)
    by_chance = expected(lexed, told)
    found = {
        "words": np.minimum(agreed, CAPPED),
        "words, logarithm": words,
        "long": agreed >= LONG,
        "rarity": rare / agreed,
        "surprise": surprising,
        "surprise of a word": told / agreed,
        "by chance": by_chance,
        "by chance, squared": by_chance**2,
        "share of the longer": agreed / long,
        "share of the shorter": agreed / short,
        "begin where sentences begin": begin,
        "end where sentences end": end,
        "holders": holders,
        "holders and words": holders * words,
        "whole and long": (wholes > 0) * words,
        "other words": other,
        "other words and begin": other * begin,
        "no names": np.log(plain + 1),
        "share of no names": plain / agreed,
        "misspelt": laid.misspelt,
        "texts": np.full(len(laid), texts),
        "texts and surprise": texts * surprising,
        "texts and words": texts * words,
        "texts and holders": texts * holders,
    }
    within = {"texts": texts, "words": np.minimum(agreed, LONG), "by chance": by_chance, "other words": other}
    for name, whole in (("one is whole", wholes > 0), ("both are whole", wholes > 1)):
        found |= {name: whole} | {f"{what} and {name}": each * whole for what, each in within.items()}
    return found


def _edges(lexed: Lexed, laid: Laid) -> tuple[Floats, Floats, Floats]:
    """In how many of the two texts a sentence begins with the passage, ends with it, and does both."""
    begin = [lexed.broken[each].astype(float) for each in (laid.a0, laid.b0)]
    end = [lexed.broken[each].astype(float) for each in (laid.a1, laid.b1)]
    return begin[0] + begin[1], end[0] + end[1], begin[0] * end[0] + begin[1] * end[1]
