"""What can be said of a passage that two texts share, in numbers."""

from __future__ import annotations

import numpy as np

from firsthand.matching.passages.laying import Laid
from firsthand.matching.passages.lexing import Lexed
from firsthand.matching.passages.surprise import surprise
from firsthand.matching.passages.weighing import Floats

CAPPED = 12  # words; more prove no more
USUAL = 2_000  # texts; with more, more agrees by chance, and other things tell it apart
OTHERS = 8  # words that do not agree; more make it no less likely


def features(lexed: Lexed, laid: Laid) -> dict[str, Floats]:
    """What speaks for one passage being taken from the other, each a number a passage."""
    a, b, owner, goes_on = laid.agreeing()
    agreed = np.bincount(owner, minlength=len(laid))
    told = np.bincount(owner, surprise(lexed, a, laid.holders[owner], goes_on), len(laid))
    rare = np.bincount(owner, lexed.rarity[lexed.word[a]], len(laid))
    plain = np.bincount(owner, ~(lexed.capital[a] & lexed.capital[b]), len(laid))
    long, short = (pick(laid.a1 - laid.a0, laid.b1 - laid.b0) for pick in (np.maximum, np.minimum))
    begin = [lexed.broken[each].astype(int) for each in (laid.a0, laid.b0)]
    end = [lexed.broken[each].astype(int) for each in (laid.a1, laid.b1)]
    wholes = begin[0] * end[0] + begin[1] * end[1]
    words, holders = np.log(agreed), np.log(laid.holders)
    surprising, texts = np.log1p(np.maximum(told, 0)), float(np.log(len(lexed.first) / USUAL))
    return {
        "words": np.minimum(agreed, CAPPED),
        "words, logarithm": words,
        "rarity": rare / agreed,
        "surprise": surprising,
        "surprise of a word": told / agreed,
        "share of the longer": agreed / long,
        "share of the shorter": agreed / short,
        "begin where sentences begin": begin[0] + begin[1],
        "end where sentences end": end[0] + end[1],
        "one is whole": wholes > 0,
        "both are whole": wholes > 1,
        "holders": holders,
        "holders and words": holders * words,
        "whole and long": (wholes > 0) * words,
        "other words": np.minimum(long + short - 2 * agreed, OTHERS),
        "no names": np.log(plain + 1),
        "share of no names": plain / agreed,
        "misspelt": laid.misspelt,
        "texts": np.full(len(laid), texts),
        "texts and surprise": texts * surprising,
        "texts and words": texts * words,
        "texts and holders": texts * holders,
        "texts and one whole": texts * (wholes > 0),
    }
