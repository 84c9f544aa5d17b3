"""A first tree from the differences of each two texts: neighbour joining (Saitou and Nei 1987)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firsthand.tracing.stemma.coding import Places
from firsthand.tracing.stemma.tree import Tree, of

Distances = NDArray[np.float64]


def differences(places: Places) -> Distances:
    """The share of places in which two texts differ, of those in which both are known; half where none is."""
    known = (places.has.sum(axis=2) == 1).astype(np.float64)
    sure = places.has * known[:, :, None]
    weight = places.weight.astype(np.float64)
    same = np.einsum("ask,bsk,s->ab", sure, sure, weight, optimize=True)
    both = np.einsum("as,bs,s->ab", known, known, weight, optimize=True)
    return np.asarray(np.where(both > 0, 1 - same / np.maximum(both, 1e-9), 0.5))


def joined(distances: Distances) -> Tree:
    """The tree of neighbour joining; every text is a leaf of it."""
    texts = len(distances)
    nodes, far, new = list(range(texts)), distances.copy(), texts
    edges: list[tuple[int, int]] = []
    while len(nodes) > 3:
        i, j = _neighbours(far)
        edges += [(new, nodes[i]), (new, nodes[j])]
        to_new = (far[i] + far[j] - far[i, j]) / 2
        rest = [k for k in range(len(nodes)) if k not in (i, j)]
        far = np.block(
            [[far[np.ix_(rest, rest)], to_new[rest][:, None]], [to_new[rest][None], np.zeros((1, 1))]]
        )
        nodes = [*(nodes[k] for k in rest), new]
        new += 1
    return of(texts, [*edges, *((new, n) for n in nodes)] if len(nodes) > 2 else [*edges, *_pair(nodes)])


def _pair(nodes: list[int]) -> list[tuple[int, int]]:
    return [(nodes[0], nodes[1])] if len(nodes) == 2 else []


def _neighbours(far: Distances) -> tuple[int, int]:
    total = far.sum(axis=1)
    criterion = (len(far) - 2) * far - total[:, None] - total[None]
    np.fill_diagonal(criterion, np.inf)
    i, j = np.unravel_index(int(criterion.argmin()), criterion.shape)
    return int(i), int(j)
