"""In how many of a hundred redraws a line of descent comes out again: the bootstrap of Felsenstein (1985).

A line that a report states itself hangs on no wording. Any other rests on sentences that two texts
share, and one sentence more or less may decide. So the sentences of the child are drawn anew, as
many as there are, each never, once or several times (Poisson with mean 1), and every time it is
asked again whether enough is shared and whether another report explains as much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import shake_256
from math import exp, factorial

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Certainty, Descent, EvidenceKind, RecordKind
from firsthand.tracing import clock, common
from firsthand.tracing.copying import QUOTED, RUN, TAKEN, copied, likeness
from firsthand.tracing.descent import ENOUGH, NEAR, came_first
from firsthand.tracing.ground import Ground
from firsthand.tracing.wording import Echo, Unit

REDRAWS = 100
STATED = frozenset({EvidenceKind.NAMED, EvidenceKind.LINK, EvidenceKind.CREDIT})
# The chance of drawing a sentence never, at most once, at most twice, … (the rest are seven times).
AT_MOST = np.cumsum([exp(-1) / factorial(times) for times in range(7)])
# Masses are counted in millionths: whole numbers have the same sum on every machine and in any order.
MILLION = 1_000_000
Draws = NDArray[np.int64]


def draws(keys: Iterable[str]) -> Draws:
    """How often each key is drawn in each redraw, a row a key; the same key always gives the same row."""
    said = b"".join(shake_256(key.encode("utf-8", "replace")).digest(2 * REDRAWS) for key in keys)
    chance = np.frombuffer(said, ">u2") / 65536
    return np.searchsorted(AT_MOST, chance, side="right").astype(np.int64).reshape(-1, REDRAWS)


def again(shares: Mapping[str, float], enough: float) -> int:
    """In how many redraws the shares of what is drawn sum up to ``enough``."""
    counted = np.array([_millionths(shares[key]) for key in sorted(shares)], np.int64)
    return int((counted @ draws(sorted(shares)) >= _millionths(enough)).sum())


def supported(
    ground: Ground,
    found: Sequence[Descent],
    commons: Iterable[common.Common],
    ancestors: Mapping[str, Sequence[str]],
) -> list[Descent]:
    """The lines ``found``, in their order, each that hangs on shared wording with its support."""
    by_node = {c.node.id: c for c in commons}
    before: dict[str, list[str]] = defaultdict(list)
    told = []
    for each in found:
        if each.support is None and hangs(each):
            support = (
                _from_common(ground, by_node[each.parent], each.child)
                if each.parent in by_node
                else _from_record(ground, each, before[each.child], ancestors)
            )
            each = replace(each, support=support)
        told.append(each)
        before[each.child].append(each.parent)
    return told


def hangs(line: Descent) -> bool:
    """Whether a line rests on shared wording alone, and on nothing that the report says of itself."""
    return line.certainty is Certainty.LIKELY and STATED.isdisjoint(e.kind for e in line.evidence)


def _from_common(ground: Ground, source: common.Common, child: str) -> int:
    """In how many redraws a sentence is left of which another child of an inferred ancestor has a run."""
    units = dict(source.children)
    own = set(units[child])
    long: set[Unit] = set()
    for other in sorted(units.keys() - {child}):
        theirs = set(units[other])
        pairs = [(e.unit, e.other, e.run) for e in ground.echoes(child).get(other, ())]
        pairs += [(e.other, e.unit, e.run) for e in ground.echoes(other).get(child, ())]
        long |= {u for u, v, run in pairs if u in own and v in theirs and run >= common.RUN}
    return again({_key(u): 1.0 for u in long}, 1.0)


def _from_record(
    ground: Ground, line: Descent, before: Sequence[str], ancestors: Mapping[str, Sequence[str]]
) -> int:
    if ground.records[line.parent].kind is not RecordKind.REPORT:
        return int(_Contest(_left(ground, line.child, before, [line.parent]), paper=True).enough[0].sum())
    rivals = [
        other
        for other in ground.echoes(line.child)
        if other != line.parent and _rival(ground, line.child, other, before, ancestors)
    ]
    order = sorted([line.parent, *rivals], key=lambda i: clock.rank(ground.records[i]))
    left = _left(ground, line.child, before, order)
    near = _Contest(left).near()
    here = order.index(line.parent)
    out = near[here]
    for number, other in enumerate(order[:here]):
        if (near[number] & out).any() and _copied(ground, line.child, other, left[other]):
            out = out & ~near[number]
    return int(out.sum())


def _rival(
    ground: Ground, child: str, other: str, before: Sequence[str], ancestors: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a report could be the parent instead."""
    record, there = ground.records[child], ground.records[other]
    own = ground.press.of.get(child)
    return (
        there.kind is RecordKind.REPORT
        and other not in before
        and came_first(ground, record, there)
        and ground.same_matter(child, other)
        and {child, own.node.id if own else child}.isdisjoint(ancestors.get(other, ()))
    )


def _copied(ground: Ground, child: str, other: str, echoes: Sequence[Echo]) -> bool:
    return copied(ground, ground.records[child], other, likeness(ground, echoes))


def _left(ground: Ground, child: str, before: Sequence[str], others: Sequence[str]) -> dict[str, list[Echo]]:
    """What the child shares with each of ``others`` beyond what the parents ``before`` hold as well."""
    echoes = ground.echoes(child)
    covered: dict[Unit, float] = defaultdict(float)
    for parent in before:
        for each in echoes.get(parent, ()):
            covered[each.unit] = max(covered[each.unit], each.share)
    left = {i: [e for e in echoes.get(i, ()) if covered[e.unit] < TAKEN * e.share] for i in others}
    credited = {
        u for u in {e.unit for shared in left.values() for e in shared} if ground.credited_elsewhere(u)
    }
    return {i: [e for e in shared if e.unit not in credited] for i, shared in left.items()}


class _Contest:
    """What each of several records shares with the child in every redraw, and whether that is enough."""

    def __init__(self, claims: Mapping[str, Sequence[Echo]], paper: bool = False) -> None:
        units = sorted({e.unit for echoes in claims.values() for e in echoes}, key=lambda u: u.span)
        column = {unit: number for number, unit in enumerate(units)}
        drawn = draws(map(_key, units))
        mass = np.zeros((len(claims), len(units)), np.int64)
        long = np.zeros(mass.shape, np.int64)
        for row, echoes in enumerate(claims.values()):
            for each in echoes:
                mass[row, column[each.unit]] = _mass(each)
                long[row, column[each.unit]] = each.run >= common.RUN if paper else each.loose >= RUN
        there = (drawn > 0).astype(np.int64)
        self.mass = mass @ drawn
        several = paper | ((mass > 0).astype(np.int64) @ there > 1)
        self.enough = (self.mass >= _millionths(ENOUGH)) & several | (long @ there > 0)

    def near(self) -> NDArray[np.bool_]:
        """Which have enough, and about as much as the one that has most; a row a record."""
        counted = np.where(self.enough, self.mass, 0)
        near: NDArray[np.bool_] = self.enough & (self.mass >= NEAR * counted.max(axis=0))
        return near


def _mass(echo: Echo) -> int:
    quoted = echo.unit.quoted and echo.other.quoted
    return _millionths(echo.share * echo.weight * (QUOTED if quoted else 1.0))


def _millionths(mass: float) -> int:
    return round(MILLION * mass)


def _key(unit: Unit) -> str:
    return f"{unit.record} {unit.span.start}"
