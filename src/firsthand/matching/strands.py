"""Which reports of a large case hang together: what is compared with what.

A case of thousands of reports is never about one thing. Reports are linked where the telling words
that they share are a fair part of all that both have; what is linked, directly or by way of others,
is a strand, and is matched and traced by itself. So one report more costs the work of its strand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from math import log2

import numpy as np
from numpy.typing import NDArray

from firsthand.boilerplate import blanked, boilerplate
from firsthand.joining import joined
from firsthand.matching.words import features, keys_of
from firsthand.model import Division, Record, RecordKind, identity

# So many reports are one strand, whatever they have in common: they take about a minute, and in a case of
# that size what is said in another language or in other words must not be missed.
TOGETHER = 1_000
# The cosine of the rarity-weighted stems of two reports from which they are linked. Of 228 articles on 76
# events of real news 70 events stay whole, and the largest strand has 18 articles (at 0.16: 68 and 12);
# among 600 articles on everything the largest has 31 (23).
LINKED = 0.15
# The commonest words of a report, up to this share of its weight, are left out: they are half of all, and
# most of the work.
LIGHT = 0.05
SCALE = 100  # weights are whole numbers, so that their sums are the same on every machine

DIVIDER = "strands 2"  # another number where words are read or reports divided otherwise
Numbers = NDArray[np.int64]
Stems = bytes
"""The stems of a text as numbers in order, each once: what two texts of one wording have in common."""


@dataclass(frozen=True, slots=True)
class Links:
    """The texts of a case, the weight of each stem that they have, squared, and the texts that are linked."""

    texts: frozenset[Stems] = frozenset()
    stems: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    squares: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    pairs: tuple[tuple[Stems, Stems], ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """The strands of a case, each with all records that are no reports; what they were found by, and its
    links; without either where all is one strand."""

    strands: tuple[tuple[Record, ...], ...]
    division: Division | None = None
    links: Links = field(default_factory=Links)


def strands(
    records: Sequence[Record],
    before: Links | None = None,
    bound: Sequence[tuple[str, str]] = (),
    known: Division | None = None,
) -> Split:
    """The records in strands, without their boilerplate; up to ``TOGETHER`` reports are one, as it is given.

    A report that links to another, or stands at its address, or that people ``bound`` to it (ids), is of its
    strand. Does not depend on the order of what is given, nor on the links ``before``, nor on the division
    ``known``: what of them still holds is only not looked for again.
    """
    if sum(r.kind is RecordKind.REPORT for r in records) <= TOGETHER:
        return Split((tuple(records),))
    of, links = _of(records), before or Links()
    if known is None or known.of != of:
        known, links = _divided(records, of, links)
    plain = blanked(records, dict(known.blanks))
    reports = sorted(r.id for r in plain if r.kind is RecordKind.REPORT)
    hanging = ((group[0], each) for group in known.groups for each in group)
    top = joined(chain(hanging, _here(bound, frozenset(reports))))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in reports:
        found[top[each]].append(each)
    at = {record.id: number for number, record in enumerate(plain)}
    others = [record.id for record in plain if record.kind is not RecordKind.REPORT]
    held = (tuple(plain[n] for n in sorted(at[i] for i in (*group, *others))) for group in found.values())
    return Split(tuple(held), known, links)


def _of(records: Sequence[Record]) -> str:
    """The hash of all that a division follows from, in any order."""
    own = (
        identity("report", r.id, r.url, r.text, *(link.url for link in r.links))
        for r in records
        if r.kind is RecordKind.REPORT
    )
    return identity("division", DIVIDER, str(TOGETHER), *sorted(own))


def _divided(records: Sequence[Record], of: str, before: Links) -> tuple[Division, Links]:
    """Which reports hang together by what they are, whatever people rule; and the links of their texts."""
    places, told = boilerplate(records)
    plain = blanked((r for r in records if r.kind is RecordKind.REPORT), places)
    reports = sorted(plain, key=lambda each: each.id)
    stems = {r.id: _stems(r.text) for r in reports}
    links = _links(Counter(stems.values()), before)
    pairs: Iterator[tuple[Stems | str, Stems | str]] = chain(_addressed(reports), stems.items(), links.pairs)
    top = joined(pairs)
    groups: defaultdict[Stems | str, list[str]] = defaultdict(list)
    for each in reports:
        groups[top[each.id]].append(each.id)
    made = Division(of, tuple(map(tuple, groups.values())), tuple(sorted(places.items())), tuple(told))
    return made, links


def _here(bound: Sequence[tuple[str, str]], reports: Container[str]) -> Iterator[tuple[str, str]]:
    yield from ((one, other) for one, other in bound if one in reports and other in reports)


def _addressed(reports: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """Reports at one address, and those that link to it."""
    at: dict[str, str] = {}
    for each in reports:
        if each.url:
            yield at.setdefault(each.url, each.id), each.id
    for each in reports:
        yield from ((at[link.url], each.id) for link in each.links if link.url in at)


@lru_cache(maxsize=100_000)  # one report more: the others are not read again
def _stems(text: str) -> Stems:
    found = {_number(stem) for stem in features(keys_of(text))}
    return np.array(sorted(found), np.int64).tobytes()


@lru_cache(maxsize=500_000)
def _number(stem: str) -> int:
    """A number for a stem, the same in every process: of two equally common it says which is left out."""
    found = blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


def _links(texts: Mapping[Stems, int], before: Links) -> Links:
    """The pairs of texts whose stems have a cosine of ``LINKED``; every text is met so many times.

    A link follows from the weights of the stems of two texts, so it is looked for where one of them is
    new or has a stem that weighs otherwise than before.
    """
    owners, words = _table(list(texts))
    stems, numbers = np.unique(words, return_inverse=True)
    holders = np.bincount(numbers, np.array(list(texts.values()))[owners]).astype(np.int64)
    squares = _squares(holders, sum(texts.values()))
    moved = set(owners[(squares != _found(before, stems))[numbers]].tolist())
    same = [each for n, each in enumerate(texts) if n not in moved and each in before.texts]
    met = frozenset(same)
    kept = (pair for pair in before.pairs if met.issuperset(pair))
    order = [*same, *(each for each in texts if each not in met)]
    near = ((order[one], order[other]) for one, other in _near(order, stems, squares, len(same)))
    return Links(frozenset(order), stems, squares, (*kept, *near))


def _table(texts: Sequence[Stems]) -> tuple[Numbers, Numbers]:
    """The stems of all texts, one text after another, and to which text each belongs."""
    owners = np.repeat(np.arange(len(texts)), [len(each) // 8 for each in texts])
    return owners, np.frombuffer(b"".join(texts), np.int64)


def _squares(holders: Numbers, reports: int) -> Numbers:
    """What stems weigh that so many reports hold, squared; nothing where one report only has it.

    Counted in powers of two, so that one report more leaves the weights of most stems as they are.
    """
    rarity = 2.0 ** (int(log2(reports)) - np.rint(np.log2(holders)))
    return np.where(holders > 1, np.rint(SCALE * np.log1p(rarity)).astype(np.int64) ** 2, 0)


def _found(links: Links, stems: Numbers) -> Numbers:
    """What the stems weighed among these links; -1 for one that no text had."""
    if not len(links.stems):
        return np.full(len(stems), -1)
    at = np.searchsorted(links.stems, stems).clip(max=len(links.stems) - 1)
    return np.where(links.stems[at] == stems, links.squares[at], -1)


def _near(texts: Sequence[Stems], stems: Numbers, squares: Numbers, met: int) -> Iterator[tuple[int, int]]:
    """The pairs of texts that are alike, but those of the first ``met``, by an index of telling stems."""
    owners, numbers, sums = _telling(texts, stems, squares)
    ends = np.searchsorted(owners, np.arange(len(texts)), "right").tolist()
    holders = np.bincount(numbers, minlength=len(stems))
    index = owners[np.argsort(numbers, kind="stable")]
    starts = np.cumsum(holders) - holders
    lengths = np.sqrt(sums)
    seen = np.bincount(numbers[: ends[met - 1] if met else 0], minlength=len(stems))
    for text in range(met, len(texts)):
        own = numbers[ends[text - 1] if text else 0 : ends[text]]
        if seen[own].any():
            pieces = [index[a : a + n] for a, n in zip(starts[own].tolist(), seen[own].tolist(), strict=True)]
            shared = np.bincount(np.concatenate(pieces), np.repeat(squares[own], seen[own]), text)
            like = np.flatnonzero(shared >= np.maximum(LINKED * lengths[text] * lengths[:text], 1))
            yield from ((text, other) for other in like.tolist())
        seen[own] += 1


def _telling(texts: Sequence[Stems], stems: Numbers, squares: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Which text has which stem, text by text, and the sum of the squares of each text.

    Left out of every text are the commonest, up to ``LIGHT``.
    """
    owners, words = _table(texts)
    numbers = np.searchsorted(stems, words)
    order = np.lexsort((squares[numbers], owners))
    owners, numbers = owners[order], numbers[order]
    sums = np.bincount(owners, squares[numbers], len(texts)).astype(np.int64)
    passed = np.cumsum(squares[numbers]) - (np.cumsum(sums) - sums)[owners]
    kept = passed > LIGHT * sums[owners]
    return owners[kept], numbers[kept], sums
