"""Learns which letters of one script stand for which of another, from names written twice.

    python -m training.sounds         writes src/firsthand/names/sound/correspondences.tsv (about 2 minutes)

For each two scripts: expectation and maximisation over all ways to cut both words into runs of up to four
letters that stand for each other (a joint multigram model; Bisani and Ney 2008 describe it for spoken
words). A run's weight is the logarithm of how often its letters stand together, over how often they would
by chance. Then a logistic curve turns sums of weights into chances, against the nearest wrong words.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise, repeat
from math import log
from pathlib import Path

import numpy as np

from firsthand.names.sound.hearing import best, positions
from firsthand.names.sound.letters import HANGUL, LATIN, Letters, letters
from firsthand.names.sound.lexicon import Lexicon
from firsthand.names.sound.tables import TABLE, Pair, Pairs, Weights, flip, written
from training.logistic import fitted
from training.naming import (
    KOREAN,
    PAIRED,
    Row,
    Two,
    fold,
    full_names,
    kept_out,
    paired,
    pairs,
    parts,
    words_of,
)

Chances = dict[str, dict[str, float]]
# Longest runs: of Hangul a syllable, of Cyrillic two letters, of Latin three.
LONGEST = {"HANGUL": 2, "CYRILLIC": 2, "LATIN": 3}
FIRST, ROUNDS = 8_000, 4  # the first two rounds see fewer pairs
SIZE = 0.6  # what each letter more costs a run: without it, whole words would stand for whole words
RARE = 2.0  # runs met less often than this are left out
SELDOM = 0.1
MOST = 24_000  # pairs of words that one table is learnt from; of one script, half as many
OFTEN = 10
CURVE, NEAR, NARROW = 1_500, 40, 500  # rows for the curve, words looked at for each, branches followed

DATA = Path(os.environ.get("FIRSTHAND_DATA", "../shared/data"))
TARGET = Path("src/firsthand/names/sound") / TABLE


def learn(pairs_: Sequence[Two], scripts: Two) -> Weights:
    """The weights of runs of letters, from pairs of words."""
    sizes = LONGEST[scripts[0]], LONGEST[scripts[1]]
    few = random.Random(0).sample(pairs_, min(len(pairs_), FIRST))
    chances = begun(few, sizes)
    for number in range(ROUNDS):
        seen = few if number < 2 else pairs_
        counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for one, other in seen:
            expect(one, other, chances, counts)
        chances = _normed(counts, seen, RARE if number else 0.5)
    return weighed(chances, Background(a for a, _ in pairs_), Background(b for _, b in pairs_))


def begun(pairs: Sequence[Two], sizes: tuple[int, int]) -> Chances:
    """First chances: how often runs stand at like places of both words, for how often they stand at all."""
    together: Counter[Two] = Counter()
    alone: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for one, other in pairs:
        left, right = list(_runs(one, sizes[0])), list(_runs(other, sizes[1]))
        alone[0].update(run for run, _, _ in left)
        alone[1].update(run for run, _, _ in right)
        together.update(
            (a, b)
            for a, start, end in left
            for b, begin, stop in right
            if abs(start - begin) <= 0.15 and abs(end - stop) <= 0.2 and _marks(a) == _marks(b)
        )
    found: Chances = defaultdict(dict)
    for (a, b), n in together.items():
        if n >= 3:
            found[a][b] = n * n / (alone[0][a] * alone[1][b]) * 0.3 ** (abs(len(a) - 1) + abs(len(b) - 1))
    for a in alone[0]:
        if len(a) == 1:
            found[a][""] = 1e-4
    found[""] = {b: 1e-4 for b in alone[1] if len(b) == 1}
    return _summed(found)


def _runs(word: str, longest: int) -> Iterable[tuple[str, float, float]]:
    size = len(word)
    for start in range(size):
        for end in range(start + 1, min(start + longest, size) + 1):
            yield word[start:end], start / size, end / size


def _marks(run: str) -> tuple[bool, bool]:
    return "^" in run, "$" in run


def _normed(counts: Mapping[str, Mapping[str, float]], pairs: Iterable[Two], rare: float) -> Chances:
    found: Chances = defaultdict(dict)
    for a, row in counts.items():
        for b, n in row.items():
            if n >= rare or len(a) + len(b) == 1:
                found[a][b] = n * SIZE ** max(0, len(a) + len(b) - 2)
    for one, other in pairs:
        for a in one:
            found[a].setdefault("", SELDOM)
        for b in other:
            found[""].setdefault(b, SELDOM)
    return _summed(found)


def _summed(chances: Chances) -> Chances:
    whole = sum(sum(row.values()) for row in chances.values())
    return {a: {b: n / whole for b, n in row.items()} for a, row in chances.items() if row}


def expect(one: str, other: str, chances: Chances, counts: Mapping[str, Mapping[str, float]]) -> None:
    """Adds to ``counts`` how often each run is expected in all ways to lay two words side by side."""
    steps = _steps(one, other, chances)
    width = len(other) + 1
    ahead = [0.0] * (width * (len(one) + 1))
    behind = list(ahead)
    ahead[0] = behind[-1] = 1.0
    for start, end, _, _, chance in steps:
        ahead[end] += ahead[start] * chance
    whole = ahead[-1]
    if not whole:
        return
    for start, end, a, b, chance in reversed(steps):
        if behind[end]:
            through = chance * behind[end]
            behind[start] += through
            counts[a][b] += ahead[start] * through / whole  # type: ignore[index]


def _steps(one: str, other: str, chances: Chances) -> list[tuple[int, int, str, str, float]]:
    """All correspondences as steps from place to place, those that come first first."""
    where, width, found = positions(other), len(other) + 1, []
    added = chances.get("", {})
    for i in range(len(one) + 1):
        row = i * width
        for j, b in enumerate(other):
            if chance := added.get(b):
                found.append((row + j, row + j + 1, "", b, chance))
        for end in range(i + 1, min(i + 4, len(one)) + 1):
            known, below = chances.get(one[i:end], {}), end * width
            if chance := known.get(""):
                found += [(row + j, below + j, one[i:end], "", chance) for j in range(width)]
            for b in known.keys() & where.keys():
                found += [(row + j, below + j + len(b), one[i:end], b, known[b]) for j in where[b]]
    return found


class Background:
    """How often a run of letters is met in words at all: by its letters, each after the one before."""

    def __init__(self, words: Iterable[str]) -> None:
        self._one: Counter[str] = Counter()
        self._two: Counter[Two] = Counter()
        for word in words:
            self._one.update(word)
            self._two.update(pairwise(word))
        self._all = self._one.total()

    def __call__(self, run: str) -> float:
        """The logarithm of a run's chance; 0 for no letter."""
        if not run:
            return 0.0
        first = log((self._one[run[0]] + 0.5) / (self._all + len(self._one)))
        return first + sum(
            log((self._two[a, b] + 2.5 * self._one[b] / self._all) / (self._one[a] + 2.5))
            for a, b in pairwise(run)
        )


