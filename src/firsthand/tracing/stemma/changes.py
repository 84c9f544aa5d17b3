"""What each step of a tree changed: the variants before and after it, place by place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from firsthand.model import Collation, Variant, Variation, VariationKind
from firsthand.tracing.stemma.coding import arrays, telling
from firsthand.tracing.stemma.likelihood import joint, messages
from firsthand.tracing.stemma.tree import Step, Tree


class Change(NamedTuple):
    """One variant put for another. Read the other way it is a change of the step turned round."""

    variation: Variation
    old: Variant
    new: Variant


def changes(tree: Tree, collation: Collation) -> Mapping[Step, Sequence[Change]]:
    """For each step, away from text 0, what it changed; capitals and punctuation are left aside.

    Every node has at each place the variant that is likeliest there, all texts considered.
    """
    found = [(v, code) for v, code in telling(collation) if v.kind is not VariationKind.MARKS]
    order = tree.walk(0)
    made: dict[Step, list[Change]] = {(before, node): [] for node, before in order[1:]}
    if found:
        coded = arrays([code for _, code in found])
        states = joint(coded, tree, messages(coded, tree, 0)).argmax(axis=2)
        row = {node: number for number, (node, _) in enumerate(order)}
        for before, node in made:
            a, b = states[row[before]], states[row[node]]
            made[before, node] = [_change(found[s][0], int(a[s]), int(b[s])) for s in np.flatnonzero(a != b)]
    return made


def _change(variation: Variation, a: int, b: int) -> Change:
    return Change(variation, variation.variants[a], variation.variants[b])
