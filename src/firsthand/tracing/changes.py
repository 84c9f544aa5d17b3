"""What one trace of a case found that the one before did not: what new reports and rulings changed.

Statements are known again by the readings they share, since a new reading may change their id, and a ruling
that of a reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.anchoring import Ground
from firsthand.model import Change, Statement, Trace, Verdict
from firsthand.tracing.since import Since

COUNTED = {
    "new statement": ("new statement", "new statements"),
    "gone statement": ("statement gone", "statements gone"),
    "verdict": ("verdict", "verdicts"),
    "new line": ("new line", "new lines"),
    "gone line": ("line gone", "lines gone"),
    "ruling": ("ruling", "rulings"),
    "confirmed": ("ruling that confirms what was proposed", "rulings that confirm what was proposed"),
}


def changes(before: Trace, after: Trace, since: Since | None = None) -> tuple[Change, ...]:
    """Statements and lines of descent that are new or gone, verdicts that are others now and why, and the
    rulings since, with what they confirmed."""
    since = since or Since((), 0, Ground({}, {}), Ground({}, {}))
    return (*_statements(before, after, since), *_lines(before, after), *since.told(before))


def _statements(before: Trace, after: Trace, since: Since) -> Iterator[Change]:
    known = {since.known(a): s for s in before.statements for a in s.attributions}
    now = {since.known(a) for s in after.statements for a in s.attributions}
    were = {v.statement: v for v in before.verdicts}
    are = {v.statement: v for v in after.verdicts}
    for each in after.statements:
        own = map(since.known, each.attributions)
        old = next((known[a] for a in own if a in known), None)
        if old is None:
            yield Change("new statement", each.id, f"{each.label} is new: “{each.content}”.")
        elif (verdict := are.get(each.id)) and (then := were.get(old.id)):
            yield from _verdict(each, then, verdict, since)
    for each in before.statements:
        if now.isdisjoint(map(since.known, each.attributions)):
            yield Change("gone statement", each.id, f"“{each.content}” is no statement any more.")


def _verdict(statement: Statement, then: Verdict, now: Verdict, since: Since) -> Iterator[Change]:
    if then.independence is not now.independence:
        touching = since.touching(statement)
        numbers = " and ".join(map(str, touching))
        ruled = f"It was ruled on since (ruling{'s' * (len(touching) > 1)} {numbers})." if touching else ""
        why = " ".join(filter(None, (*now.reasons, ruled)))
        note = f"{statement.label} was “{then.independence}” and is “{now.independence}”. {why}"
        yield Change("verdict", statement.id, note.strip())


def _lines(before: Trace, after: Trace) -> Iterator[Change]:
    had, has = ({(d.child, d.parent): None for d in trace.descents} for trace in (before, after))
    names = {n.id: n.name for trace in (before, after) for n in trace.nodes}
    for what, lines, told in (("new line", has.keys() - had, "has"), ("gone line", had.keys() - has, "had")):
        order = has if what == "new line" else had
        for child, parent in (line for line in order if line in lines):
            ends = [names.get(end, end) for end in (child, parent)]
            rest = "" if what == "new line" else ", and has not any more"
            yield Change(what, child, f"{ends[0]} {told} something from {ends[1]}{rest}.")


def in_short(found: tuple[Change, ...]) -> str:
    """The changes in a sentence, with those of verdicts in full; "" where there are none."""
    if not found:
        return ""
    counts = {what: sum(c.what == what for c in found) for what in COUNTED}
    told = [f"{n} {COUNTED[what][n != 1]}" for what, n in counts.items() if n]
    flips = [c.note for c in found if c.what == "verdict"]
    return " ".join([f"Since the trace before: {', '.join(told)}.", *flips])
