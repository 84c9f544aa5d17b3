"""Which report was made from which: the parents of every report, with the evidence.

A report is taken in order of time. What it says of itself comes first (an earlier edition at its
address, an outlet that it names, links to or credits, its outlet's own earlier report, the record
whose words it quotes). What is then left of its sentences is laid at the report that holds most of
them, unless a source that both name is enough to explain it (two papers at one press conference).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from firsthand.model import Certainty, Descent, Evidence, EvidenceKind, Place, Record, RecordKind
from firsthand.tracing import clock, evidence, forwards
from firsthand.tracing.citing import Citation
from firsthand.tracing.copying import RUN, TAKEN, Likeness, copied, likeness
from firsthand.tracing.family import Family, Lead
from firsthand.tracing.ground import Ground
from firsthand.tracing.nodes import called
from firsthand.tracing.wording import Echo

# Rare words (each worth at most 1) that must be shared before unnamed copying is believed.
ENOUGH = 2.6
# So many words on end in one sentence are recited, whoever else retells the same.
RECITED = 8
# The earlier of two like parents is taken unless the later explains this much more.
NEAR = 0.8
DESK = re.compile(
    r"\b(?:staff|desk|newsroom|team|editors?|correspondents?|reporters?|agenc(?:y|ies)|wire)\b", re.I
)
LOOKING_BACK = re.compile(
    r"\b(?:we|I)\b[^.\n]{0,30}\b(?:reported|told you|wrote|published|said)\b"
    r"|\bcorrect(?:s|ion|ed)\b|\bour (?:earlier )?report\b",
    re.I,
)


def descents(ground: Ground) -> list[Descent]:
    """All lines of descent between records, and from reports to outlets that are not in the case."""
    family = Family()
    again = _editions(ground, family)
    for record in sorted((r for r in ground.reports if r.id not in again), key=clock.rank):
        cited = ground.press.citations(record, ground.attributions.get(record.id, ()))
        forwards.original(ground, family, record)
        _named(ground, family, record, cited)
        _own_earlier(ground, family, record)
        _translated(ground, family, record)
        _first_print(ground, family, record)
        _leftover(ground, family, record, {c.outlet.id for c in cited if c.vague})
        forwards.sender(ground, family, record)
        _from_record(ground, family, record)
    return _finished(ground, family)


def _finished(ground: Ground, family: Family) -> list[Descent]:
    found = []
    for child, leads in family.leads.items():
        for lead in leads.values():
            if lead.parent in ground.records:
                record, parent = ground.records[child], ground.records[lead.parent]
                extra = [evidence.worded(record, parent, ground.echoes(child).get(parent.id, ()))]
                if not ground.may_follow(child, parent.id):
                    extra.append(evidence.dated_later(record, parent))
                elif parent.kind is RecordKind.REPORT:
                    extra.append(evidence.timed(record, parent))
                kinds = {e.kind for e in lead.evidence}
                lead.evidence += [e for e in extra if e is not None and e.kind not in kinds]
            found.append(Descent(child, lead.parent, lead.certainty, tuple(lead.evidence)))
    return found


def _editions(ground: Ground, family: Family) -> set[str]:
    """Draws lines between the editions of a report; gives the records in which one was received again."""
    again: set[str] = set()
    for report in ground.editions:
        for each in report.editions:
            first, *rest = (ground.records[i] for i in each.records)
            for other in rest:
                family.add(other.id, Lead(first.id, Certainty.SHOWN, [evidence.received(other, first)]))
                again.add(other.id)
        for before, after in pairwise(ground.records[e.records[0]] for e in report.editions):
            shown = [evidence.edition(after, before, report.by)]
            family.add(after.id, Lead(before.id, Certainty.SHOWN, shown))
    return again


def _named(ground: Ground, family: Family, record: Record, cited: Sequence[Citation]) -> None:
    by_outlet: dict[str, list[Citation]] = defaultdict(list)
    for each in cited:
        if not each.vague:
            by_outlet[each.outlet.id].append(each)
    resolved = {key: _report_of(ground, record, group) for key, group in by_outlet.items()}
    named = {parent for parent in resolved.values() if parent}
    for key, group in by_outlet.items():
        parent = resolved[key]
        notes = _one_of_each(group)
        if parent is None:
            outlet = group[0].outlet
            later = [r for r in outlet.records if not ground.may_follow(record.id, r)]
            if len(later) == len(outlet.records):
                notes += [evidence.dated_later(record, ground.records[r]) for r in later[:1]]
                family.add(record.id, Lead(outlet.node.id, Certainty.SHOWN, notes))
            continue
        nearer = _nearer(ground, record, parent, named, any(c.url for c in group))
        if nearer is None:
            if not family.add(record.id, Lead(parent, Certainty.SHOWN, notes)):
                _mutual(ground, family, record, parent)
        else:
            note = Evidence(
                EvidenceKind.WORDING,
                f"Its words are nearer to {called(ground.records[nearer])}"
                f" than to {called(ground.records[parent])}, which it names.",
            )
            family.add(record.id, Lead(nearer, Certainty.LIKELY, [note]))
            family.add(record.id, Lead(parent, Certainty.POSSIBLE, [*notes, note]))


def _mutual(ground: Ground, family: Family, record: Record, other: str) -> None:
    """Of two that name each other one line is drawn; where time does not tell which, it is not shown."""
    lead = family.leads[other].get(record.id)
    if lead is not None and not clock.certainly_later(ground.records[other], record):
        lead.certainty = Certainty.LIKELY
        lead.evidence.append(evidence.mutual(record, ground.records[other]))


def _one_of_each(group: Iterable[Citation]) -> list[Evidence]:
    first: dict[EvidenceKind, Evidence] = {}
    for each in group:
        first.setdefault(each.kind, evidence.cited(each))
    return list(first.values())


def _report_of(ground: Ground, record: Record, group: Sequence[Citation]) -> str | None:
    """The report of a cited outlet that fits best: linked, then likest, then latest before the child."""
    linked = {i for c in group if c.url for i in ground.press.editions(c.url)}
    outlet = group[0].outlet
    fitting = [
        i
        for i in outlet.records
        if i in ground.records
        and ground.may_follow(record.id, i)
        and (i in linked or ground.near_in_time(record.id, i) or ground.same_matter(record.id, i))
    ]
    fitting = [i for i in fitting if i in linked] or fitting
    if not fitting:
        return None
    echoes = ground.echoes(record.id)
    scored = {i: likeness(ground, echoes.get(i, ())).mass for i in fitting}
    return max(fitting, key=lambda i: (round(scored[i], 3), clock.rank(ground.records[i])))


def _nearer(ground: Ground, record: Record, parent: str, named: set[str], linked: bool) -> str | None:
    """A report that is not named, yet holds all that the named one could have given, and more words."""
    if linked or ground.records[parent].language != record.language:
        return None
    echoes = ground.echoes(record.id)
    given = likeness(ground, echoes.get(parent, ()))
    found: list[tuple[float, str]] = []
    for other, theirs in echoes.items():
        if other in named or ground.records[other].kind is not RecordKind.REPORT:
            continue
        if not ground.may_follow(record.id, other) or not ground.same_matter(record.id, other):
            continue
        rival = likeness(ground, theirs)
        more = rival.mass >= max(ENOUGH, 1.5 * given.mass) and rival.run > given.run
        if more and _holds(theirs, echoes.get(parent, ())):
            found.append((rival.mass, other))
    return max(found, default=(0.0, None))[1]


def _holds(wider: Sequence[Echo], narrower: Sequence[Echo]) -> bool:
    shares = {e.unit: e.share for e in wider}
    return all(shares.get(e.unit, 0.0) >= e.share - 0.05 for e in narrower)


def _own_earlier(ground: Ground, family: Family, record: Record) -> None:
    """The outlet's own earlier report of the matter, if this one looks back at it or repeats it."""
    outlet = ground.press.of.get(record.id)
    echoes = ground.echoes(record.id)
    best: tuple[float, str] | None = None
    for other in outlet.records if outlet else ():
        if other == record.id or not clock.certainly_later(record, ground.records[other]):
            continue
        if ground.one_report(record.id, other):
            continue
        found = likeness(ground, echoes.get(other, ()))
        takes_up = LOOKING_BACK.search(record.text) is not None or ground.say_the_same(record.id, other)
        same_hand = _person(record.byline) and record.byline == ground.records[other].byline
        likely = found.mass >= ENOUGH or (found.units and takes_up) or same_hand
        if likely and ground.near_in_time(record.id, other) and ground.same_matter(record.id, other):
            best = max(best or (0.0, ""), (found.mass, other))
    if best is not None:
        note = Evidence(
            EvidenceKind.NAMED, f"Both are by {record.outlet}; this one takes up its earlier report."
        )
        family.add(record.id, Lead(best[1], Certainty.LIKELY, [note]))


