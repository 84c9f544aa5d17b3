"""Which sentences of other languages lie nearest: candidates, never all pairs kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.across.encoder import Vectors

NEIGHBOURS = 10
BLOCK = 512  # rows at a time: 512 x 75,000 numbers are 150 MB
# The mean nearness to ten neighbours where there are fewer than ten to measure it by.
USUAL = 0.3
# Less far beyond its neighbours lie 1 in 1,000 of those that say the same, and 57 in 100 of the others.
FAR = -0.1


@dataclass(frozen=True, slots=True)
class Near:
    """Two sentences; how near their vectors lie, and how much nearer than each lies to its neighbours."""

    a: int
    b: int
    cosine: float
    beyond: float


def nearest(vectors: Vectors, languages: Sequence[str]) -> list[Near]:
    """Every sentence with its ``NEIGHBOURS`` nearest in each other language, in order of (a, b), a < b.

    Those that lie no nearer than most are left out.
    ``vectors`` are of unit length, one row a sentence. Some sentences lie near to everything; so what
    counts is twice the cosine less the mean cosine of either to its neighbours (cross-domain similarity
    local scaling). Exact and in blocks: time grows with the product of the sizes, memory does not.
    """
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, language in enumerate(languages):
        rows[language].append(row)
    found: list[Near] = []
    for one, other in combinations(sorted(rows), 2):
        found += _between(vectors, np.array(rows[one]), np.array(rows[other]))
    return sorted(found, key=lambda near: (near.a, near.b))


def _between(vectors: Vectors, one: NDArray[np.intp], other: NDArray[np.intp]) -> list[Near]:
    forth, around = best(vectors[one], vectors[other])
    back, about = best(vectors[other], vectors[one])
    cosines = {(i, j): cosine for i, near in enumerate(forth) for j, cosine in near}
    cosines |= {(i, j): cosine for j, near in enumerate(back) for i, cosine in near}
    found = (
        _near(int(one[i]), int(other[j]), cosine, 2 * cosine - around[i] - about[j])
        for (i, j), cosine in cosines.items()
    )
    return [near for near in found if near.beyond >= FAR]


def _near(a: int, b: int, cosine: float, beyond: float) -> Near:
    return Near(min(a, b), max(a, b), cosine, beyond)


def best(
    vectors: Vectors, others: Vectors, places: tuple[NDArray[np.intp], NDArray[np.intp]] | None = None
) -> tuple[list[list[tuple[int, float]]], list[float]]:
    """For each vector its nearest among the others with their cosines, and the mean of those.

    ``places`` tell where each vector and each of the others stands: two of one place are no neighbours.
    """
    found: list[list[tuple[int, float]]] = []
    most = min(NEIGHBOURS, len(others))
    for start in range(0, len(vectors), BLOCK):
        cosines = vectors[start : start + BLOCK] @ others.T
        if places:
            cosines[places[0][start : start + BLOCK, None] == places[1][None]] = -np.inf
        chosen = np.argpartition(-cosines, most - 1, axis=1)[:, :most]
        values = np.take_along_axis(cosines, chosen, axis=1)
        found += [
            [(int(n), float(v)) for n, v in zip(*row, strict=True) if v > -np.inf]
            for row in zip(chosen, values, strict=True)
        ]
    return found, [_mean([cosine for _, cosine in row]) for row in found]


def _mean(cosines: Sequence[float]) -> float:
    """That of ten neighbours; those that are missing lie as near as is usual."""
    return (sum(cosines) + USUAL * (NEIGHBOURS - len(cosines))) / NEIGHBOURS
