"""Facts about several papers: one number, or one photograph, on papers that are made out to several names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from firsthand.model import PaperFinding, PaperFindingKind, Region, Sameness
from firsthand.names.papers.held import Held, labels
from firsthand.names.papers.likening import liken
from firsthand.names.spelling import key

MOST = 50  # papers of one number, or with one photograph, that are compared two by two


def shared_facts(held: Sequence[Held], photographs: Mapping[Region, str]) -> Iterator[PaperFinding]:
    """Numbers and photographs that papers of several names share.

    ``photographs`` has the digest of the pixels of each.
    """
    for number, group in _grouped((key(_number(each)), each) for each in held):
        for one, other in _two_names(group):
            yield _numbered(number, one, other)
    seen = (
        ((photographs[region]), each)
        for each in held
        for region in each.paper.photographs
        if photographs.get(region)
    )
    for _, group in _grouped(seen):
        for one, other in _two_names(group):
            yield _pictured(one, other, photographs)


def _number(held: Held) -> str:
    found = held.paper.first("number")
    return held.said("series") + found.value if found else ""


def _grouped(pairs: Iterable[tuple[Hashable, Held]]) -> Iterator[tuple[Hashable, list[Held]]]:
    found: defaultdict[Hashable, list[Held]] = defaultdict(list)
    for shared, each in pairs:
        if shared and each not in found[shared]:
            found[shared].append(each)
    yield from ((shared, group) for shared, group in found.items() if len(group) > 1)


def _two_names(group: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Pairs whose names are not, or cannot be told to be, spellings of one."""
    for one, other in combinations(group[:MOST], 2):
        if one.holder and other.holder and liken(one.holder, other.holder).answer is not Sameness.SAME:
            yield one, other


def _said(one: Held, other: Held) -> str:
    first, second = labels((one, other))
    told = liken(one.holder, other.holder).sentence
    return f"{first}, made out to {one.holder}, and on {second}, made out to {other.holder}. {told}"


def _numbered(number: Hashable, one: Held, other: Held) -> PaperFinding:
    fields = [each.paper.first("number") for each in (one, other)]
    shown = fields[0].value if fields[0] else number
    note = f"The number {shown} stands on {_said(one, other)}"
    places = tuple(field.place for field in fields if field and field.place)
    return PaperFinding(PaperFindingKind.NUMBER, (one.record.id, other.record.id), note, places)


def _pictured(one: Held, other: Held, photographs: Mapping[Region, str]) -> PaperFinding:
    kept = {photographs.get(region) for region in one.paper.photographs}
    kept &= {photographs.get(region) for region in other.paper.photographs}
    regions = tuple(
        region
        for each in (one, other)
        for region in each.paper.photographs
        if photographs.get(region) in kept - {None}
    )
    note = f"The same photograph, pixel for pixel, is on {_said(one, other)}"
    return PaperFinding(PaperFindingKind.PHOTOGRAPH, (one.record.id, other.record.id), note, (), regions)
