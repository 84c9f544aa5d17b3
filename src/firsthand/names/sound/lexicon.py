"""Many words or names, of which those are found that are heard like a given one in any script.

Between Hangul and Latin letters those are found too that are another reading of the same characters (정,
Zheng).

The letters of all words of a script stand in a tree by their beginnings, so that words which begin alike
are looked at once; a name is laid beside all branches at a time, and branches that fall far behind the
best are given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from firsthand.names.routes.letters import bare
from firsthand.names.sound.hearing import TOGETHER, by_weight
from firsthand.names.sound.letters import Letters, letters
from firsthand.names.sound.readings import read_otherwise
from firsthand.names.sound.tables import UNKNOWN, Pairs, Weights, learned

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]
FAR = np.float32(-1e9)
# So many branches of one length are followed: with 3,000 of 40,000 ...
BRANCHES = 3_000
TURNED = 4  # names of more words are looked for as they stand
# The chance of another reading of the name. From 0.5 to 0.8, of 100 searches 97.6 find it from Hangul to
# Latin letters (96.0 without readings) and 95.8 back (95.2); with 0.3, 97.0 and 95.6. What is only heard like
# a reading (Ching, of Qing) found 1 more of 100 where it was tried first, and fewer in two other folds.
READ = 0.6


@dataclass(frozen=True, slots=True)
class Level:
    """The beginnings of one length: of each, the beginning that is a letter shorter, and which run of
    letters it ends with, by the length of the run; and which of them are whole words."""

    shorter: Numbers
    runs: tuple[Numbers, ...]
    whole: Numbers
    word: Numbers


@dataclass(frozen=True, slots=True)
class Tree:
    """All words of one script. ``runs`` numbers the runs of letters that the words have."""

    words: tuple[str, ...]
    levels: tuple[Level, ...]
    runs: Mapping[str, int]


class Lexicon:
    """Finds among ``names`` those that are heard like another."""

    def __init__(self, names: Iterable[str], pairs: Pairs | None = None, branches: int = BRANCHES) -> None:
        self._pairs = learned() if pairs is None else pairs
        self._branches = branches
        self._names: dict[Letters, list[str]] = {}
        self._bare: dict[str, dict[Letters, None]] = {}
        for name in dict.fromkeys(names):
            self._names.setdefault(letters(name), []).append(name)
            self._bare.setdefault(bare(name), {})[letters(name)] = None
        scripts = sorted({each.script for each in self._names})
        self._trees = {s: grown(each.text for each in self._names if each.script == s) for s in scripts}

    def nearest(self, name: str, count: int = 10, script: str = "") -> list[tuple[str, float]]:
        """Up to ``count`` names with the chance that they are ``name``, the likeliest first."""
        scripts = [s for s in self._trees if script in {"", s}]
        found: dict[Letters, float] = {}
        for told, s in product(dict.fromkeys(map(letters, orders(name))), scripts):
            for each, likely in self._nearest(told, s, count):
                found[each] = max(likely, found.get(each, 0.0))
        for each in self._read(name, scripts):
            found[each] = max(READ, found.get(each, 0.0))
        best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:count]
        return [(each, likely) for text, likely in best for each in self._names[text]][:count]

    def _read(self, name: str, scripts: Iterable[str]) -> Iterator[Letters]:
        """The names of which ``name`` is another reading."""
        for reading in dict.fromkeys(r for order in orders(name) for r in read_otherwise(order)):
            yield from (each for each in self._bare.get(reading, ()) if each.script in scripts)

    def _nearest(self, told: Letters, script: str, count: int) -> list[tuple[Letters, float]]:
        tree, pair = self._trees[script], self._pairs.get((told.script, script))
        if pair is None or told.text == "^$":
            return []
        sums = search(tree, pair.weights, told.text, self._branches)
        nearest = np.argsort(-sums, kind="stable")[:count]
        found = [(Letters(script, tree.words[i]), float(sums[i])) for i in nearest if sums[i] > FAR / 2]
        return [(each, 1.0 if each == told else by_weight(pair, told, each, sum_)) for each, sum_ in found]


def orders(name: str) -> tuple[str, ...]:
    """A name as it is, with its last word first, and with its first word last: either may be the family's."""
    words = name.split()
    if not 1 < len(words) <= TURNED:
        return (name,)
    return name, " ".join((*words[-1:], *words[:-1])), " ".join((*words[1:], *words[:1]))


