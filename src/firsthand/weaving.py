"""The traces of the strands of a case made into one, in the order in which a single strand has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from firsthand.matching.wordings import earliest
from firsthand.model import (
    Attribution,
    Being,
    Candidate,
    Drift,
    Identity,
    Node,
    NodeKind,
    Reading,
    Record,
    Source,
    Statement,
    Trace,
    Verdict,
)
from firsthand.tracing import clock

NOTES = 10  # told in full; a case of hundreds of strands has as many that say much the same

Said = TypeVar("Said", Drift, Reading, Verdict)


def woven(records: Sequence[Record], attributions: Sequence[Attribution], strands: Sequence[Trace]) -> Trace:
    """One trace of what each strand gave: sources of one name are one, statements are numbered anew.

    ``records`` and ``attributions`` are those of the whole case. One strand comes back as it is.
    """
    if len(strands) == 1:
        return strands[0]
    statements = _statements(records, attributions, strands)
    place = {each.id: number for number, each in enumerate(statements)}

    def in_order(said: Iterable[Said]) -> tuple[Said, ...]:
        return tuple(sorted(said, key=lambda each: place[each.statement]))

    return Trace(
        sources=_sources(chain.from_iterable(each.sources for each in strands)),
        matches=tuple(sorted((m for each in strands for m in each.matches), key=lambda m: m.id)),
        statements=statements,
        nodes=_nodes(records, strands),
        descents=tuple(sorted((d for s in strands for d in s.descents), key=lambda d: (d.child, d.parent))),
        readings=in_order(r for each in strands for r in each.readings),
        verdicts=in_order(v for each in strands for v in each.verdicts),
        drifts=in_order(d for each in strands for d in each.drifts),
        loops=tuple(loop for each in strands for loop in each.loops),
        notes=_notes(strands),
        supports=tuple(support for each in strands for support in each.supports),
        editions=tuple(sorted((e for s in strands for e in s.editions), key=lambda e: e.records)),
        revisions=tuple(revision for each in strands for revision in each.revisions),
        effects=tuple(effect for each in strands for effect in each.effects),
        identities=_identities(chain.from_iterable(each.identities for each in strands)),
    )


def _statements(
    records: Sequence[Record], attributions: Sequence[Attribution], strands: Sequence[Trace]
) -> tuple[Statement, ...]:
    """All statements by first appearance, labelled S1, S2, … in that order."""
    order = {each.id: earliest(each) for each in records}
    when = {a.id: (order[a.record], a.content, a.id) for a in attributions if a.record in order}
    never = (("~", ""), (), "")  # an attribution that a newer reader does not find any more
    found = [statement for each in strands for statement in each.statements]
    found.sort(key=lambda s: (when.get(s.attributions[0], never), s.id))
    return tuple(replace(each, label=f"S{number}") for number, each in enumerate(found, 1))


def _sources(found: Iterable[Source]) -> tuple[Source, ...]:
    """Sources of one id as one; those that are records of the case first."""
    groups: defaultdict[str, list[Source]] = defaultdict(list)
    for each in found:
        groups[each.id].append(each)
    return tuple(sorted(map(_source, groups.values()), key=lambda source: not source.records))


def _source(group: Sequence[Source]) -> Source:
    if len(group) == 1:
        return group[0]
    own = [each for each in group if each.records] or group
    spellings = Counter(chain.from_iterable(each.spellings for each in group))
    return Source(
        id=group[0].id,
        name=max((each.name for each in own), key=lambda name: (len(name.split()), len(name), name)),
        being=_being(own),
        spellings=tuple(sorted(spellings, key=lambda spelling: (-spellings[spelling], spelling))),
        attributions=tuple(dict.fromkeys(chain.from_iterable(each.attributions for each in group))),
        records=tuple(dict.fromkeys(chain.from_iterable(each.records for each in group))),
        reasons=tuple(dict.fromkeys(chain.from_iterable(each.reasons for each in group))),
        rulings=tuple(sorted({number for each in group for number in each.rulings})),
        particulars=tuple(dict.fromkeys(chain.from_iterable(each.particulars for each in group))),
    )


def _identities(found: Iterable[Identity]) -> tuple[Identity, ...]:
    """Questions of one id as one, with all their candidates, each once with all that was read of it."""
    groups: defaultdict[str, list[Identity]] = defaultdict(list)
    for each in found:
        groups[each.id].append(each)
    return tuple(replace(group[0], candidates=_candidates(group)) for group in groups.values())


def _candidates(group: Sequence[Identity]) -> tuple[Candidate, ...]:
    by_source: defaultdict[str, list[Candidate]] = defaultdict(list)
    for each in chain.from_iterable(identity.candidates for identity in group):
        by_source[each.source].append(each)
    return tuple(
        replace(same[0], indications=tuple(dict.fromkeys(chain.from_iterable(c.indications for c in same))))
        for same in by_source.values()
    )


def _being(group: Sequence[Source]) -> Being:
    """What most strands take a source for; unknown only where all do."""
    taken = Counter(each.being for each in group if each.being is not Being.UNKNOWN)
    return max(taken, key=lambda being: (taken[being], being.value)) if taken else Being.UNKNOWN


def _nodes(records: Sequence[Record], strands: Sequence[Trace]) -> tuple[Node, ...]:
    """The records in order of time, then inferred ancestors, then ghosts by name; each once."""
    order = {record.id: clock.rank(record) for record in records}
    every = list({node.id: node for each in strands for node in each.nodes}.values())
    here = [node for node in every if node.record in order]
    inferred = [node for node in every if not node.record and node.kind is NodeKind.UNKNOWN]
    ghosts = [node for node in every if not node.record and node.kind is not NodeKind.UNKNOWN]
    here.sort(key=lambda node: order[node.record])
    ghosts.sort(key=lambda node: (node.kind, node.name, node.id))
    return (*here, *inferred, *ghosts)


def _notes(strands: Sequence[Trace]) -> tuple[str, ...]:
    """The notes that most strands have first, the rest as a number."""
    told = Counter(note for each in strands for note in each.notes)
    notes = sorted(told, key=lambda note: (-told[note], note))
    rest = len(notes) - NOTES
    more = [f"{rest:,} more notes on single strands are not shown"] if rest > 0 else []
    return (*notes[:NOTES], *more)
