"""Where the same run of words stands in two texts: runs of three words, one of them skipped or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from firsthand.matching.passages.lexing import Keys, Lexed, Row, Truth, Whole, grouped, mixed

# Three words side by side, or three of four: one exchanged word in five leaves two of these.
PATTERNS = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
REACH = 4  # words of a run at most; it is taken to span so many
# Holders of a run; a commoner one is told apart by one more word, the next or the next but one (the next
# alone brings together .8 of 100 copies less among 64,000 texts). This bounds the pairs by the number of
# words: without it they grow with its power 1.5 (21 million among 16,000 texts, with this 15).
CROWD = 8
LIMIT = 16  # holders of a run of four words; of a commoner one, each is compared with the next alone
COMMON = 31  # holders, as far as they are counted
HOLDERS = np.uint64(5)  # bits that they take
FACTORS = mixed(np.arange(1, REACH + 1, dtype=np.uint64)) | np.uint64(1)
GAP = 6  # words between two runs on one line that still belong together
PART = 4_000_000  # pairs looked at together
NAMED = 20  # too common runs that are kept to be named


@dataclass(frozen=True, slots=True)
class Common:
    """A run of words too common to compare each place with each: one place (a row), its words, how many."""

    row: int
    words: int
    places: int


@dataclass(frozen=True, slots=True)
class Stretches:
    """Runs on one line (the same way from the one text to the other): rows ``a0`` to ``a1``, and ``b0`` on.

    ``holders``: in how many places its rarest run stands.
    """

    a0: Whole
    a1: Whole
    b0: Whole
    holders: Whole

    def __len__(self) -> int:
        return len(self.a0)

    def chosen(self, which: Whole | Truth | slice) -> Stretches:
        """Those at the places ``which``."""
        return Stretches(self.a0[which], self.a1[which], self.b0[which], self.holders[which])

    @classmethod
    def of(cls, parts: Sequence[Stretches]) -> Stretches:
        """All of several; none of none."""
        columns = ([getattr(each, name) for each in parts] for name in cls.__slots__)
        return cls(*(np.concatenate([np.zeros(0, np.int64), *each]) for each in columns))


@dataclass(frozen=True, slots=True)
class Seeds:
    """Pairs of places with the same run, packed and each part sorted; and what was too common.

    ``common``: the commonest runs; ``number``: how many were too common to compare each with each.
    """

    pairs: tuple[Keys, ...]
    common: tuple[Common, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows ``held`` with the same words brought together: where each group begins, and its size."""

    held: Row
    heads: Whole
    sizes: Whole

    def crowded(self, limit: int) -> Row:
        """The rows of groups of more than ``limit``."""
        return self.held[np.repeat(self.sizes > limit, self.sizes)]


def seeds(lexed: Lexed) -> Seeds:
    """Where the same runs stand, by each pattern."""
    found = [_by_pattern(lexed, pattern) for pattern in PATTERNS]
    common = sorted((each for _, named, _ in found for each in named), key=lambda c: (-c.places, c.row))
    pairs = tuple(part for parts, _, _ in found for part in parts)
    return Seeds(pairs, tuple(common[:NAMED]), sum(number for _, _, number in found))


def stretches(lexed: Lexed, seeds: Seeds) -> Iterator[Stretches]:
    """All stretches of two runs or more, some millions of pairs at a time."""
    shift = _bits(lexed) + HOLDERS
    count = 1 + sum(map(len, seeds.pairs)) // PART
    # Lines are not equally full: the shorter the way from one place to the other, the more pairs.
    ends = ((1 - np.sqrt(np.linspace(1, 0, count + 1))) * (len(lexed) + 1)).astype(np.uint64) << shift
    for first, end in pairwise(ends):
        pairs = np.concatenate([part[slice(*np.searchsorted(part, (first, end)))] for part in seeds.pairs])
        pairs.sort()
        yield _on_lines(lexed, pairs)