def grown(words: Iterable[str]) -> Tree:
    """The tree of ``words``, which stand between marks."""
    kept = tuple(sorted(set(words)))
    runs: dict[str, int] = {}
    levels: list[Level] = []
    shorter = {"": 0}
    for length in range(1, max(map(len, kept), default=0) + 1):
        here: dict[str, int] = {}
        for word in kept:
            if len(word) >= length:
                here.setdefault(word[:length], len(here))
        ends = [(here[w], n) for n, w in enumerate(kept) if len(w) == length]
        levels.append(
            Level(
                np.array([shorter[begin[:-1]] for begin in here], np.int32),
                tuple(_runs(here, size, runs) for size in range(1, min(TOGETHER, length) + 1)),
                np.array([at for at, _ in ends], np.int32),
                np.array([number for _, number in ends], np.int32),
            )
        )
        shorter = here
    return Tree(kept, tuple(levels), runs)


def _runs(beginnings: Iterable[str], size: int, runs: dict[str, int]) -> Numbers:
    return np.array([runs.setdefault(each[-size:], len(runs)) for each in beginnings], np.int32)


def search(tree: Tree, weights: Weights, one: str, branches: int) -> Floats:
    """For each word of the tree the greatest sum of weights; FAR for those that were given up."""
    steps = _Steps(tree, weights, one)
    rows = [steps.without(_first(len(one)))]
    at = [np.zeros(1, np.int32)]  # where the row of each beginning stands; -1 for none
    found = np.full(len(tree.words), FAR, np.float32)
    for depth, level in enumerate(tree.levels, 1):
        followed = np.nonzero(at[-1][level.shorter] >= 0)[0]
        here = np.full((len(followed), len(one) + 1), FAR, np.float32)
        before = level.shorter[followed]
        for size in range(1, min(TOGETHER, depth) + 1):
            steps.take(size, level.runs[size - 1][followed], rows[-size], at[-size][before], here)
            if size < depth:
                before = tree.levels[depth - size - 1].shorter[before]
        here = steps.without(here)
        place = np.full(len(level.shorter), -1, np.int32)
        place[followed] = np.arange(len(followed), dtype=np.int32)
        ended = place[level.whole]
        found[level.word[ended >= 0]] = here[ended[ended >= 0], -1]
        _give_up(here, place, followed, branches)
        rows, at = [*rows[-TOGETHER:], here], [*at[-TOGETHER:], place]
    return found


def _first(size: int) -> Floats:
    row = np.full((1, size + 1), FAR, np.float32)
    row[0, 0] = 0
    return row


def _give_up(here: Floats, place: Numbers, followed: NDArray[np.intp], branches: int) -> None:
    """Takes the place from those beginnings that are not among the ``branches`` best."""
    if len(followed) > branches:
        worst = np.argpartition(-here.max(1), branches)[branches:]
        place[followed[worst]] = -1


class _Steps:
    """What it costs to go on, from each letter of the name that is looked for."""

    def __init__(self, tree: Tree, weights: Weights, one: str) -> None:
        self._size = len(one)
        self._left_out = [
            (at, size, weight)
            for at in range(self._size)
            for size in range(1, min(TOGETHER, self._size - at) + 1)
            if (weight := weights.get(one[at : at + size], {}).get("", UNKNOWN if size == 1 else FAR)) > FAR
        ]
        self._taken: dict[int, list[tuple[int, int, Floats]]] = {size: [] for size in range(1, TOGETHER + 1)}
        for at in range(self._size + 1):
            for size in range(min(TOGETHER, self._size - at) + 1):
                known = weights.get(one[at : at + size])
                if known or not size:
                    self._learn(at, size, known or {}, tree.runs)

    def _learn(self, at: int, size: int, known: Mapping[str, float], runs: Mapping[str, int]) -> None:
        """The weight of every run of letters beside ``size`` letters of the name that begin at ``at``."""
        by_length: dict[int, Floats] = {}
        if not size:
            by_length[1] = np.full(len(runs), UNKNOWN, np.float32)
        for letters_, weight in known.items():
            number = runs.get(letters_)
            if number is not None:
                row = by_length.setdefault(len(letters_), np.full(len(runs), FAR, np.float32))
                row[number] = weight
        for length, row in by_length.items():
            self._taken[length].append((at, size, row))

    def take(self, length: int, runs: Numbers, rows: Floats, at: Numbers, here: Floats) -> None:
        """Puts into ``here`` what is reached by a run of so many letters from the rows before it."""
        came = rows[at]
        for start, size, weight in self._taken[length]:
            reached = here[:, start + size]
            np.maximum(reached, came[:, start] + weight[runs], out=reached)

    def without(self, rows: Floats) -> Floats:
        """The same rows, where letters of the name have nothing beside them."""
        for start, size, weight in self._left_out:
            np.maximum(rows[:, start + size], rows[:, start] + weight, out=rows[:, start + size])
        return rows
