"""``heard`` for many pairs of words at once: the same sums, for pairs of words of like lengths together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from firsthand.names.sound.hearing import as_they_stand
from firsthand.names.sound.letters import Letters, letters
from firsthand.names.sound.tables import UNKNOWN, Pair, Pairs, learned

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Runs = NDArray[np.int16]
FAR = np.float32(-1e9)
BLOCK = 4_096  # pairs that are laid side by side at a time: their rows fit a processor's cache


class Words:
    """Words of which many pairs are asked for."""

    def __init__(self, words: Sequence[str], pairs: Pairs | None = None) -> None:
        self._pairs = learned() if pairs is None else pairs
        self.told = [letters(word) for word in words]
        scripts = sorted({each.script for each in self.told})
        self._script = np.array([scripts.index(each.script) for each in self.told], np.int64)
        self._scripts = scripts
        self._sizes = np.array([len(each.text) for each in self.told], np.int64)
        self._same = _numbered(self.told)
        self._runs: dict[tuple[str, str], _Runs] = {}

    def heard(self, one: Numbers, other: Numbers) -> Floats:
        """The chance that word ``one[n]`` and word ``other[n]`` are one name, for each n."""
        swap = (self._script[one] > self._script[other]) & (one != other)
        one, other = np.where(swap, other, one), np.where(swap, one, other)
        found = np.zeros(len(one), np.float32)
        kinds = self._script[one] * len(self._scripts) + self._script[other]
        for kind in np.unique(kinds):
            here = np.nonzero(kinds == kind)[0]
            scripts = self._scripts[kind // len(self._scripts)], self._scripts[kind % len(self._scripts)]
            found[here] = self._heard(scripts, one[here], other[here])
        found[self._same[one] == self._same[other]] = 1
        found[(self._sizes[one] == 2) | (self._sizes[other] == 2)] = 0
        return found

    def _heard(self, scripts: tuple[str, str], one: Numbers, other: Numbers) -> Floats:
        pair = self._pairs.get(scripts)
        if pair is None:
            told = ((self.told[a], self.told[b]) for a, b in zip(one, other, strict=True))
            return np.array([as_they_stand(a, b) for a, b in told], np.float32)
        if scripts not in self._runs:
            self._runs[scripts] = _Runs(self.told, scripts, pair)
        sums = np.zeros(len(one), np.float32)
        order = np.lexsort((self._sizes[other], self._sizes[one]))
        for block in range(0, len(order), BLOCK):
            here = order[block : block + BLOCK]
            ends = self._sizes[one[here]], self._sizes[other[here]]
            sums[here] = self._runs[scripts].sums(one[here], other[here], *ends)
        letters_ = np.maximum(self._sizes[one] + self._sizes[other] - 4, 1)
        start, whole, each = pair.chance
        with np.errstate(over="ignore"):
            chances: Floats = 1 / (1 + np.exp(-(start + whole * sums + each * sums / letters_)))
        return chances


def _numbered(told: Sequence[Letters]) -> Numbers:
    numbers: dict[Letters, int] = {}
    return np.array([numbers.setdefault(each, len(numbers)) for each in told], np.int64)


class _Runs:
    """The words of two scripts as numbers of their runs of letters, and what two runs weigh."""

    def __init__(self, told: Sequence[Letters], scripts: tuple[str, str], pair: Pair) -> None:
        sides = ({a for a in pair.weights if a}, {b for row in pair.weights.values() for b in row if b})
        self._numbers = tuple({run: n for n, run in enumerate(sorted(side), 1)} for side in sides)
        self._longest = tuple(max(map(len, side), default=1) for side in sides)
        self._weights = np.full(tuple(len(side) + 1 for side in sides), FAR, np.float32)
        # What it costs to leave out one letter of either side, and more than one of the first.
        self._dropped = [np.full(len(side) + 1, UNKNOWN, np.float32) for side in sides]
        self._dropped.append(np.full(len(sides[0]) + 1, FAR, np.float32))
        self._fill(pair.weights)
        self._flat = self._weights.ravel()
        self._words = tuple(
            _as_runs(told, script, numbers, longest)
            for script, numbers, longest in zip(scripts, self._numbers, self._longest, strict=True)
        )

    def _fill(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        for a, row in weights.items():
            for b, weight in row.items():
                if a and b:
                    self._weights[self._numbers[0][a], self._numbers[1][b]] = weight
                elif b:
                    self._dropped[1][self._numbers[1][b]] = weight
                elif a:
                    self._dropped[0 if len(a) == 1 else 2][self._numbers[0][a]] = weight

    def sums(self, one: Numbers, other: Numbers, ends: Numbers, other_ends: Numbers) -> Floats:
        """The greatest sum of weights of each pair of words, which end at these places."""
        left, right = (
            np.ascontiguousarray(words[:, which, : int(end.max()) + 1].transpose(0, 2, 1))
            for words, which, end in zip(self._words, (one, other), (ends, other_ends), strict=True)
        )
        left = left * np.int32(self._weights.shape[1])
        found = np.zeros(len(one), np.float32)
        rows = {(0, 0): np.zeros(len(one), np.float32)}
        for i, j in product(range(int(ends.max()) + 1), range(int(other_ends.max()) + 1)):
            if i or j:
                rows[i, j] = self._reached(rows, left, right, i, j)
                rows.pop((i - self._longest[0] - 1, j), None)
            np.copyto(found, rows[i, j], where=(ends == i) & (other_ends == j))
        return found

    def _reached(
        self, rows: Mapping[tuple[int, int], Floats], left: Runs, right: Runs, i: int, j: int
    ) -> Floats:
        """The best sums up to letter ``i`` of one word and ``j`` of the other."""
        best = np.full(left.shape[2], FAR, np.float32)
        for a in range(min(self._longest[0], i) + 1):
            for b in range(min(self._longest[1], j) + 1):
                if a and b:
                    weight = self._flat.take(left[a - 1, i - a] + right[b - 1, j - b])
                elif a:
                    weight = self._dropped[0 if a == 1 else 2][left[a - 1, i - a] // self._weights.shape[1]]
                elif b == 1:
                    weight = self._dropped[1][right[0, j - 1]]
                else:
                    continue
                np.maximum(best, rows[i - a, j - b] + weight, out=best)
        return best


def _as_runs(told: Sequence[Letters], script: str, numbers: Mapping[str, int], longest: int) -> Runs:
    """[size - 1, word, place]: the number of the run of ``size`` letters that begins there, or 0."""
    longest_word = max((len(each.text) for each in told), default=0)
    found = np.zeros((longest, len(told), longest_word + 1), np.int16)
    for word, (written, text) in enumerate(told):
        if written == script:
            for size, place in product(range(1, longest + 1), range(len(text))):
                found[size - 1, word, place] = numbers.get(text[place : place + size], 0)
    return found
