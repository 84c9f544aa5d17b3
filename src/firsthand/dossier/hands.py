"""The hands of a statement as a chain, from this report back to where it began."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.dossier.index import Index
from firsthand.dossier.quotes import place_name
from firsthand.dossier.records import line_anchors
from firsthand.dossier.sheets import Step
from firsthand.languages import called_only
from firsthand.model import Attribution, Hop, Reading, Record, Role

FORWARD = "forwarded from, by name only"
LONGEST = 40  # steps of a chain: more is a circle or a mistake


def hands(index: Index, attribution: Attribution) -> tuple[Step, ...]:
    """The hands that one text states, the nearest to the reader first; a hand left unnamed is a gap.

    The nearest of all is whom a message was forwarded from.
    """
    record = index.records[attribution.record]
    name = record.extra.get("forwarded_from", "")
    forwarded = (Step(name, FORWARD),) if name else ()
    hops = [hop for hop in attribution.hands if hop.role is not Role.ADDRESSEE]
    return (*forwarded, *(_step(record, hop) for hop in reversed(hops)))


def _step(record: Record, hop: Hop) -> Step:
    if hop.who is None:
        return Step(f"{hop.role.value} not named", hop.role.value, gap=True)
    name = hop.name or record.text[hop.who.start : hop.who.end]
    return Step(called_only(name, record.language), hop.role.value)


def chain(index: Index, own: Sequence[Attribution]) -> tuple[Step, ...]:
    """The longest way back of any reading: through the reports to the record, or to the hands last stated."""
    ways = [_way(index, a) for a in own]
    longest = max(ways, key=len, default=[])
    if not longest:
        return ()
    steps = [Step(index.outlet(a.record), "report", to=index.anchors[a.id]) for a in longest]
    return (*steps, *_beyond(index, longest[-1], {s.name.casefold() for s in steps}))


def _way(index: Index, attribution: Attribution) -> list[Attribution]:
    way = [attribution]
    seen = {attribution.id}
    while len(way) < LONGEST:
        reading = index.readings.get(way[-1].id)
        upstream = index.attributions.get(reading.upstream_attribution) if reading else None
        if upstream is None or upstream.id in seen:
            return way
        seen.add(upstream.id)
        way.append(upstream)
    return way


def _beyond(index: Index, last: Attribution, named: set[str]) -> tuple[Step, ...]:
    """What lies behind the last report of a chain: the hands that it states, then the record."""
    stated = tuple(s for s in hands(index, last) if s.gap or s.name.casefold() not in named)
    record = _record_step(index, index.readings.get(last.id))
    if record:
        return (*stated, record)
    return stated or (Step("source not stated", gap=True),)


def _record_step(index: Index, reading: Reading | None) -> Step | None:
    if not reading or not reading.upstream or reading.upstream.record not in index.records:
        return None
    anchors = line_anchors(index, reading.upstream)
    return Step(place_name(index, reading.upstream), "record", to=anchors[0]) if anchors else None
