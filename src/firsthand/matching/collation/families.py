"""Texts that go together: what they share and most others do not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from firsthand.model import Variation, VariationKind

# Variants that two texts alone or with a minority have in common, as a share of those of either: above it
# they are one family. One in a hundred is chance (a word misread twice in the same way).
TOGETHER = 0.4
LEAST = 2
WEIGHT = {VariationKind.MARKS: 0.25, VariationKind.SPELLING: 0.5}


def families(count: int, variations: Iterable[Variation]) -> tuple[tuple[int, ...], ...]:
    """Groups of two texts or more, by number; a text that goes with no other stands in none.

    What counts is agreement in what most do not have and at least two have: the common reading
    proves nothing (two can be right independently), nor does a reading that is one text's own.
    """
    shared: Counter[tuple[int, int]] = Counter()
    own: Counter[int] = Counter()
    for each in variations:
        for variant in each.variants[1:]:
            if len(variant.texts) > 1 and 2 * len(variant.texts) <= count:
                heft = WEIGHT.get(each.kind, 1.0)
                own.update(dict.fromkeys(variant.texts, heft))
                shared.update(dict.fromkeys(combinations(variant.texts, 2), heft))
    return _grouped(count, shared, own)


def _grouped(count: int, shared: Counter[tuple[int, int]], own: Counter[int]) -> tuple[tuple[int, ...], ...]:
    head = list(range(count))
    for a, b in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if shared[a, b] >= LEAST and shared[a, b] >= TOGETHER * max(own[a], own[b]):
            old, new = head[b], head[a]
            head = [new if h == old else h for h in head]
    return _listed(head)


def _listed(head: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    groups: dict[int, list[int]] = {}
    for number, each in enumerate(head):
        groups.setdefault(each, []).append(number)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
