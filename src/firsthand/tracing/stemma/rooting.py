"""Which end of a tree came first: what can hardly have happened the other way, and dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from firsthand.model import Collation, Variant, VariationKind
from firsthand.tracing.stemma.changes import Change, changes
from firsthand.tracing.stemma.coding import is_slip, vocabulary
from firsthand.tracing.stemma.tree import Tree

# What a change tells of its direction, in nats (measured with `bench.copying`). A form found nowhere else
# comes from a word more often than a word from it; what was left out is seldom put in again.
SLIPPED, LEFT_OUT, COMMON = 1.0, 1.5, 0.15
CAPPED = 4.0  # what one step can tell: its changes are one copyist's, and not independent
AGAINST_TIME = 12.0  # nats: no text was copied from a later one, unless a date is wrong


def first(tree: Tree, collation: Collation, dates: Sequence[str] = ()) -> dict[int, float]:
    """For each node the chance that all others go back to it. ``dates``: of the texts, ISO, "" unknown."""
    made, seen = changes(tree, collation), vocabulary(collation)
    told = {step: sum(_tells(each, seen) for each in found) for step, found in made.items()}
    values = {0: 0.0}
    for node, before in tree.walk(0)[1:]:
        values[node] = values[before] - 2 * float(np.clip(told[before, node], -CAPPED, CAPPED))
    if any(dates):
        values = {n: v - AGAINST_TIME * _turned(tree, n, dates) for n, v in values.items()}
    top = max(values.values())
    odds = {node: float(np.exp(value - top)) for node, value in values.items()}
    return {node: each / sum(odds.values()) for node, each in odds.items()}


def _turned(tree: Tree, start: int, dates: Sequence[str]) -> int:
    """How many texts would be older than one that they go back to, if all went back to ``start``."""
    latest, turned = {-1: ""}, 0
    for node, before in tree.walk(start):
        mine = dates[node][:10] if node < tree.texts else ""
        turned += bool(mine and mine < latest[before])
        latest[node] = max(mine, latest[before])
    return turned


def _tells(change: Change, seen: Mapping[str, int]) -> float:
    """How much a change speaks for its having happened this way, and not the other."""
    return _late(change.new, change, seen) - _late(change.old, change, seen)


def _late(variant: Variant, change: Change, seen: Mapping[str, int]) -> float:
    """How late a variant looks; the one that more texts have than any other looks as early as can be."""
    usual, next_usual, *_ = change.variation.variants
    if variant == usual and len(usual.texts) > len(next_usual.texts):
        return 0.0
    if not variant.words:
        return COMMON + LEFT_OUT * (change.variation.kind is VariationKind.OMISSION)
    return COMMON + SLIPPED * is_slip(variant.words, seen)