def weighed(chances: Chances, one: Background, other: Background) -> Weights:
    """Chances as weights."""
    return {a: {b: log(p) - one(a) - other(b) for b, p in row.items()} for a, row in chances.items()}


def curve(pair: Pair, rows: Sequence[Row], scripts: Two) -> tuple[float, float, float]:
    """What turns sums of weights into chances: a word of the same row against a near one and a far one."""
    one, other = scripts
    some = random.Random(2).sample(rows, min(len(rows), CURVE))
    lexicon = Lexicon((v for row in some for v in row.get(other, [])), {scripts: pair}, branches=NARROW)
    right = _meant(rows, scripts)
    inputs, truth = [], []
    for row in some:
        for a in map(letters, row.get(one, [])[:1]):
            same = [b for b in map(letters, row.get(other, [])) if b != a][:1]
            near = [b for b, _ in lexicon.nearest(a.text, NEAR, other)] if same else []
            wrong = [b for b in map(letters, near) if b != a and b not in right[a]]
            for b in (*same, *wrong[2:3], *wrong[-1:]):
                inputs.append(_evidence(pair, a, b))
                truth.append(float(b in same))
    found = fitted(np.array(inputs), np.array(truth))
    return float(found[0]), float(found[1]), float(found[2])


def _meant(rows: Iterable[Row], scripts: Two) -> dict[Letters, set[Letters]]:
    """For each word of one script all that it is written as in the other, in whatever row."""
    found: defaultdict[Letters, set[Letters]] = defaultdict(set)
    for row in rows:
        others = set(map(letters, row.get(scripts[1], [])))
        for a in map(letters, row.get(scripts[0], [])):
            found[a] |= others
    return found


