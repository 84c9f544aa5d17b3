"""The queue: what is proposed and not yet ruled on, ordered by what a ruling would change most.

Everything is read off the trace; nothing is traced again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from firsthand.anchoring import of_attribution, of_line, of_report
from firsthand.hinging import FLIPS, TURNS, Hinge, as_one, hinge
from firsthand.model import (
    Anchor,
    Attribution,
    Bearing,
    Certainty,
    Descent,
    Drift,
    DriftKind,
    Effect,
    Identity,
    Independence,
    Match,
    MatchKind,
    Matter,
    Node,
    Proposal,
    Reading,
    Record,
    Ruling,
    Statement,
    Support,
    Thing,
    Trace,
    Verdict,
    conflicts,
    deciding,
    identity,
)
from firsthand.ruled import what, words_of

# What weighs how much, of 200, where no verdict hinges on it (``hinging``): words given as somebody's own,
# what the record says against it, who somebody is. Within a kind the statement of most reports comes first.
DIFFER, DRIFTED, QUOTED, AGAINST = 200, 110, 100, 90
HELD, RIVALS, LOW, NAMED, CARRIED, IMPLIED = 75, 65, 50, 40, 30, 20
MOST = 9  # reports of a statement that count
# Of a hundred redraws; a line that comes out again less often is asked about.
OFTEN = 90
ALTERED = (MatchKind.ALTERED, MatchKind.FUSED)
GRAVE = {
    DriftKind.REVERSED: "turns its sense round",
    DriftKind.SPEAKER: "gives it to somebody else",
    DriftKind.NUMBER: "has another number",
    DriftKind.NAME: "has another name",
}


def queue(
    records: Iterable[Record],
    attributions: Iterable[Attribution],
    trace: Trace,
    rulings: Sequence[Ruling],
    labels: Mapping[str, str],
) -> tuple[Proposal, ...]:
    """The proposals of a trace, those first whose ruling would change most.

    ``attributions`` are as they were ruled to be, ``labels`` what the dossier calls records, attributions,
    statements and sources, by id. What somebody ruled on is left out, but where people differ: that comes
    first.
    """
    case = _Case({each.id: each for each in records}, {each.id: each for each in attributions}, trace, labels)
    settled = {subject for each in deciding(rulings) for subject in _ruled(case, each)}
    found: dict[object, Proposal] = {}
    for each in _proposed(case):
        key = (each.matter, each.on)
        if settled.isdisjoint(about(each.matter, each.on)):
            found[key] = max(each, found.get(key, each), key=_grave)
    return tuple(sorted((*_differing(rulings), *found.values()), key=_order))


def _grave(each: Proposal) -> tuple[int, str]:
    return each.weight, each.proposed


def about(matter: Matter, on: Sequence[Anchor]) -> set[str]:
    """What a ruling on these is on, to be compared: where it stands, and as what it is meant."""
    places = [identity(each.record, *(map(str, each.spans) if each.spans else [each.words])) for each in on]
    if matter is Matter.ATTRIBUTION:
        return {identity(matter, each) for each in places}
    if matter in (Matter.SUPPORT, Matter.REGION):
        return {identity(matter, each) for each in places[:1]}
    return {identity(matter, *(places if matter is Matter.DESCENT else sorted(set(places))))}


def _ruled(case: _Case, ruling: Ruling) -> set[str]:
    """The same of a ruling; one on what the record says to a statement is on all its readings."""
    if ruling.matter is not Matter.SUPPORT or ruling.on[0].thing is not Thing.STATEMENT:
        return about(ruling.matter, ruling.on)
    members = case.members(ruling.on[0])
    return {subject for each in members for subject in about(ruling.matter, [each])}


def _order(each: Proposal) -> tuple[int, tuple[object, ...]]:
    return -each.weight, tuple((a.record, a.spans, a.words) for a in each.on)


@dataclass(frozen=True)
class _Case:
    """What is known of a case, with what is looked up in it."""

    records: Mapping[str, Record]
    attributions: Mapping[str, Attribution]
    trace: Trace
    labels: Mapping[str, str]

    @cached_property
    def statement_of(self) -> dict[str, Statement]:
        return {a: each for each in self.trace.statements for a in each.attributions}

    @cached_property
    def nodes(self) -> dict[str, Node]:
        return {each.id: each for each in self.trace.nodes}

    @cached_property
    def effects(self) -> dict[tuple[str, ...], Effect]:
        return {each.against: each for each in self.trace.effects}

    def hinge(self, *against: str) -> Hinge:
        """What would become of the case if somebody ruled against an attribution, two, or a line."""
        return hinge(self.effects.get(against), self.labels, own=int(len(against) == 1))

    @cached_property
    def spoken(self) -> dict[str, tuple[str, ...]]:
        return {each.id: each.attributions for each in self.trace.sources}

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        return {each.statement: each for each in self.trace.verdicts}

    def members(self, anchor: Anchor) -> list[Anchor]:
        """The readings of the statement to which what stands at a place belongs."""
        here = (
            a for a in self.attributions.values() if (a.record, a.content) == (anchor.record, anchor.spans)
        )
        whole = (self.statement_of[a.id] for a in here if a.id in self.statement_of)
        ids = dict.fromkeys(id for statement in whole for id in statement.attributions)
        own = (self.attributions[id] for id in ids if id in self.attributions)
        return [of_attribution(self.records[each.record], each) for each in own]

    def reports(self, statement: Statement | None) -> int:
        """How many reports have a statement, as far as that counts."""
        own = statement.attributions if statement else ()
        return min(MOST, len({a.record for each in own if (a := self.attributions.get(each))}))

    def called(self, record: str) -> str:
        """A report as a sentence names it."""
        name = words_of(of_report(self.records[record]))
        return f"{name} ({self.labels.get(record, '')})"

    def about(self, each: Attribution) -> str:
        """What somebody is given to say, with its label."""
        anchor = of_attribution(self.records[each.record], each)
        return f"{self.labels.get(each.id, '')}, {words_of(anchor)}"

    def on_attribution(self, id: str, proposed: str, changes: str, weight: int) -> Proposal:
        each = self.attributions[id]
        on = of_attribution(self.records[each.record], each)
        weight += self.reports(self.statement_of.get(id))
        hangs = self.hinge(id)
        if weight < hangs.weight:
            weight = hangs.weight
            changes += "" if hangs.told in changes else f" If nobody says it there, {hangs.told}."
        return Proposal(Matter.ATTRIBUTION, (on,), (self.labels.get(id, ""),), proposed, changes, weight)


def _proposed(case: _Case) -> Iterator[Proposal]:
    yield from _hinges(case)
    yield from _held(case)
    yield from _descents(case)
    yield from _quoted(case)
    yield from _drifted(case)
    yield from _supported(case)
    yield from _identities(case)
    yield from _carried(case)


def _differing(rulings: Sequence[Ruling]) -> Iterator[Proposal]:
    for group in conflicts(rulings):
        said = "; ".join(f"{each.by}: {what(each)}" for each in group)
        label = tuple(f"J{each.number}" for each in group)
        changes = "Nothing is decided until one of them, or somebody else, settles it."
        yield Proposal(group[0].matter, group[0].on, label, f"People differ: {said}.", changes, DIFFER)


# ------------------------------------------------------------ verdicts


def _hinges(case: _Case) -> Iterator[Proposal]:
    """Readings on which it hangs that independence is shown."""
    origins = {r: origin.name for v in case.trace.verdicts for origin in v.origins for r in origin.readings}
    for effect in case.trace.effects:
        only, *more = effect.against
        if more or only not in case.attributions or only not in origins:
            continue
        hangs = hinge(effect, case.labels, own=1)
        if hangs.weight >= FLIPS:
            each = case.attributions[only]
            proposed = f"{case.called(each.record)} has {case.about(each)} from {origins[only]}."
            yield case.on_attribution(only, proposed, f"If it has not, {hangs.told}.", FLIPS)


def _held(case: _Case) -> Iterator[Proposal]:
    """Attributions that one doubtful match alone puts into their statement."""
    from firsthand.tracing import doubtful  # a server, which lists no proposals, starts 0.1 s sooner

    for attribution, match in doubtful(case.trace.matches, case.trace.statements).items():
        if attribution in case.attributions:
            yield _same(case, match, case.statement_of[attribution])


def _same(case: _Case, match: Match, statement: Statement) -> Proposal:
    ends = [case.attributions[each] for each in (match.a_attribution, match.b_attribution)]
    (one, other), hangs = map(case.about, ends), case.hinge(*sorted(each.id for each in ends))
    two = f"{case.labels.get(statement.id, statement.label)} is two statements"
    return Proposal(
        Matter.SAYING,
        tuple(of_attribution(case.records[each.record], each) for each in ends),
        tuple(case.labels.get(each.id, "") for each in ends),
        f"{one} says the same as {other} (in other words, {match.likelihood:.0%} likely).",
        f"If it does not, {hangs.told or two}.",
        max(hangs.weight, HELD + case.reports(statement)),
    )


def _descents(case: _Case) -> Iterator[Proposal]:
    """Lines of descent that no text states, by what their ends say of one statement."""
    sources = _other_sources(case)
    for line in case.trace.descents:
        parent = case.nodes.get(line.parent)
        if line.certainty is Certainty.SHOWN or line.child not in case.records or parent is None:
            continue
        if not parent.record or parent.record not in case.records:
            continue
        kept = sources.get((line.child, parent.record))
        if kept or line.certainty is Certainty.POSSIBLE or (line.support or 0) < OFTEN:
            yield _line(case, line, parent.record, kept)


def _other_sources(case: _Case) -> dict[tuple[str, str], tuple[Statement, str]]:
    """By child and parent, a statement that the child has from the parent though it names another source."""
    found: dict[tuple[str, str], tuple[Statement, str]] = {}
    for reading in case.trace.readings:
        here, there = (
            case.attributions.get(each) for each in (reading.attribution, reading.upstream_attribution)
        )
        if here and there and here.name and there.name and here.name != there.name:
            statement = case.statement_of.get(here.id)
            verdict = case.verdicts.get(statement.id) if statement else None
            if statement and not (verdict and verdict.independence is Independence.INDEPENDENT):
                found.setdefault((here.record, there.record), (statement, here.name))
    return found


def _line(case: _Case, line: Descent, parent: str, kept: tuple[Statement, str] | None) -> Proposal:
    again = "" if line.support is None else f", again in {line.support} of 100 redraws"
    child, above = case.called(line.child), case.called(parent)
    changes = f"If it was not, {child} has what both have from somewhere else"
    weight = LOW + (100 - line.support) // 10 if line.support is not None else LOW
    hangs = case.hinge(line.child, parent)
    if hangs.weight:
        changes, weight = f"If it was not, {hangs.told}", max(weight, hangs.weight)
    elif kept and not hangs.told:
        statement, name = kept
        label = case.labels.get(statement.id, statement.label)
        changes = f"If it was not, {label} may have a second origin: {name}"
        weight = TURNS + case.reports(statement)
    elif hangs.told:
        changes += f"; {hangs.told}"
    ends = tuple(of_report(case.records[each]) for each in (line.child, parent))
    to = tuple(case.labels.get(each, "") for each in (line.child, parent))
    proposed = f"{child} was taken from {above} ({line.certainty}{again})."
    return Proposal(Matter.DESCENT, ends, to, proposed, f"{changes}.", weight)


# ------------------------------------------------------------ words


def _quoted(case: _Case) -> Iterator[Proposal]:
    """Words in quotation marks that are others than where they come from."""
    for reading in case.trace.readings:
        each = case.attributions.get(reading.attribution)
        if each and each.quotes and reading.upstream and reading.kind in ALTERED:
            how = "puts two places together" if reading.kind is MatchKind.FUSED else "differs"
            proposed = f"The quotation {case.about(each)}, {how} from {_upstream(case, reading)}."
            changes = "If it was read as it stands, the quotation was altered; if not, it is to be corrected."
            yield case.on_attribution(each.id, proposed, changes, QUOTED)


def _upstream(case: _Case, reading: Reading) -> str:
    """What a reading was taken from, as a sentence names it."""
    if reading.upstream_attribution in case.attributions:
        return case.labels.get(reading.upstream_attribution, "")
    place = reading.upstream
    if place is None or place.record not in case.records:
        return "what it was taken from"
    lines = ", ".join(map(str, place.lines))
    found = case.called(place.record)
    return f"line{'s' * (len(place.lines) > 1)} {lines} of {found}" if lines else found


def _drifted(case: _Case) -> Iterator[Proposal]:
    for drift in case.trace.drifts:
        if drift.kind in GRAVE and drift.attribution in case.attributions:
            yield _drift(case, drift)


def _drift(case: _Case, drift: Drift) -> Proposal:
    each = case.attributions[drift.attribution]
    proposed = f"{case.about(each)}, {GRAVE[drift.kind]}: {drift.note.rstrip('.')}."
    changes = "If it is read rightly, the report changed what it took; if not, it is to be corrected."
    return case.on_attribution(each.id, proposed, changes, DRIFTED)


def _carried(case: _Case) -> Iterator[Proposal]:
    """Sources that the text does not state there: who spoke last."""
    for each in case.attributions.values():
        if each.inferred and each.name and each.record in case.records:
            proposed = (
                f"{case.about(each)}, is given to {each.name}, who spoke last; the text does not say so."
            )
            changes = "If somebody else says it, it counts for another source."
            yield case.on_attribution(each.id, proposed, changes, CARRIED)


# ------------------------------------------------------------ the record, and who is who


def _supported(case: _Case) -> Iterator[Proposal]:
    for support in case.trace.supports:
        weight = {Bearing.CONTRADICTS: AGAINST, Bearing.IMPLIES: IMPLIED}.get(support.bearing)
        if weight and support.place and support.attribution in case.attributions:
            record = case.records.get(support.place.record)
            if record and (lines := _lines(record, support)):
                yield _support(case, support, lines, weight)


def _lines(record: Record, support: Support) -> tuple[Anchor, ...]:
    numbers = support.place.lines if support.place else ()
    return tuple(of_line(record, line) for line in record.lines if line.number in numbers)


def _support(case: _Case, support: Support, lines: tuple[Anchor, ...], weight: int) -> Proposal:
    each = case.attributions[support.attribution]
    against = f": {support.against.rstrip('.')}" if support.against else ""
    bearing = support.bearing
    said = {Bearing.CONTRADICTS: "The record contradicts", Bearing.IMPLIES: "The record implies"}[bearing]
    where = " and ".join(map(words_of, lines))
    rest = "states it or is silent, nothing stands against the report"
    other = rest if bearing is Bearing.CONTRADICTS else "states it, or is silent, the statement says so"
    return Proposal(
        Matter.SUPPORT,
        (of_attribution(case.records[each.record], each), *lines),
        (case.labels.get(each.id, ""),),
        f"{said} {case.about(each)}, in {where}{against}.",
        f"If the record {other}.",
        weight + case.reports(case.statement_of.get(each.id)),
    )


def _identities(case: _Case) -> Iterator[Proposal]:
    sources = {each.id: each for each in case.trace.sources}
    for asked in case.trace.identities:
        names = [each for each in asked.candidates if each.source in sources]
        rivals = len(names) > 1
        for each in names:
            if each.source != asked.source:
                weight = RIVALS if rivals else NAMED
                spoken = min(MOST, len(sources[each.source].attributions))
                yield _identity(case, asked, each.source, each.name, rivals, weight + spoken)


def _identity(case: _Case, asked: Identity, source: str, name: str, rivals: bool, weight: int) -> Proposal:
    first = Anchor("the writer", asked.record) if asked.record else Anchor(asked.whom)
    beside = "one of several who may be" if rivals else "who may be"
    to = (case.labels.get(asked.record or asked.source, ""), case.labels.get(source, ""))
    spoken = [set(case.spoken.get(each, ())) for each in (asked.source, source)]
    wholes = {case.statement_of[a].id for a in spoken[0] if a in case.statement_of}
    verdicts = (case.verdicts[each] for each in sorted(wholes & case.verdicts.keys()))
    hangs = hinge(as_one(verdicts, *spoken), case.labels)
    changes = "What both say is then one source’s, and no two origins of one statement"
    return Proposal(
        Matter.NAMES,
        (first, Anchor(name)),
        to,
        f"{name} is {beside} {asked.whom}.",
        f"{changes}: {hangs.told}.",
        max(weight, hangs.weight),
    )
