"""How well words go beside one another: the same, nearly the same by their letters, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]

# What two words side by side are worth from the share of their letters that agree. Other words beside
# one another cost less than one left out and another put in (OPENED and SKIPPED in `laying`, each twice).
SAME, NEAR, OTHER = 1.0, 0.5, -0.7
STEEP = 1.7


def worth(a: Sequence[str], b: Sequence[str]) -> Grid:
    """A row for each of ``a``, a column for each of ``b``: SAME to OTHER."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    alike = cdist(a, b, scorer=Levenshtein.normalized_similarity)
    near = OTHER + STEEP * (alike - 0.2)
    return np.where(alike > 0.999, SAME, np.where(alike > NEAR, near, OTHER)).astype(np.float32)


def beside(keys: Sequence[str], columns: Sequence[dict[str, int]]) -> Grid:
    """The worth of each of ``keys`` in each column: half of its mean with the words there, half of the best.

    A column is the words that texts have in it, each with the number of texts.
    """
    mine, theirs = _numbered(keys), _numbered([w for column in columns for w in column])
    table = worth(list(mine), list(theirs))
    made = np.empty((len(mine), len(columns)), np.float32)
    for j, column in enumerate(columns):
        at = [theirs[w] for w in column]
        share = np.array(list(column.values()), np.float32)
        made[:, j] = (table[:, at] @ (share / share.sum()) + table[:, at].max(axis=1)) / 2
    return made[[mine[key] for key in keys]]


def _numbered(words: Sequence[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(dict.fromkeys(words))}