def _evidence(pair: Pair, one: Letters, other: Letters) -> tuple[float, float, float]:
    weight = best(pair.weights, one.text, other.text)
    return 1.0, weight, weight / max(1, len(one.text) + len(other.text) - 4)


def table(folder: Path, held: int | None = None) -> dict[Two, Pair]:
    """All pairs of scripts, learnt from the rows and names that are not in the fold ``held``."""
    rows = [row for key, row in parts(folder) if fold(key) != held]
    out = kept_out([row for key, row in parts(folder) if fold(key) == held])
    found = {}
    for scripts in PAIRED:
        seen = list(pairs(rows, scripts))
        most = MOST if scripts[0] != scripts[1] else MOST // 2
        seen = random.Random(1).sample(seen, min(len(seen), most))
        if scripts == (HANGUL, LATIN):
            seen += [two for two in koreans(folder, held) if not out.intersection(two)]
        weights = learn(seen, scripts)
        pair = Pair(_even(weights) if scripts[0] == scripts[1] else weights)
        found[scripts] = replace(pair, chance=curve(pair, rows, scripts))
        print(*scripts, len(seen), "pairs", *found[scripts].chance, file=sys.stderr, flush=True)
    return found


def koreans(folder: Path, held: int | None) -> Iterator[Two]:
    """Family and given names of Koreans; one that is met often is learnt from ``OFTEN`` times at most."""
    counts = Counter(
        two
        for english, korean, kind in full_names(folder)
        if kind == KOREAN and fold(english) != held
        for words in words_of(english, korean, kind)
        for two in paired(*words, (HANGUL, LATIN))
    )
    return chain.from_iterable(repeat(two, min(n, OFTEN)) for two, n in counts.items())


def _even(weights: Weights) -> Weights:
    """Weights within one script, the same in both directions."""
    turned = flip(weights)
    keys = {(a, b) for side in (weights, turned) for a, row in side.items() for b in row}
    found: Chances = defaultdict(dict)
    for a, b in keys:
        told = [side[a][b] for side in (weights, turned) if b in side.get(a, {})]
        found[a][b] = sum(told) / len(told)
    return found


def both_ways(pairs_: Pairs) -> dict[Two, Pair]:
    """Each two scripts from either side."""
    return {**{(b, a): pair.flipped() for (a, b), pair in pairs_.items()}, **pairs_}


HEAD = """\
# Which letters stand for which in one name written twice, and how much that tells (natural logarithm of how
# much more often they stand together than by chance). Written by `python -m training.sounds`; do not edit.
# Learnt from Wikidata (CC0): name parts as rigour 1.3.13 (MIT) lists them, and persons' labels in English
# and Korean as in steveash/NETransliteration-COLING2018 (words of Koreans only).
# A line "scripts ONE OTHER START SUM EACH" begins a table: a sum s of weights over n letters has the chance
# 1 / (1 + exp(-(START + SUM * s + EACH * s / n))). Hangul stands as single letters (jamo), ^ and $ are a
# word's start and end; an empty cell is no letter."""


def main() -> int:
    """Writes the table."""
    pairs_ = table(DATA / "names")
    TARGET.write_text("\n".join((HEAD, *written(pairs_))) + "\n", "utf-8")
    print(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())