def _person(byline: str) -> bool:
    """Whether a byline is one writer's and not a desk's."""
    return bool(byline.strip()) and DESK.search(byline) is None


def _translated(ground: Ground, family: Family, record: Record) -> None:
    """A report by the translator of a record descends from the translation and from the original."""
    byline = record.byline.strip().casefold()
    for other in ground.papers:
        if byline and other.kind is RecordKind.TRANSLATION and other.by.strip().casefold() == byline:
            note = Evidence(
                EvidenceKind.TRANSLATION,
                f"Its author, {record.byline}, made the translation “{other.title}”.",
            )
            family.add(record.id, Lead(other.id, Certainty.SHOWN, [note]))
            if other.of in ground.records:
                family.add(record.id, Lead(other.of, Certainty.SHOWN, [note]))


def unexplained(ground: Ground, family: Family, record: Record, other: str) -> list[Echo]:
    """What ``record`` shares with ``other`` beyond what its parents so far hold as well."""
    echoes = ground.echoes(record.id)
    covered: dict[object, float] = defaultdict(float)
    for parent in family.leads[record.id]:
        for each in echoes.get(parent, ()):
            covered[each.unit] = max(covered[each.unit], each.share)
    return [e for e in echoes.get(other, ()) if covered[e.unit] < TAKEN * e.share]


