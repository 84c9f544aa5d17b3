"""Which reports of a large case hang together: what is compared with what.

A case of thousands of reports is never about one thing. Reports are linked where the telling words
that they share are a fair part of all that both have; what is linked, directly or by way of others,
is a strand, and is matched and traced by itself. So one report more costs the work of its strand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.words import features, words_of
from firsthand.model import Record, RecordKind, Span

# So many reports are one strand, whatever they have in common: they take about a minute, and in a case of
# that size what is said in another language or in other words must not be missed.
TOGETHER = 1_000
# The cosine of the rarity-weighted stems of two reports from which they are linked. Of 228 articles on 76
# events of real news 71 events stay whole, and the largest strand has 24 articles (at 0.18: 62 and 12);
# among 600 articles on everything the largest has 38.
LINKED = 0.15
# The commonest words of a report, up to this share of its weight, are left out: they are half of all, and
# most of the work.
LIGHT = 0.05
SCALE = 100  # weights are whole numbers, so that their sums are the same on every machine

Numbers = NDArray[np.int64]


def strands(records: Sequence[Record]) -> list[tuple[str, ...]]:
    """The reports among ``records`` in strands, as ids; both in the order of the ids.

    Up to ``TOGETHER`` reports are one strand. A report that links to another, or stands at its
    address, is of its strand. Does not depend on the order of what is given.
    """
    reports = sorted((r for r in records if r.kind is RecordKind.REPORT), key=lambda r: r.id)
    if len(reports) <= TOGETHER:
        return [tuple(r.id for r in reports)]
    sets = _Sets(len(reports))
    for one, other in (*_addressed(reports), *_alike([_stems(r.text) for r in reports])):
        sets.join(one, other)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for number, each in enumerate(reports):
        found[sets.top(number)].append(each.id)
    return [tuple(each) for each in found.values()]


class _Sets:
    """Which numbers hang together (union and find); the lowest stands for all."""

    def __init__(self, size: int) -> None:
        self.up = list(range(size))

    def top(self, number: int) -> int:
        while self.up[number] != number:
            self.up[number] = number = self.up[self.up[number]]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.top(one), self.top(other)))
        self.up[high] = low


def _addressed(reports: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Reports at one address, and those that link to it."""
    at: dict[str, int] = {}
    for number, each in enumerate(reports):
        if each.url:
            yield at.setdefault(each.url, number), number
    for number, each in enumerate(reports):
        yield from ((at[link.url], number) for link in each.links if link.url in at)


@lru_cache(maxsize=100_000)  # one report more: the others are not read again
def _stems(text: str) -> Numbers:
    """The stems of the content words of a text as numbers, each once."""
    found = {_number(stem) for stem in features(words_of(text, [Span(0, len(text))]).keys)}
    return np.array(sorted(found), np.int64)


@lru_cache(maxsize=500_000)
def _number(stem: str) -> int:
    """A number for a stem, the same in every process: of two equally common it says which is left out."""
    found = blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


def _alike(stems: Sequence[Numbers]) -> Iterator[tuple[int, int]]:
    """Texts of one wording, and pairs whose stems have a cosine of ``LINKED``."""
    first: dict[bytes, int] = {}
    times: Counter[int] = Counter()
    for number, each in enumerate(stems):
        same = first.setdefault(each.tobytes(), number)
        times[same] += 1
        yield same, number
    kept = list(times)
    for one, others in _near([stems[number] for number in kept], list(times.values())):
        yield from ((kept[one], kept[other]) for other in others)


def _near(stems: Sequence[Numbers], times: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """For every text, met so many times, the earlier ones that are like it, by an index of telling stems."""
    owners, numbers, weights, squares = _telling(stems, np.array(times))
    holders = np.bincount(numbers)
    index = owners[np.argsort(numbers, kind="stable")]
    starts = np.concatenate([[0], np.cumsum(holders)])
    seen = np.zeros_like(holders)
    cuts = np.searchsorted(owners, np.arange(1, len(stems)))
    for text, (own, heavy) in enumerate(zip(np.split(numbers, cuts), np.split(weights, cuts), strict=True)):
        pieces = [index[a : a + n] for a, n in zip(starts[own].tolist(), seen[own].tolist(), strict=True)]
        if text and len(own):
            sums = np.bincount(np.concatenate(pieces), np.repeat(heavy, seen[own]), text)
            like = np.flatnonzero((sums > 0) & (sums**2 >= LINKED**2 * squares[text] * squares[:text]))
            yield text, like.tolist()
        seen[own] += 1


def _telling(stems: Sequence[Numbers], times: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Which text holds which stem with which squared weight, text by text; and the whole weight of each.

    Left out are stems that one report only holds, and of every text the commonest, up to ``LIGHT``.
    """
    owners = np.repeat(np.arange(len(stems)), [len(each) for each in stems])
    numbers = np.unique(np.concatenate(stems), return_inverse=True)[1]
    holders = np.bincount(numbers, times[owners]).astype(np.int64)
    weights = np.rint(SCALE * np.log1p(times.sum() / holders)).astype(np.int64)[numbers] ** 2
    shared = holders[numbers] > 1
    owners, numbers, weights = owners[shared], numbers[shared], weights[shared]
    order = np.lexsort((weights, owners))
    owners, numbers, weights = owners[order], numbers[order], weights[order]
    squares = np.bincount(owners, weights, len(stems)).astype(np.int64)
    passed = np.cumsum(weights) - (np.cumsum(squares) - squares)[owners]
    kept = passed > LIGHT * squares[owners]
    return owners[kept], numbers[kept], weights[kept], squares
