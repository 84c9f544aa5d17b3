"""How unexpected words are where they stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.passages.lexing import Lexed, Truth, Whole

# A word is expected after another as often as it followed there before; one that never did, as often as
# it occurs at all, with the weight of this many occurrences.
PRIOR = 10.0
# Words that are thought to stand elsewhere, lest every word of a small case be expected: 50 texts of 400.
ELSEWHERE = 20_000
SURELY, OFTEN = -25.0, 10.0  # logarithms of places expected; beyond, no more is told


def surprise(lexed: Lexed, rows: Whole, holders: Whole, goes_on: Truth) -> NDArray[np.float64]:
    """How unexpected each word is (a negative logarithm), by what stands elsewhere than in the ``holders``.

    A word that ``goes_on`` is expected by the word before it, any other by how often it occurs.
    """
    here = np.maximum(lexed.count[lexed.word[rows]] - holders, 0.5) / (len(lexed) + ELSEWHERE)
    before = np.maximum(lexed.count[lexed.word[rows - 1]] - holders, 0)
    follows = np.maximum(lexed.paired[rows] - holders, 0)
    chance = np.where(goes_on, (follows + PRIOR * here) / (before + PRIOR), here)
    return np.asarray(-np.log(chance), float)


def expected(lexed: Lexed, told: NDArray[np.float64]) -> NDArray[np.float64]:
    """In how many places words of that surprise in all are expected by chance (a logarithm).

    The same words are expected in more places the more words there are: what is rare enough among a
    thousand texts is met with by chance among a hundred thousand.
    """
    return np.asarray(np.clip(np.log(len(lexed) + ELSEWHERE) - told, SURELY, OFTEN), float)
