"""Reports that cite one another in a circle.

Descent never runs in a circle, since time does not; citing can, over the editions of a report: A
cites B, and a later edition of B cites A as if it confirmed the story.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from firsthand.model import Loop, Record
from firsthand.tracing import clock
from firsthand.tracing.nodes import called

Step = tuple[str, str]
"""The report that cites and the report that it cites."""


def loops(records: Mapping[str, Record], cited: Sequence[Step]) -> list[Loop]:
    """Every shortest circle of citing among outlets, each once, as the reports that cite in turn.

    ``cited`` are pairs of report ids: who cites, who is cited.
    """
    steps: dict[str, dict[str, Step]] = defaultdict(dict)
    for child, parent in sorted(cited, key=lambda s: clock.rank(records[s[0]])):
        here, there = _work(records[child]), _work(records[parent])
        if here != there:
            steps[here].setdefault(there, (child, parent))
    found: dict[frozenset[str], Loop] = {}
    for start in sorted(steps):
        ring = _shortest(steps, start)
        if ring and frozenset(ring) not in found:
            found[frozenset(ring)] = _loop(records, steps, ring)
    return list(found.values())


def _work(record: Record) -> str:
    return record.outlet.strip().casefold() or record.url or record.id


def _shortest(steps: Mapping[str, Mapping[str, Step]], start: str) -> list[str]:
    """The shortest way from ``start`` back to itself (breadth first); empty where there is none."""
    came: dict[str, str] = {}
    todo = deque([start])
    while todo:
        here = todo.popleft()
        for there in steps.get(here, ()):
            if there == start:
                ring = [here]
                while ring[-1] != start:
                    ring.append(came[ring[-1]])
                return ring[::-1]
            if there not in came:
                came[there] = here
                todo.append(there)
    return []


def _loop(
    records: Mapping[str, Record], steps: Mapping[str, Mapping[str, Step]], ring: Sequence[str]
) -> Loop:
    pairs = [steps[a][b] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
    told = "; ".join(f"{called(records[child])} cites {records[parent].outlet}" for child, parent in pairs)
    return Loop(
        tuple(child for child, _ in pairs), f"{told}: a circle, in which nothing new comes from outside."
    )