def _leftover(ground: Ground, family: Family, record: Record, vague: set[str]) -> None:
    """Unnamed parents, the one that explains most first, while enough is left to explain."""
    for _ in range(3):
        found = _best_leftover(ground, family, record, vague)
        if found is None:
            return
        other, credited = found
        lead = Lead(other, Certainty.SHOWN if credited else Certainty.LIKELY)
        if credited:
            lead.evidence += [
                evidence.cited(c)
                for c in ground.press.citations(record, ())
                if c.vague and other in c.outlet.records
            ][:1]
        if not family.add(record.id, lead):
            return


def _best_leftover(
    ground: Ground, family: Family, record: Record, vague: set[str]
) -> tuple[str, bool] | None:
    foreign = _foreign_ancestors(ground, family, record)
    own = ground.press.of.get(record.id)
    scored: dict[str, Likeness] = {}
    for other in ground.echoes(record.id):
        there = ground.records[other]
        if there.kind is not RecordKind.REPORT or other in family.leads[record.id] or other in foreign:
            continue
        if not came_first(ground, record, there) or not ground.same_matter(record.id, other):
            continue
        if own is not None and own.node.id in family.leads[other]:
            continue  # it names this report's outlet, and no date decides against its word
        if record.id in family.ancestors(other):
            continue
        free = [
            e for e in unexplained(ground, family, record, other) if not ground.credited_elsewhere(e.unit)
        ]
        if sum(e.share * e.weight for e in free) < 0.6 * ENOUGH and all(e.loose < RUN for e in free):
            continue
        left = likeness(ground, free)
        if _enough(left, _credited(ground, other, vague)):
            scored[other] = left
    if not scored:
        return None
    most = max(x.mass for x in scored.values())
    for other in sorted(scored, key=lambda i: clock.rank(ground.records[i])):
        credited = _credited(ground, other, vague)
        if scored[other].mass >= NEAR * most and (credited or copied(ground, record, other, scored[other])):
            return other, credited
    return None