def _by_pattern(lexed: Lexed, pattern: tuple[int, ...]) -> tuple[list[Keys], list[Common], int]:
    """Pairs of places with the same words at the steps of ``pattern``, and what was too common."""
    rows = np.arange(max(0, len(lexed) - REACH + 1), dtype=np.int32)
    pairs, groups = _paired(lexed, rows, pattern, CROWD)
    rows = np.sort(groups.crowded(CROWD))
    further, _ = _paired(lexed, rows, (*pattern, pattern[-1] + 2), LIMIT)
    last, groups = _paired(lexed, rows, (*pattern, pattern[-1] + 1), LIMIT)
    chain = _chained(lexed, groups)
    return [*pairs, *further, *last, chain], _named(groups), int((groups.sizes > LIMIT).sum())


def _paired(lexed: Lexed, rows: Row, steps: tuple[int, ...], limit: int) -> tuple[list[Keys], Groups]:
    """Pairs of ``rows`` with the same words at ``steps`` that ``limit`` places have at most; all groups."""
    rows = rows[: np.searchsorted(rows, len(lexed) - steps[-1])]
    rows = rows[lexed.text[rows] == lexed.text[rows + steps[-1]]]
    order, heads = grouped(_keys(lexed, rows, steps))
    groups = Groups(rows[order], heads, np.diff(np.append(heads, len(rows))))
    return [_every_two(lexed, groups, size) for size in range(2, limit + 1)], groups


def _every_two(lexed: Lexed, groups: Groups, size: int) -> Keys:
    group = groups.held[groups.heads[groups.sizes == size][:, None] + np.arange(size)]
    first, second = np.triu_indices(size, 1)
    return _packed(lexed, group[:, first].ravel(), group[:, second].ravel(), size)


def _chained(lexed: Lexed, groups: Groups) -> Keys:
    """Of what is too common, each place with the next."""
    crowded = np.repeat(groups.sizes > LIMIT, groups.sizes)
    chained = crowded[1:] & crowded[:-1]
    chained[groups.heads[1:] - 1] = False
    return _packed(lexed, groups.held[:-1][chained], groups.held[1:][chained], COMMON)


def _keys(lexed: Lexed, rows: Row, steps: tuple[int, ...]) -> Keys:
    keys = np.zeros(len(rows), np.uint64)
    for step, factor in zip(steps, FACTORS, strict=False):
        keys += lexed.word[rows + step].astype(np.uint64) * factor
    return mixed(keys)


def _named(groups: Groups) -> list[Common]:
    most = [int(n) for n in np.argsort(-groups.sizes, kind="stable")[:NAMED] if groups.sizes[n] > LIMIT]
    return [Common(int(groups.held[groups.heads[n]]), REACH, int(groups.sizes[n])) for n in most]


def _packed(lexed: Lexed, a: Row, b: Row, holders: int) -> Keys:
    """Pairs as numbers that sort by line, then by place: (b - a, a, holders). Only pairs of two texts."""
    apart = lexed.text[a] != lexed.text[b]
    pairs: Keys = (b - a)[apart].astype(np.uint64)
    pairs <<= _bits(lexed)
    pairs |= a[apart].astype(np.uint64)
    pairs <<= HOLDERS
    pairs |= np.uint64(holders)
    pairs.sort()
    return pairs


def _bits(lexed: Lexed) -> np.uint64:
    return np.uint64(len(lexed).bit_length())


def _on_lines(lexed: Lexed, pairs: Keys) -> Stretches:
    holders = (pairs & np.uint64(COMMON)).astype(np.int64)
    pairs = pairs >> HOLDERS
    a = (pairs & np.uint64((1 << int(_bits(lexed))) - 1)).astype(np.int64)
    line = (pairs >> _bits(lexed)).astype(np.int64)
    new = np.ones(len(a), bool)
    new[1:] = (line[1:] != line[:-1]) | (np.diff(a) > GAP)
    new[1:] |= (np.diff(lexed.text[a]) != 0) | (np.diff(lexed.text[a + line]) != 0)
    heads = np.flatnonzero(new)
    if not len(heads):
        return Stretches(*[np.zeros(0, np.int64)] * 4)
    tails = np.append(heads[1:], len(a)) - 1
    several = tails > heads
    least = np.minimum.reduceat(holders, heads)[several]
    heads, tails = heads[several], tails[several]
    return Stretches(a[heads], np.minimum(a[tails] + REACH, len(lexed)), a[heads] + line[heads], least)
