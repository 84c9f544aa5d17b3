"""How many of many names have a word like a given one: what tells namesakes by chance from one name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firsthand.names.index.vocabulary import Floats, Numbers, Vocabulary

FEW = 0.05  # namesakes by chance: fewer tell no more


class Crowd:
    """Of the words of ``vocabulary``, held by the names ``holder`` (each beside one of its ``word``s)."""

    def __init__(self, vocabulary: Vocabulary, holder: Numbers, word: Numbers) -> None:
        self._vocabulary = vocabulary
        first = np.unique([told[:1].lower() for told in vocabulary.words], return_inverse=True)[1]
        self._names = len(np.unique(holder))
        self._spelled = _held(np.arange(len(vocabulary.words)), holder, word)
        self._sketched = _held(vocabulary.sketched[:, 0], holder, word)
        self._begun = _held(first, holder, word)

    def of(self, one: Numbers, other: Numbers) -> NDArray[np.float64]:
        """What share of the names has a word as like the one as the other is."""
        same, initials = one == other, self._vocabulary.initials
        sketched = np.maximum(self._sketched[one], self._sketched[other])
        held = np.where(same, self._spelled[one], sketched)
        held = np.where(initials[other], self._begun[other], held)
        return np.asarray(np.where(initials[one], self._begun[one], held) / self._names)

    def namesakes(self, shares: NDArray[np.float64]) -> Floats:
        """The logarithm of how many names share both words by chance."""
        return np.asarray(np.log(FEW + self._names * shares), np.float32)


def _held(kind: Numbers, holder: Numbers, word: Numbers) -> Numbers:
    """For each word how many names hold one of its kind."""
    pairs = np.unique(holder << 32 | kind[word])
    return np.bincount(pairs & 0xFFFFFFFF, minlength=int(kind.max(initial=0)) + 1)[kind]
