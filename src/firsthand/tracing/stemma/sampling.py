"""Trees that explain the variants, each as often as it is likely; and the one that agrees best with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.tracing.stemma.coding import Places
from firsthand.tracing.stemma.joining import differences, joined
from firsthand.tracing.stemma.moves import Moves
from firsthand.tracing.stemma.tree import Step, Tree, of

CHAINS = 4
SWEEPS, WARM = 45, 15  # of a chain, and how many of them to get away from where it began
HOT = 8.0
WORK = 3e8  # texts² x places x variants x sweeps in all: with more texts there are fewer sweeps
MOST_WEIGHED = 80  # trees that are compared with one another at the end
Signs = NDArray[np.int8]


def sampled(places: Places, seed: int = 1) -> list[Tree]:
    """Trees drawn by chains of moves; only the first tree of all where there are too many texts for more."""
    first = joined(differences(places))
    work = max(1, places.texts**2 * places.likely.size)
    sweeps = min(SWEEPS, int(WORK / work / CHAINS))
    if places.texts < 3 or not sweeps:
        return [first]
    return [tree for chain in range(CHAINS) for tree in _chain(places, first, sweeps, seed + chain)]


def _chain(places: Places, first: Tree, sweeps: int, seed: int) -> list[Tree]:
    tree = of(places.texts, first.edges())
    chance = np.random.default_rng(seed)
    warm = WARM * sweeps // SWEEPS
    found = []
    for sweep in range(sweeps):
        heat = max(1.0, HOT * (1 - sweep / warm)) if sweep < warm else 1.0
        _sweep(Moves(places, tree, chance, heat))
        if sweep >= warm:
            found.append(of(places.texts, tree.edges()))
    return found


def _sweep(moves: Moves) -> None:
    for node in moves.chance.permutation(moves.places.texts):
        moves.text(int(node))
    for _ in range(moves.places.texts // 2):
        moves.branch()
    moves.rates()


def best(trees: Sequence[Tree]) -> Tree:
    """The tree that agrees best with all: which of two texts is nearer to a third, asked for all three.

    This is the measure by which a proposed tree is judged (average sign similarity, Roos and
    Heikkilä 2009), so the tree with the highest mean over what is likely is the one to propose.
    """
    some = trees[:: max(1, -(-len(trees) // MOST_WEIGHED))]
    signs = [nearer(tree) for tree in some]
    shares = [np.mean([s == v for s in signs], axis=0) for v in (-1, 0, 1)]
    worths = [_agreement(each, shares) for each in signs]
    return some[int(np.argmax(worths))]


def _agreement(mine: Signs, shares: Sequence[NDArray[np.float64]]) -> float:
    off = sum(share * np.abs(mine - value) for share, value in zip(shares, (-1, 0, 1), strict=True))
    return float(-np.mean(off))


def nearer(tree: Tree) -> Signs:
    """For texts a, b, c: -1 where b is nearer to a than c is, 1 where it is farther, by steps; else 0."""
    far = distances(tree)
    return np.asarray(np.sign(far[:, :, None] - far[:, None, :]), np.int8)


def distances(tree: Tree) -> NDArray[np.int16]:
    """How many steps there are between each two texts."""
    far = np.zeros((tree.texts, tree.texts), np.int16)
    for text in range(tree.texts):
        steps = {-1: -1}
        for node, before in tree.walk(text):
            steps[node] = steps[before] + 1
        far[text] = [steps[n] for n in range(tree.texts)]
    return far


def support(tree: Tree, trees: Sequence[Tree]) -> dict[Step, float]:
    """For each step the share of ``trees`` that have a step between the same two groups of texts."""
    seen = Counter(group for each in trees for group in set(each.parted().values()))
    return {step: seen[group] / len(trees) for step, group in tree.parted().items()}