def _enough(left: Likeness, credited: bool) -> bool:
    """Several sentences that share rare words, or one long run; less where an agency is credited."""
    if credited:
        return left.mass >= 0.6 * ENOUGH
    return (left.mass >= ENOUGH and left.units > 1) or left.loose >= RUN


def came_first(ground: Ground, record: Record, other: Record) -> bool:
    """Wording alone has no direction: an undated report is never taken as the parent of a dated one."""
    return ground.may_follow(record.id, other.id) and (
        clock.stretch(other.published) is not None or clock.stretch(record.published) is None
    )


def _credited(ground: Ground, other: str, vague: set[str]) -> bool:
    outlet = ground.press.of.get(other)
    return outlet is not None and outlet.id in vague


def _foreign_ancestors(ground: Ground, family: Family, record: Record) -> set[str]:
    """What a parent in another language was made from: likeness to it comes by way of that parent."""
    found: set[str] = set()
    for parent in family.leads[record.id]:
        if parent in ground.records and ground.records[parent].language != record.language:
            found |= family.ancestors(parent)
    return found


def _from_record(ground: Ground, family: Family, record: Record) -> None:
    """A primary record or translation whose words a report gives that no report between it and them holds."""
    for there in ground.papers:
        other = there.id
        if other in family.leads[record.id]:
            continue
        through = {a for a in family.leads[record.id] if other in family.ancestors(a)}
        left = unexplained(ground, family, record, other)
        found = likeness(ground, left)
        if through or (found.mass < ENOUGH and found.run < 7):
            continue
        if any(
            p in ground.records and ground.records[p].kind is RecordKind.REPORT
            for p in family.leads[record.id]
        ):
            continue
        family.add(record.id, Lead(other, Certainty.LIKELY, [_given(record, there, left)]))


def _given(record: Record, there: Record, shared: Sequence[Echo]) -> Evidence:
    return Evidence(
        EvidenceKind.TRANSLATION if there.kind is RecordKind.TRANSLATION else EvidenceKind.WORDING,
        f"It gives words of {called(there)}" + (f", translated by {there.by}." if there.by else "."),
        Place(record.id, tuple(e.unit.span for e in shared[:3])),
        Place(there.id, tuple(sorted({e.other.span for e in shared[:3]}))),
    )


def _first_print(ground: Ground, family: Family, record: Record) -> None:
    """A record in the report's own language, several of whose sentences no earlier report in it has.

    This is so also where the report goes back to other reports as well: those cannot have given them.
    """
    for there in ground.papers:
        other = there.id
        if there.language != record.language:
            continue
        if not ground.may_follow(record.id, other):
            continue
        left = [
            e
            for e in unexplained(ground, family, record, other)
            if e.run >= RECITED and not _printed_before(ground, record, e)
        ]
        if len(left) > 1 and likeness(ground, left).mass >= ENOUGH:
            family.add(record.id, Lead(other, Certainty.LIKELY, [_given(record, there, left)]))


def _printed_before(ground: Ground, record: Record, echo: Echo) -> bool:
    """Whether a report that may be earlier has as much of a sentence."""
    return any(
        each.unit is echo.unit and each.run >= 0.75 * echo.run
        for report, echoes in ground.echoes(record.id).items()
        if ground.records[report].kind is RecordKind.REPORT and ground.may_follow(record.id, report)
        for each in echoes
    )
