"""Variations as numbers: which text has which variant, how likely each is by itself, what it weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Collation, Variation, VariationKind

Numbers = NDArray[np.float32]

# A variant is by itself as likely as the number of texts that have it to this power: a copyist who
# meets a rare reading is apt to put the common one (measured with `bench.copying`: .25 before 0 and .5).
COMMON = 0.25
# So much less for a form that stands nowhere else in these texts: it is likely a slip, and slips are mended.
SLIP = 0.5
MARKS = 0.5  # what a difference in capitals or punctuation alone weighs beside one of words
LACUNA = 40  # words left out, from which it is loss, and not a copyist's slip, that made the gap
MOST = 6  # variants of one place; what is rarer counts as not legible
LARGEST = 3000  # places, those that group texts before those in which one text stands alone


@dataclass(frozen=True, slots=True)
class Places:
    """``has[n, s, k]``: 1 where text n has variant k at place s, or may have any; 0 elsewhere.

    ``likely[s, k]`` sums to 1 over the variants; ``weight[s]`` is how many places are like s.
    """

    has: Numbers
    likely: Numbers
    weight: Numbers

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return int(self.has.shape[0])


Coded = tuple[tuple[int, ...], tuple[float, ...], float]
"""A place: the variant of every text (-1: not known), how likely each variant is, the weight."""


def coded(collation: Collation) -> list[Coded]:
    """Every place at which at least two texts are known to differ, in the order of the text.

    Neighbours that part the texts alike are one place: whoever leaves out three words did so once.
    """
    found: list[Coded] = []
    last: tuple[int, ...] = ()
    for variation, code in telling(collation):
        if code[0] != last:
            found.append(code)
        last = code[0] if variation.kind is not VariationKind.MARKS else ()
    return found


def telling(collation: Collation) -> list[tuple[Variation, Coded]]:
    """The variations at which at least two texts are known to differ, loss of leaves left aside."""
    seen = vocabulary(collation)
    found = []
    for each in collation.variations:
        lacuna = each.kind is VariationKind.OMISSION and each.end - each.start > LACUNA
        states = _states(len(collation.names), each)
        if not lacuna and len(set(states) - {-1}) > 1:
            weight = MARKS if each.kind is VariationKind.MARKS else 1.0
            found.append((each, (states, _likely(each, seen), weight)))
    return found


def vocabulary(collation: Collation) -> Counter[str]:
    """In how many variants each word stands that stands in any."""
    return Counter(w for v in collation.variations for variant in v.variants for w in variant.words.split())


def _states(count: int, variation: Variation) -> tuple[int, ...]:
    states = [-1] * count
    for number, variant in enumerate(variation.variants[:MOST]):
        for text in variant.texts:
            states[text] = number
    return tuple(states)


def _likely(variation: Variation, seen: Counter[str]) -> tuple[float, ...]:
    found = []
    for number, variant in enumerate(variation.variants[:MOST]):
        slip = number and variation.kind is not VariationKind.MARKS and is_slip(variant.words, seen)
        found.append(len(variant.texts) ** COMMON * (SLIP if slip else 1.0))
    return tuple(round(each / sum(found), 3) for each in found)


def is_slip(words: str, seen: Mapping[str, int]) -> bool:
    """Whether ``words`` holds a form that no other variation has: ``seen`` counts those of all."""
    return any(seen[word] < 2 for word in words.split())


def places(found: Sequence[Coded]) -> Places:
    """Places as arrays, equal ones once with their weights summed."""
    weights: Counter[tuple[tuple[int, ...], tuple[float, ...]]] = Counter()
    for states, likely, weight in found:
        weights[states, likely] += weight  # type: ignore[assignment]
    kept = sorted(weights, key=lambda each: (not _groups(each[0]), -weights[each]))[:LARGEST]
    return arrays([(*each, weights[each]) for each in kept])


def arrays(found: Sequence[Coded]) -> Places:
    """The same places, in the same order, as arrays."""
    texts, most = len(found[0][0]) if found else 0, max((len(p) for _, p, _ in found), default=1)
    has = np.ones((texts, len(found), most), np.float32)
    likely = np.zeros((len(found), most), np.float32)
    for s, (states, chances, _) in enumerate(found):
        likely[s, : len(chances)] = np.array(chances) / sum(chances)
        for n, state in enumerate(states):
            if state >= 0:
                has[n, s] = np.arange(most) == state
    return Places(has, likely, np.array([weight for *_, weight in found], np.float32))


def _groups(states: tuple[int, ...]) -> bool:
    """Whether at least two variants are shared: only then does a place group the texts."""
    counts = Counter(s for s in states if s >= 0)
    return sum(many > 1 for many in counts.values()) > 1
