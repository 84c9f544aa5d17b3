"""Which stretches belong together, and which of these places are worth being laid word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import numpy as np

from firsthand.matching.passages.lexing import Lexed, Truth, Whole
from firsthand.matching.passages.seeds import Stretches
from firsthand.matching.passages.surprise import surprise
from firsthand.matching.passages.weighing import Floats, weighed

BESIDE = 10  # words between two stretches that may be one passage with a clause put in
BACK = 6  # words that a stretch may reach back over the one before it
AROUND = 6  # words on either side of a stretch that are looked at with it
EDGE = 2  # words at either end within which a sentence or a quotation may begin or end
FARTHEST = 64  # words of a stretch that are looked at; by then a place is known
COUNTED = 12  # words; beyond, no more is counted
PART = 50_000  # stretches looked at together
# What a first look at a place must be worth. Of the copies planted among 2,000 texts it loses 0.6 of 100,
# among 16,000 it loses 2.5.
PROMISING = -5.0
LENIENT = 1.5  # by so much less is asked of a stretch that may be one of several


@dataclass(frozen=True, slots=True)
class Places:
    """Rows ``a0`` to ``a1`` of one text and ``b0`` to ``b1`` of another; ``holders`` of such a run."""

    a0: Whole
    a1: Whole
    b0: Whole
    b1: Whole
    holders: Whole

    def __len__(self) -> int:
        return len(self.a0)

    def chosen(self, which: Whole | Truth | slice) -> Places:
        """Those at the places ``which``."""
        return Places(*(getattr(self, field.name)[which] for field in fields(self)))


def places(lexed: Lexed, found: Iterable[Stretches], least: float = PROMISING) -> Places:
    """Stretches of the same two texts that follow one another as one place; the hopeless are left out."""
    kept = [part.chosen(look(lexed, part) >= least - LENIENT) for part in found]
    whole, told = gathered(lexed, Stretches.of(kept))
    return whole.chosen(weighed("look", told) >= least)


def gathered(lexed: Lexed, found: Stretches) -> tuple[Places, dict[str, Floats]]:
    """Stretches that follow one another as one place, in the order of the texts; what a look tells of it."""
    a, b = lexed.text[found.a0], lexed.text[found.b0]
    found = found.chosen(np.lexsort((found.a0, b, a)))
    heads = np.flatnonzero(_new(lexed, found))
    whole = _wholes(found, heads)
    return whole, _looked(lexed, found, heads, whole)


def look(lexed: Lexed, found: Stretches) -> Floats:
    """What a first look at each stretch is worth, as if it were a place of its own."""
    heads = np.arange(len(found))
    return weighed("look", _looked(lexed, found, heads, _wholes(found, heads)))


def _wholes(found: Stretches, heads: Whole) -> Places:
    if not len(heads):
        return Places(*[np.zeros(0, np.int64)] * 5)
    ends = found.b0 + found.a1 - found.a0
    return Places(
        found.a0[heads], np.maximum.reduceat(found.a1, heads),
        np.minimum.reduceat(found.b0, heads), np.maximum.reduceat(ends, heads),
        np.minimum.reduceat(found.holders, heads),
    )  # fmt: skip


def _new(lexed: Lexed, found: Stretches) -> Truth:
    """Whether a stretch begins a place of its own."""
    new = np.ones(len(found), bool)
    ends = found.b0 + found.a1 - found.a0
    over = found.b0[1:] - ends[:-1]
    new[1:] = (found.a0[1:] - found.a1[:-1] > BESIDE) | (over > BESIDE) | (over < -BACK)
    for rows in (found.a0, found.b0):
        new[1:] |= lexed.text[rows[1:]] != lexed.text[rows[:-1]]
    return new


def _looked(lexed: Lexed, found: Stretches, heads: Whole, whole: Places) -> dict[str, Floats]:
    """What a first look tells of places, whose stretches begin at ``heads``: words that agree, and edges."""
    parts = [_agreeing(lexed, found.chosen(part)) for part in _parts(len(found))]
    columns = (np.concatenate(each) for each in zip(*parts, strict=True))
    agreed, surprising, plain = (np.add.reduceat(each, heads) if len(heads) else each for each in columns)
    return {
        "words": np.minimum(agreed, COUNTED),
        "surprise": np.log1p(np.maximum(surprising, 0)),
        "no names": np.minimum(plain, COUNTED),
        "holders": np.log(whole.holders),
        "opened": _edge(lexed, whole.a0, whole.b0, -1),
        "closed": _edge(lexed, whole.a1, whole.b1, 1),
        "texts": np.full(len(heads), np.log(len(lexed.first))),
    }


def _parts(size: int) -> Iterator[slice]:
    yield from (slice(first, first + PART) for first in range(0, max(1, size), PART))


def _agreeing(lexed: Lexed, found: Stretches) -> tuple[Floats, Floats, Floats]:
    """For each stretch, on its line: words that agree, their surprise, and those without a capital."""
    line = found.b0 - found.a0
    first, last = found.a0 - AROUND, np.minimum(found.a1, found.a0 + FARTHEST) + AROUND
    for rows, shift in ((found.a0, 0), (found.b0, line)):
        text = lexed.text[rows]
        first = np.maximum(first, lexed.first[text] - shift)
        last = np.minimum(last, lexed.first[text + 1] - shift)
    sizes = last - first
    owner = np.repeat(np.arange(len(found)), sizes)
    a = np.arange(len(owner)) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)
    same = np.flatnonzero(lexed.word[a] == lexed.word[a + line[owner]])
    a, owner = a[same], owner[same]
    goes_on = np.zeros(len(a), bool)
    goes_on[1:] = (np.diff(a) == 1) & (np.diff(owner) == 0)
    told = surprise(lexed, a, found.holders[owner], goes_on)
    plain = ~(lexed.capital[a] & lexed.capital[a + line[owner]])
    counts = (np.bincount(owner, each, len(found)).astype(float) for each in (None, told, plain))
    agreed, surprising, plainly = counts
    return agreed, surprising, plainly


def _edge(lexed: Lexed, a: Whole, b: Whole, step: int) -> Floats:
    """1 where a sentence or a quotation begins (ends) in both texts at a word or a few words on."""
    found = np.zeros(len(a), bool)
    for away in range(EDGE + 1):
        one, two = (np.clip(each + step * away, 0, len(lexed)) for each in (a, b))
        found |= lexed.broken[one] & lexed.broken[two]
    return found.astype(float)
