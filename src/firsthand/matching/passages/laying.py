"""Two places laid word by word: where the shared passage begins and ends, and which words agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from rapidfuzz.distance import Indel

from firsthand.matching.align import common
from firsthand.matching.passages.lexing import Lexed, Truth, Whole
from firsthand.matching.passages.places import Places

PAD = 10  # words beside a place that may belong to the passage
# What a word that agrees is worth, with its rarity up to MOST, and what one costs that does not.
AGREES, RARE, MOST = 0.6, 0.3, 5.0
EXCHANGED, INSERTED, BROKEN = 0.9, 0.45, 0.6
MISSPELT = 0.7  # likeness (Indel) from which two words are one, wrongly written
EDGE = 3  # misspelt words taken in at either end, with what agrees between them
ODD = 2  # other words at either end, up to where a sentence or a quotation ends in both texts

Run = tuple[int, int, int]  # the first row in a, the first in b, how many words agree


@dataclass(frozen=True, slots=True)
class Laid:
    """Passages: rows ``a0`` to ``a1`` and ``b0`` to ``b1`` of a `Lexed`, and how they agree.

    ``runs`` of words that agree, ``owner``: of which passage each is; ``misspelt`` words taken for the
    same; ``holders``: in how many places the rarest run of words stands.
    """

    a0: Whole
    a1: Whole
    b0: Whole
    b1: Whole
    holders: Whole
    misspelt: Whole
    runs: Whole
    owner: Whole

    def __len__(self) -> int:
        return len(self.a0)

    def agreeing(self) -> tuple[Whole, Whole, Whole, Truth]:
        """All words that agree: their rows in a and b, whose they are, whether one goes on from the last."""
        sizes = self.runs[:, 2]
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        a, b = (np.repeat(self.runs[:, side], sizes) + within for side in (0, 1))
        return a, b, np.repeat(self.owner, sizes), within > 0


def lay(texts: Sequence[str], lexed: Lexed, places: Places) -> Laid:
    """The best stretch about each place; a place where nothing agrees gives none."""
    worth = (AGREES + RARE * np.minimum(lexed.rarity, MOST)).tolist()
    windows = (_windows(lexed, places.a0, places.a1), _windows(lexed, places.b0, places.b1))
    rows = zip(*(each.tolist() for window in windows for each in window), strict=True)
    found = [_stretch(lexed, worth, *row) for row in rows]
    kept = np.array([n for n, runs in enumerate(found) if runs], int)
    return _to_edges(texts, lexed, [found[n] for n in kept], places.holders[kept])


def _windows(lexed: Lexed, first: Whole, last: Whole) -> tuple[Whole, Whole]:
    text = lexed.text[first]
    return np.maximum(lexed.first[text], first - PAD), np.minimum(lexed.first[text + 1], last + PAD)


def _stretch(lexed: Lexed, worth: Sequence[float], a0: int, a1: int, b0: int, b1: int) -> list[Run]:
    """The stretch of highest worth in a longest common subsequence (Kadane's scan over its blocks)."""
    a, b = lexed.word[a0:a1].tolist(), lexed.word[b0:b1].tolist()
    summed = list(accumulate(map(worth.__getitem__, a), initial=0.0))
    runs: list[Run] = []
    begun, most, value, end_a, end_b = 0, 0.0, 0.0, 0, 0
    best = slice(0, 0)
    for block in common(a, b):
        value -= _cost(block.a0 - end_a, block.b0 - end_b)
        if value <= 0:
            begun, value = len(runs), 0.0
        runs.append((a0 + block.a0, b0 + block.b0, block.a1 - block.a0))
        value += summed[block.a1] - summed[block.a0]
        end_a, end_b = block.a1, block.b1
        if value > most:
            best, most = slice(begun, len(runs)), value
    return runs[best]


def _cost(one: int, other: int) -> float:
    return EXCHANGED * min(one, other) + INSERTED * abs(one - other) + BROKEN


def _to_edges(texts: Sequence[str], lexed: Lexed, found: list[list[Run]], holders: Whole) -> Laid:
    """With misspelt and odd words at the ends, as far as a sentence or a quotation goes in both texts."""
    first, last = _table(runs[0] for runs in found), _table(runs[-1] for runs in found)
    a0, b0, a1, b1 = first[:, 0], first[:, 1], last[:, 0] + last[:, 2], last[:, 1] + last[:, 2]
    behind, wrong = _misspelt(texts, lexed, a1, b1, 1)
    before, wrongly = _misspelt(texts, lexed, a0 - 1, b0 - 1, -1)
    behind += _odd(lexed, a1 + behind, b1 + behind, 1)
    before += _odd(lexed, a0 - before, b0 - before, -1)
    owner = np.repeat(np.arange(len(found)), [len(runs) for runs in found])
    runs = _table(run for runs in found for run in runs)
    return Laid(
        a0 - before, a1 + behind, b0 - before, b1 + behind, holders, wrong + wrongly, runs, owner
    )  # fmt: skip


def _table(runs: Iterable[Run]) -> Whole:
    return np.array([*runs], np.int64).reshape(-1, 3)


def _misspelt(texts: Sequence[str], lexed: Lexed, a: Whole, b: Whole, step: int) -> tuple[Whole, Whole]:
    """How many words from ``a`` and ``b`` on are the same but for letters, and in how many there are any."""
    edge = max(0, -step)
    count, wrong = np.zeros(len(a), np.int64), np.zeros(len(a), np.int64)
    going = np.arange(len(a))
    for away in range(PAD):
        one, two = a[going] + step * away, b[going] + step * away
        whole = ~(lexed.broken[one + edge] | lexed.broken[two + edge])
        going, one, two = going[whole], one[whole], two[whole]
        differ = np.flatnonzero(lexed.word[one] != lexed.word[two])
        unlike = [n for n in differ if not _alike(texts, lexed, one[n], two[n])]
        wrong[going[differ]] += 1
        wrong[going[unlike]] -= 1
        going = np.delete(going, unlike)
        going = going[wrong[going] <= EDGE]
        count[going] += 1
    return count, np.minimum(wrong, EDGE)


def _alike(texts: Sequence[str], lexed: Lexed, one: int, two: int) -> bool:
    words = (texts[lexed.text[n]][lexed.start[n] : lexed.end[n]].lower() for n in (one, two))
    return Indel.normalized_similarity(*words) >= MISSPELT


def _odd(lexed: Lexed, a: Whole, b: Whole, step: int) -> Whole:
    """How many other words stand between ``a``, ``b`` and the end of a sentence in both; 0 if too many."""
    count = np.zeros(len(a), np.int64)
    going = np.arange(len(a))
    for away in range(ODD + 1):
        one, two = lexed.broken[a[going] + step * away], lexed.broken[b[going] + step * away]
        count[going[one & two]] = away
        going = going[~(one | two)]
    return count
