"""The stage as one function: from matches, times and citations to descents, readings and verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.model import (
    Attribution,
    Certainty,
    Descent,
    Match,
    Node,
    Reading,
    Record,
    Source,
    Statement,
    Trace,
    Verdict,
)
from firsthand.tracing import clock, common
from firsthand.tracing.descent import descents
from firsthand.tracing.drift import drifts, gone, unvoiced
from firsthand.tracing.effects import Effects, Parted, unparted
from firsthand.tracing.entries import entries, hands
from firsthand.tracing.ground import Ground
from firsthand.tracing.loops import cited, closed, closing, loops
from firsthand.tracing.nodes import TRACED, drawn, ghosts, record_node
from firsthand.tracing.origins import MayBeOne, Origins, unlike
from firsthand.tracing.readings import Align, Rows, flat, generations, lines_said
from firsthand.tracing.redraw import supported
from firsthand.tracing.revising import revisions
from firsthand.tracing.ruled import Obeyed
from firsthand.tracing.sameness import Sameness
from firsthand.tracing.sameness import sure as sure_match
from firsthand.tracing.support import supports
from firsthand.tracing.tops import Top, Tops
from firsthand.tracing.unsourced import explaining, massing, unsourced
from firsthand.tracing.witness import Witnesses

# Part of the key under which results are kept: change it when the rules give other results.
TRACER = "rules 10"


def trace(
    records: Sequence[Record],
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    statements: Sequence[Statement],
    matches: Sequence[Match],
    align: Align,
    ruled: Obeyed | None = None,
    parted: Parted = unparted,
    alike: MayBeOne = unlike,
) -> Trace:
    """Who copied whom, what stands behind each statement, and what each step did to the wording.

    Sources, statements and matches are in the trace as they are given.

    ``align(upstream_text, upstream_spans, text, spans)`` compares two wordings (matching's). Edits of a
    reading run from upstream to here. What people ``ruled`` holds over what is found. ``parted`` tells how a
    few attributions fall into statements where two of them are apart, for the effects of rulings. Sources
    whose names are ``alike`` (names') are never shown to be independent. The same values give the same
    answer in any order of input; nothing is refused: a record without text or date is a node that little can
    be said of.
    """
    ruled = ruled or Obeyed()
    every, matches = matches, [m for m in matches if sure_match(m)]
    ground = Ground(records, attributions, sources, matches)
    found = ruled.added(ruled.drawn(descents(ground)), ground.records)
    sure = [d for d in found if d.certainty is not Certainty.POSSIBLE]
    steps = generations(sure)
    line = flat(steps)
    parents: dict[str, set[str]] = defaultdict(set)
    for each in sure:
        parents[each.child].add(each.parent)
    commons = common.inferred(ground, parents, {i: set(above) for i, above in line.items()})
    found += [d for shared in commons for d in common.descents_from(ground, shared)]
    named = {(d.child, d.parent) for d in found}
    said = lines_said(matches, ground.records)
    mass = massing(ground)
    taken = [
        each
        for each in ruled.drawn(
            unsourced(ground, statements, line, explaining(ground, said, line, commons), mass)
        )
        # No date decides against a report that names the other's outlet as its source.
        if not (own := ground.press.of.get(each.child)) or (each.parent, own.node.id) not in named
    ]
    found += taken
    sure += taken
    steps = generations(sure)
    line = flat(steps)
    for each in taken:
        parents[each.child].add(each.parent)
    by_id = {a.id: a for a in attributions if a.record in ground.records}
    witnesses = Witnesses(ground)
    rows = Rows(ground.records, by_id, said, steps, align, common.drawing(commons), witnesses.own)
    read = [reading for statement in statements for reading in rows.of(statement)]
    citing = cited(ground, sure)
    rings = loops(ground.records, citing)
    no_way_out = [ring for ring in rings if closed(ring, citing)]
    judge = Origins(ground, commons, parents, line, witnesses, no_way_out, Sameness(every), alike)
    seen = Tops(ground, sources, commons)
    judged, tops = _judged(judge, seen, statements, read)
    entering = entries(tops)
    found += [d for d, _ in entering]
    known = {(d.child, d.parent) for d in found}
    settled = {d.child for d in sure if d.parent in ground.records}
    found += [d for d in hands(by_id, sources, settled) if (d.child, d.parent) not in known]
    by_hand = ruled.hands(sources, ground.records)
    found = list({(d.child, d.parent): d for d in (*found, *(d for d, _ in by_hand))}.values())
    also = [n for _, n in (*entering, *by_hand)]
    nodes = _nodes(records, ground, found, sources, also, commons)
    found = ruled.drawn(found, nodes)
    nodes = drawn(nodes, found, judged, {n.id for _, n in by_hand})
    known_nodes = {n.id for n in nodes}
    found = supported(ground, [d for d in found if d.parent in known_nodes], commons, line)
    found += [d for ring in no_way_out for d in closing(ring, found)]
    drifted = (
        *drifts(ground.records, by_id, ground.source_of, read, matches, line),
        *unvoiced(ground.records, by_id, _shared(read, by_id, commons), commons, ground.goes_on),
        *gone(ground.editions, by_id, statements),
    )
    effects = Effects(rows, seen, judge, statements, read, every, parted, mass)
    return Trace(
        sources=tuple(sources),
        matches=tuple(every),
        statements=tuple(statements),
        nodes=nodes,
        descents=tuple(sorted(found, key=lambda d: (d.child, d.parent))),
        readings=tuple(read),
        verdicts=tuple(judged),
        drifts=drifted,
        loops=tuple(rings),
        notes=tuple(ground.notes()),
        supports=tuple(ruled.supported(supports(ground.records, by_id, statements, every), statements)),
        editions=ground.editions,
        revisions=revisions(ground.records, ground.editions, align),
        effects=tuple(effects.all(judged, found, {each.attribution for each in drifted})),
    )


def _shared(
    read: Sequence[Reading], attributions: Mapping[str, Attribution], commons: Sequence[common.Common]
) -> list[Reading]:
    """The readings of statements that other reports have from an inferred ancestor."""
    drawn = common.drawing(commons)
    said = ((r.statement, attributions[r.attribution]) for r in read)
    holding = {statement for statement, a in said if any(c.holds(a) for c in drawn.get(a.record, ()))}
    return [r for r in read if r.statement in holding]


def _judged(
    origins: Origins, tops: Tops, statements: Sequence[Statement], read: Sequence[Reading]
) -> tuple[list[Verdict], list[Top]]:
    """The verdict on every statement that has readings, and the readings that these rest on."""
    rows: dict[str, list[Reading]] = defaultdict(list)
    for each in read:
        rows[each.statement].append(each)
    verdicts: list[Verdict] = []
    highest: list[Top] = []
    for statement in statements:
        if rows[statement.id]:
            found = tops.of(rows[statement.id])
            verdicts.append(origins.verdict(statement, rows[statement.id], found))
            highest += found
    return verdicts, highest


def _nodes(
    records: Sequence[Record],
    ground: Ground,
    found: Sequence[Descent],
    sources: Sequence[Source],
    entered: Sequence[Node],
    commons: Sequence[common.Common],
) -> tuple[Node, ...]:
    """The records in order of time, then inferred ancestors, then ghosts by name."""
    here = [record_node(r) for r in sorted(records, key=clock.rank) if r.kind in TRACED]
    drawn = {d.parent for d in found}
    outlets = [n for n in ground.press.ghosts() if n.id in drawn]
    named = {n.id: n for n in [*ghosts(sources).values(), *outlets, *entered]}
    inferred = [c.node for c in commons]
    return (*here, *inferred, *sorted(named.values(), key=lambda n: (n.kind, n.name, n.id)))
