"""What particulars say for and against: those that agree, those that cannot both hold, those left open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from firsthand.model import Column, Indication, Particular, Place, Way
from firsthand.names.identifying.holding import FUNCTIONAL, agree, differ, remark
from firsthand.names.identifying.lineage import Lineage

ALONE = Lineage({})  # nobody has anything from another
Called = Callable[[Place], str]  # how the record of a place is called in a sentence


def within(
    particulars: Sequence[Particular], called: Called, lineage: Lineage = ALONE
) -> Iterator[Indication]:
    """What is said of one person: where several records agree, where they cannot both be right, the rest."""
    for field, told in _by_field(particulars).items():
        clusters = _clusters(field, told)
        if field in FUNCTIONAL and len(clusters) > 1 and _apart(field, clusters):
            values = "; ".join(_told(cluster, called) for cluster in clusters)
            places = tuple(each.place for cluster in clusters for each in cluster)
            yield Indication(
                Column.FACTS, Way.AGAINST, f"{_head(field)}: {values}. These cannot both hold.", places
            )
            continue
        said = {remark(field, a[0].value, b[0].value) for a, b in combinations(clusters, 2)} - {""}
        for cluster in clusters:
            voices = {lineage.root(p.place.record) for p in cluster}
            way = Way.FOR if len(voices) > 1 else Way.OPEN
            note = f"{_head(field)}: {_told(cluster, called)}."
            if way is Way.OPEN and len({p.place.record for p in cluster}) > 1:
                note = f"{note[:-1]}, all from one of them."
            yield Indication(Column.FACTS, way, note, tuple(p.place for p in cluster))
        for note in sorted(said):
            yield Indication(Column.FACTS, Way.OPEN, note, tuple(p.place for c in clusters for p in c))


def between(ones: Sequence[Particular], others: Sequence[Particular], called: Called) -> Iterator[Indication]:
    """What is said of two: fields that both have."""
    mine, theirs = _by_field(ones), _by_field(others)
    for field in (f for f in mine if f in theirs):
        for one, other in ((a, b) for a in mine[field] for b in theirs[field]):
            both = f"{_told([one], called)}; {_told([other], called)}"
            places = (one.place, other.place)
            if agree(field, one.value, other.value):
                yield Indication(Column.FACTS, Way.FOR, f"{_head(field)}: {both}.", places)
            elif differ(field, one.value, other.value):
                note = f"{_head(field)}: {both}. These cannot both hold."
                yield Indication(Column.FACTS, Way.AGAINST, note, places)
            else:
                more = remark(field, one.value, other.value)
                note = f"{_head(field)}: {both}.{f' {more}' if more else ''}"
                yield Indication(Column.FACTS, Way.OPEN, note, places)


def _clusters(field: str, told: Sequence[Particular]) -> list[list[Particular]]:
    """Values that say the same together, in the order in which they are met."""
    found: list[list[Particular]] = []
    for each in told:
        home = next((c for c in found if agree(field, c[0].value, each.value)), None)
        if home is None:
            found.append([each])
        else:
            home.append(each)
    return found


def _apart(field: str, clusters: Sequence[Sequence[Particular]]) -> bool:
    return any(differ(field, a[0].value, b[0].value) for a in clusters for b in clusters)


def _by_field(particulars: Sequence[Particular]) -> dict[str, list[Particular]]:
    found: dict[str, list[Particular]] = {}
    for each in particulars:
        found.setdefault(each.field, []).append(each)
    return found


def _told(cluster: Sequence[Particular], called: Called) -> str:
    by_value: dict[str, dict[str, None]] = {}
    for each in cluster:
        by_value.setdefault(each.value, {})[called(each.place)] = None
    return "; ".join(f"{value} ({', '.join(where)})" for value, where in by_value.items())


def _head(field: str) -> str:
    return field[0].upper() + field[1:]
