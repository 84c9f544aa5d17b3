"""How likely the variants are, given a tree: what each part of it says about the copy at a joint.

A copyist leaves a place as it is with chance 1 - rate; else the variant is drawn anew, each as likely as
it is by itself (Felsenstein 1981, "F81"). Rare readings so fall back to common ones more easily
than the other way, which is what mended slips do, and direction does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import mul

import numpy as np

from firsthand.tracing.stemma.coding import Numbers, Places
from firsthand.tracing.stemma.tree import RATES, Tree

LEAST = 1e-30


@dataclass(frozen=True, slots=True)
class Messages:
    """What the parts of one tree say. ``order``: each node with the one before it, from some start.

    ``up[n]``: what n and all beyond it say about n; ``over[n]``: the same about the node before n;
    ``down[n]``: what all the rest says about the node before n. Scaled, place by place, to at most 1.
    """

    order: Sequence[tuple[int, int]]
    up: Mapping[int, Numbers]
    over: Mapping[int, Numbers]
    down: Mapping[int, Numbers]


def copied(places: Places, seen: Numbers, rate: float | Numbers) -> Numbers:
    """What ``seen`` of a copy says about its model."""
    drawn = (seen * places.likely).sum(axis=-1, keepdims=True)
    return np.asarray((1 - rate) * seen + rate * drawn, np.float32)


def messages(places: Places, tree: Tree, start: int) -> Messages:
    """Both ways through the part of the tree that ``start`` is in (Pearl's belief propagation)."""
    order = tree.walk(start)
    up: dict[int, Numbers] = {}
    over: dict[int, Numbers] = {}
    down: dict[int, Numbers] = {}
    for node, before in reversed(order):
        beyond = [over[n] for n in tree.steps[node] if n != before]
        up[node] = _scaled(reduce(mul, beyond, own(places, tree, node)))
        if before >= 0:
            over[node] = copied(places, up[node], RATES[tree.steps[node][before]])
    for node, before in order:
        here = own(places, tree, node)
        if before >= 0:
            here = here * copied(places, down[node], RATES[tree.steps[node][before]])
        _send(here, [n for n in tree.steps[node] if n != before], over, down)
    return Messages(order, up, over, down)


def own(places: Places, tree: Tree, node: int) -> Numbers:
    """What a node itself says: a text has its variants, a lost copy may have any."""
    return places.has[node] if node < tree.texts else np.ones_like(places.likely)


def _send(
    here: Numbers, beyond: Sequence[int], over: Mapping[int, Numbers], down: dict[int, Numbers]
) -> None:
    """To each of ``beyond`` what ``here`` and all the others say."""
    before = [here]
    for n in beyond[:-1]:
        before.append(before[-1] * over[n])
    after = np.ones_like(here)
    for n, first in zip(reversed(beyond), reversed(before), strict=False):
        down[n] = _scaled(first * after)
        after = after * over[n]


def _scaled(said: Numbers) -> Numbers:
    return np.asarray(said / np.maximum(said.max(axis=1, keepdims=True), LEAST), np.float32)


def joint(places: Places, tree: Tree, told: Messages) -> Numbers:
    """For each node of ``told.order`` what the whole tree says about it, times how likely each variant is."""
    found = [
        told.up[n] if b < 0 else told.up[n] * copied(places, told.down[n], RATES[tree.steps[n][b]])
        for n, b in told.order
    ]
    return np.asarray(np.stack(found) * places.likely)


def worth(places: Places, said: Numbers) -> Numbers:
    """Log-likelihood, summed over the places in the first axis of ``said``."""
    return np.asarray(np.tensordot(places.weight, np.log(np.maximum(said, LEAST)), (0, 0)))
