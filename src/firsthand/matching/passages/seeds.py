"""Where two texts may share a passage: rare runs of three words, with or without one between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.passages.lexing import Lexed, Truth, Whole, mixed

# Three words side by side, or three of four: one exchanged word in five leaves two of these.
PATTERNS = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
REACH = 4  # words that a pattern spans at most
LIMIT = 20  # holders of a run; of a commoner one, each is compared with the next alone
LONG = 8  # words in a row that a place found by common runs alone must have
GAP = 6  # words between two runs on one line that still belong together
BESIDE = 10  # words between two stretches that may be one passage with a clause put in
BACK = 6  # words that a stretch may reach back over the one before it
AROUND = 8  # words on either side that are looked at before a place is given up
FARTHEST = 40  # words behind the beginning; by then a place is known
EDGE = 2  # words at either end within which a sentence or a quotation may begin or end
# A first, rough look at a place (logistic, planted-reuse, seed 1): of 280,000 it keeps 50,000, and of
# those that are passages in the end 97 of 100. What it is worth:
AGREED, RARE, PLAIN, HELD, OPENED, CLOSED = 0.32, 0.24, 0.52, -0.66, 2.8, 2.7
UNCOUNTED = 12, 40.0, 8  # words, rarity and plain words beyond which no more is counted
PROMISING = 4.8
# With more texts more agrees by chance; from USUAL texts on more is asked, by this much for each e-fold.
USUAL, HARDER = 2_000, 0.6


class Place(NamedTuple):
    """Words ``a0`` to ``a1`` and ``b0`` to ``b1`` (rows of a `Lexed`); ``holders``: of such a run."""

    a0: int
    a1: int
    b0: int
    b1: int
    holders: int


@dataclass(frozen=True, slots=True)
class _Hits:
    """Pairs of rows at which the same run stands, a before b, and how many places have that run."""

    a: Whole
    b: Whole
    holders: Whole

    def chosen(self, which: Truth | Whole) -> _Hits:
        return _Hits(self.a[which], self.b[which], self.holders[which])


def places(lexed: Lexed) -> Iterator[Place]:
    """Where two texts share runs, neighbouring ones together, in the order of the texts."""
    held: Place | None = None
    for place in _stretches(lexed):
        if held and _one(lexed, held, place):
            held = Place(
                held.a0, max(held.a1, place.a1), min(held.b0, place.b0), max(held.b1, place.b1),
                min(held.holders, place.holders),
            )  # fmt: skip
            continue
        if held:
            yield held
        held = place
    if held:
        yield held


def _one(lexed: Lexed, held: Place, place: Place) -> bool:
    """Whether two places, the one after the other, may be one passage of the same two texts."""
    if place.a0 - held.a1 > BESIDE or not -BACK <= place.b0 - held.b1 <= BESIDE:
        return False
    return bool(lexed.text[held.a0] == lexed.text[place.a0] and lexed.text[held.b0] == lexed.text[place.b0])


def _stretches(lexed: Lexed) -> Iterator[Place]:
    """Runs on one line (the same way from the one place to the other) as stretches, the hopeless left out."""
    hits = _hits(lexed)
    line = hits.b - hits.a
    order = np.lexsort((hits.a, line))
    hits, line = hits.chosen(order), line[order]
    new = np.ones(len(line), bool)
    new[1:] = (line[1:] != line[:-1]) | (np.diff(hits.a) > GAP)
    new[1:] |= (np.diff(lexed.text[hits.a]) != 0) | (np.diff(lexed.text[hits.b]) != 0)
    heads = np.flatnonzero(new)
    tails = np.append(heads[1:], len(line)) - 1
    if not len(heads):
        return
    several = tails > heads
    heads, tails = heads[several], tails[several]
    holders = np.minimum.reduceat(hits.holders, np.flatnonzero(new))[several]
    a0, b0, a1 = hits.a[heads], hits.b[heads], np.minimum(hits.a[tails] + REACH, len(lexed))
    kept = np.flatnonzero((holders <= LIMIT) | (a1 - a0 >= LONG))
    asked = PROMISING + HARDER * max(0.0, log(len(lexed.first) / USUAL))
    kept = kept[_promise(lexed, a0[kept], b0[kept], (a1 - a0)[kept], holders[kept]) >= asked]
    order = kept[np.lexsort((a0[kept], lexed.text[b0[kept]], lexed.text[a0[kept]]))]
    rows = (column[order].tolist() for column in (a0, a1, b0, b0 + a1 - a0, holders))
    yield from map(Place, *rows)


def _promise(lexed: Lexed, a0: Whole, b0: Whole, length: Whole, holders: Whole) -> NDArray[np.float64]:
    """What a rough look at each stretch is worth: the words that agree on its line, and its edges."""
    agreed, rare, plain = (np.zeros(len(a0)) for _ in range(3))
    for step in range(-AROUND, min(int(length.max(initial=0)) + AROUND, FARTHEST)):
        a, b = _rows(lexed, a0 + step), _rows(lexed, b0 + step)
        same = (lexed.word[a] == lexed.word[b]) & (step < length + AROUND)
        same &= (lexed.text[a] == lexed.text[a0]) & (lexed.text[b] == lexed.text[b0])
        agreed += same
        rare += np.where(same, lexed.rarity[a], 0)
        plain += same & ~(lexed.capital[a] & lexed.capital[b])
    most = (np.minimum(*pair) for pair in zip((agreed, rare, plain), UNCOUNTED, strict=True))
    opened, closed = _edge(lexed, a0, b0, -1), _edge(lexed, a0 + length, b0 + length, 1)
    told = (*most, np.log(holders), opened, closed)
    weights = (AGREED, RARE, PLAIN, HELD, OPENED, CLOSED)
    return np.asarray(sum(weight * each for weight, each in zip(weights, told, strict=True)), float)


def _edge(lexed: Lexed, a: Whole, b: Whole, step: int) -> Truth:
    """Whether a sentence or a quotation begins (ends) in both texts at a word or a few words on."""
    found = np.zeros(len(a), bool)
    for away in range(EDGE + 1):
        rows = (np.clip(each + step * away, 0, len(lexed)) for each in (a, b))
        found |= np.logical_and(*(lexed.broken[each] for each in rows))
    return found


def _rows(lexed: Lexed, rows: Whole) -> Whole:
    return np.clip(rows, 0, len(lexed) - 1)


def _hits(lexed: Lexed) -> _Hits:
    parts = [part for pattern in PATTERNS for part in _by_pattern(lexed, pattern)]
    return _Hits(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("a", "b", "holders")))


def _by_pattern(lexed: Lexed, pattern: tuple[int, ...]) -> Iterator[_Hits]:
    """The pairs of places with the same words at the steps of ``pattern``."""
    yield _Hits(*(np.zeros(0, np.int64) for _ in range(3)))
    ends = len(lexed) - pattern[-1]
    if ends <= 1:
        return
    keys = np.full(ends, sum(pattern), np.uint64)
    for step in pattern:
        keys = mixed(keys ^ lexed.word[step : step + ends].astype(np.uint64))
    rows = np.flatnonzero(lexed.text[:ends] == lexed.text[pattern[-1] :])
    keys = keys[rows]
    order = np.argsort(keys, kind="stable")
    rows, keys = rows[order], keys[order]
    heads = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    sizes = np.diff(np.append(heads, len(keys)))
    for size in range(2, LIMIT + 1):
        group = rows[heads[sizes == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        yield _apart(lexed, group[:, first].ravel(), group[:, second].ravel(), np.int64(size))
    common = np.repeat(sizes, sizes) > LIMIT
    chained = common[1:] & common[:-1] & (keys[1:] == keys[:-1])
    yield _apart(lexed, rows[:-1][chained], rows[1:][chained], np.repeat(sizes, sizes)[1:][chained])


def _apart(lexed: Lexed, a: Whole, b: Whole, holders: Whole | np.int64) -> _Hits:
    """Only pairs of two texts."""
    hits = _Hits(np.minimum(a, b), np.maximum(a, b), np.broadcast_to(holders, a.shape))
    return hits.chosen(lexed.text[a] != lexed.text[b])
