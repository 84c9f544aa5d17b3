"""Which wordings are worth comparing: those that share rare keys. Never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import fsum, log, sqrt
from typing import Protocol

from firsthand.matching.wordings import Voice, Wording
from firsthand.matching.words import heft

# A key in more wordings than this makes no pairs: 40 give 780 pairs, and a phrase that common proves little.
LIMIT = 40
# Wordings that share this many too common keys with the earliest holder are compared with it all the same:
# near-identical reprints share every key, stock phrases one or two.
STILL = 4
# The rarest words of a wording, taken two by two, find paraphrases. 6 words make 15 keys.
RAREST = 6


class Shared(Protocol):
    """What comes back from an engine: pairs of owners with the number of keys shared, and keys left out."""

    @property
    def pairs(self) -> Mapping[tuple[int, int], int]:
        """(lower owner, higher owner) → keys shared."""

    @property
    def skipped(self) -> Mapping[str, int]:
        """Keys with more owners than the limit → how many."""


class PairsSharingKey(Protocol):
    """The verb of an engine that matching needs."""

    def __call__(self, keys: Iterable[tuple[str, int]], limit: int) -> Shared:
        """Owners that hold a key in common; keys with more than ``limit`` owners make no pairs."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a stem is in this case: ``ln((n + 50) / (wordings that hold it + 0.5))``.

    The 50 keeps a case of two short reports from calling every word common.
    """

    holders: Mapping[str, int]
    size: int
    # What was reckoned before: a large case asks 40 million times for 100,000 stems and wordings.
    _weights: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    _lengths: dict[tuple[str, ...], float] = field(default_factory=dict, repr=False, compare=False)

    def of(self, stem: str) -> float:
        """The weight of one stem; a stem not met before weighs most."""
        found = self._weights.get(stem)
        if found is None:
            found = self._weights[stem] = log((self.size + 50) / (self.holders.get(stem, 0) + 0.5))
        return found

    def length(self, stems: tuple[str, ...]) -> float:
        """The length of a wording as a vector of the weights of its stems; 1 for one without any."""
        found = self._lengths.get(stems)
        if found is None:
            found = self._lengths[stems] = sqrt(fsum(self.of(x) ** 2 for x in set(stems))) or 1.0
        return found

    def chance(self) -> float:
        """What one agreement by chance is expected to weigh: the logarithm of the number of wordings."""
        return log(self.size + 50)


def rarity(wordings: Sequence[Wording]) -> Rarity:
    """Count, for every stem, the wordings that hold it."""
    holders: Counter[str] = Counter()
    for each in wordings:
        holders.update(set(each.features))
    return Rarity(holders, len(wordings))


def candidates(
    wordings: Sequence[Wording], rare: Rarity, pairs: PairsSharingKey
) -> tuple[dict[tuple[int, int], int], dict[str, int]]:
    """Pairs of wordings (indices) with the number of keys shared, and the keys too common to pair by."""
    shared = pairs(_all_keys(wordings, rare), LIMIT)
    found = {pair: n for pair, n in shared.pairs.items() if _may(wordings, pair)}
    for pair, n in _with_earliest(wordings, rare, shared.skipped).items():
        if n >= STILL and pair not in found and _may(wordings, pair):
            found[pair] = n
    return found, dict(shared.skipped)


def _may(wordings: Sequence[Wording], pair: tuple[int, int]) -> bool:
    """Not two lines of records, and not two wordings that stand in one and the same report only."""
    a, b = wordings[pair[0]], wordings[pair[1]]
    if a.voice is Voice.LINE and b.voice is Voice.LINE:
        return False
    return len(a.units) > 1 or len(b.units) > 1 or a.units[0].record != b.units[0].record


def keys_of(wording: Wording, rare: Rarity) -> set[str]:
    """The keys of one wording: content words side by side or one apart, pairs of its rarest, and runs
    of four words with one content word at most ("only did as we").
    """
    stems = wording.features
    keys = {f"{x} {y}" for x, y in pairwise(stems)}
    keys |= {f"{x} {y}" for x, y in zip(stems, stems[2:], strict=False)}
    rarest = sorted(set(stems), key=lambda s: (-rare.of(s), s))[:RAREST]
    keys |= {f"{min(x, y)} … {max(x, y)}" for n, x in enumerate(rarest) for y in rarest[:n]}
    runs = (wording.keys[n : n + 4] for n in range(len(wording.keys) - 3))
    return keys | {" ".join(run) for run in runs if heft(run) <= 1}


def _all_keys(wordings: Sequence[Wording], rare: Rarity) -> Iterator[tuple[str, int]]:
    for owner, each in enumerate(wordings):
        for key in keys_of(each, rare):
            yield key, owner


def _with_earliest(
    wordings: Sequence[Wording], rare: Rarity, skipped: Mapping[str, int]
) -> Counter[tuple[int, int]]:
    """For keys too common to pair by: each holder with the first one only, counted. Linear in the keys."""
    if not skipped:
        return Counter()
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for owner, each in enumerate(wordings):
        for key in keys_of(each, rare) & skipped.keys():
            holders[key].append(owner)
    return Counter((owners[0], other) for owners in holders.values() for other in owners[1:])


def told(skipped: Mapping[str, int], most: int = 5) -> list[str]:
    """The keys left out, as sentences for a person: the commonest by name, the rest as a number."""
    common: dict[str, int] = {}
    for key in sorted(skipped):
        name = ", ".join(f"“{word}”" for word in sorted(set(key.split()) - {"…"}))
        common[name] = max(skipped[key], common.get(name, 0))
    ranked = sorted(common, key=lambda name: (-common[name], name))
    lines = [
        f"Words beginning with {name} stand together in {common[name]:,} different sentences, too many to "
        f"compare each with each; they were compared by rarer words"
        for name in ranked[:most]
    ]
    if len(ranked) > most:
        lines.append(f"{len(ranked) - most:,} more groups of words were too common to compare by")
    return lines
