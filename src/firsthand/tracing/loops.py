"""Reports that cite one another in a circle.

Descent never runs in a circle, since time does not; citing can, over the editions of a report: A
cites B, and a later edition of B cites A as if it confirmed the story.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.model import Attribution, Being, Certainty, Descent, Evidence, EvidenceKind, Loop, Record, Role
from firsthand.tracing import clock
from firsthand.tracing.ground import Ground
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


def closed(loop: Loop, cited: Sequence[Step]) -> bool:
    """Whether the very reports of a circle cite one another: none of its outlets had it in an earlier one."""
    return set(_steps(loop)) <= set(cited)


def closing(loop: Loop, drawn: Iterable[Descent]) -> list[Descent]:
    """The steps of a closed circle that are no line of descent yet, as possible ones."""
    known = {(d.child, d.parent) for d in drawn}
    note = Evidence(EvidenceKind.NAMED, "It names it as a source, which goes back to it in turn: a circle.")
    return [Descent(*step, Certainty.POSSIBLE, (note,)) for step in _steps(loop) if step not in known]


def _steps(loop: Loop) -> Iterator[Step]:
    return zip(loop.nodes, [*loop.nodes[1:], loop.nodes[0]], strict=True)


def cited(ground: Ground, sure: Iterable[Descent]) -> list[Step]:
    """Who says that it has something from whom, among the records of the case.

    Also against time: a report that credits an outlet whose every report here is later. No line of
    descent is drawn then, since time does not allow it, but the report says so. And also where time
    does not tell: of two that credit each other on one day, a line is drawn for one only.
    """
    steps = {(d.child, d.parent) for d in sure if d.certainty is Certainty.SHOWN}
    for record in ground.reports:
        steps |= {(record.id, r) for r in (*_credits(ground, record), *_links(ground, record))}
    return sorted(s for s in steps if s[1] in ground.records and s[0] != s[1])


def _credits(ground: Ground, record: Record) -> Iterator[str]:
    """Reports by outlets that it credits, which say the same: those that it may have seen, else all."""
    for said in ground.attributions.get(record.id, ()):
        for outlet in ground.press.credited(said.id, record.id) if _passes_on(said) else ():
            there = [r for r in outlet.records if ground.say_the_same(record.id, r)]
            yield from [r for r in there if ground.may_follow(record.id, r)] or there


def _links(ground: Ground, record: Record) -> Iterator[str]:
    """Reports that it links to though none there can be earlier, or that say the same and may be later."""
    for link in record.links:
        there = [r for r in ground.press.editions(link.url) if r != record.id]
        if not any(ground.may_follow(record.id, r) for r in there):
            yield from there
        yield from (r for r in there if ground.may_follow(r, record.id) and ground.say_the_same(record.id, r))


def _passes_on(said: Attribution) -> bool:
    """Whether an outlet among the hands gave the words, and was not only told them."""
    return any(h.being is Being.OUTLET and h.role is not Role.ADDRESSEE for h in said.hands)


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
    note = f"{told}: a circle, in which nothing new comes from outside."
    dated = [clock.certainly_later(records[child], records[parent]) for child, parent in pairs]
    against = [pair for pair in pairs if clock.certainly_later(records[pair[1]], records[pair[0]])]
    if not against and not all(dated):
        note += " Their dates do not tell which was first."
    for child, _ in against:
        note += (
            f" {called(records[child])} is dated before what it cites: one of the dates is wrong,"
            " or it cites a text that is not here."
        )
    return Loop(tuple(child for child, _ in pairs), note)
