"""Which of many names may be one written twice: by keys of words, never by looking at all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np

from firsthand.model.reading import Being
from firsthand.names.comparing import compare
from firsthand.names.index.entries import Entries, logit
from firsthand.names.index.vocabulary import Engine, Floats, Numbers, apart

JUDGED = 500  # pairs that a process compares at a time
START, JUDGEMENT = -3.56, 1.17  # learnt with the weights in entries.py


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Pairs of names (by number) with their score, the likeliest first; how many keys were too common."""

    pairs: tuple[tuple[int, int, float], ...]
    skipped: int


def duplicates(
    names: Sequence[str], engine: Engine, being: Being = Being.PERSON, lowest: float = 0.5
) -> Duplicates:
    """The pairs of ``names`` that are one with a chance of ``lowest`` or more.

    The chance is that of ``compare``, weighed by how both words are heard and by how many names of the list
    share such words by chance: of 200,000 names, "Kim Sejeong" and "Kim Sujŏng" are mostly two.
    """
    entries = Entries(names)
    codes, odds, skipped = candidates(entries, engine)
    one, other = (side.tolist() for side in apart(codes))
    pieces = _pieces(zip(one, other, strict=True), names)
    judged = [score for piece in engine.each(partial(_judged, being), pieces) for score in piece]
    told = START + JUDGEMENT * logit(np.array(judged, np.float32)) + odds
    scores = (1 / (1 + np.exp(-told))).tolist()
    found = ((a, b, s) for a, b, s in zip(one, other, scores, strict=True) if s >= lowest)
    return Duplicates(tuple(sorted(found, key=lambda each: (-each[2], each[:2]))), skipped)


def sharing_words(names: Sequence[str], engine: Engine) -> Iterator[tuple[int, int]]:
    """The pairs of ``names`` two words of which may be one, by number, in order: what is to be compared."""
    codes, _, _ = candidates(Entries(names), engine)
    return zip(*(side.tolist() for side in apart(codes)), strict=True)


def _pieces(pairs: Iterator[tuple[int, int]], names: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    while piece := [(names[a], names[b]) for a, b in islice(pairs, JUDGED)]:
        yield piece


def _judged(being: Being, pairs: list[tuple[str, str]]) -> list[float]:
    return [compare(a, b, being).score for a, b in pairs]


def candidates(entries: Entries, engine: Engine) -> tuple[Numbers, Floats, int]:
    """The pairs of names, as codes, two words of which may be one, with log-odds; how many keys stay out."""
    found, skipped = [], 0
    for keys, owners, limit in entries.keyed():
        shared = engine.columns_sharing_key(keys, owners, limit)
        found += [match for pair in shared.pairs for match in entries.matches(*pair)]
        skipped += len(shared.skipped)
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.float32), skipped
    matches = np.unique(np.concatenate(found, axis=1), axis=1)
    return *entries.likely(matches, engine), skipped
