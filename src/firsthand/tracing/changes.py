"""What one trace of a case found that the one before did not: what a new report changed.

Statements are known again by the readings they share, since a new reading may change their id.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model import Change, Statement, Trace, Verdict


def changes(before: Trace, after: Trace) -> tuple[Change, ...]:
    """New statements, verdicts that are others now and why, new lines of descent."""
    return (*_statements(before, after), *_lines(before, after))


def _statements(before: Trace, after: Trace) -> Iterator[Change]:
    known = {a: s for s in before.statements for a in s.attributions}
    were = {v.statement: v for v in before.verdicts}
    are = {v.statement: v for v in after.verdicts}
    for each in after.statements:
        old = next((known[a] for a in each.attributions if a in known), None)
        if old is None:
            yield Change("new statement", each.id, f"{each.label} is new: “{each.content}”.")
        elif (now := are.get(each.id)) and (then := were.get(old.id)):
            yield from _verdict(each, then, now)


def _verdict(statement: Statement, then: Verdict, now: Verdict) -> Iterator[Change]:
    if then.independence is not now.independence:
        why = " ".join(now.reasons)
        note = f"{statement.label} was “{then.independence}” and is “{now.independence}”. {why}"
        yield Change("verdict", statement.id, note.strip())


def _lines(before: Trace, after: Trace) -> Iterator[Change]:
    known = {(d.child, d.parent) for d in before.descents}
    names = {n.id: n.name for n in after.nodes}
    for line in after.descents:
        if (line.child, line.parent) not in known:
            child, parent = (names.get(end, end) for end in (line.child, line.parent))
            note = f"{child} has something from {parent}."
            yield Change("new line", line.child, note)


def in_short(found: tuple[Change, ...]) -> str:
    """The changes in a sentence, with those of verdicts in full; "" where there are none."""
    if not found:
        return ""
    counts = {w: sum(c.what == w for c in found) for w in ("new statement", "verdict", "new line")}
    told = [f"{n} {w}{'s' if n != 1 else ''}" for w, n in counts.items() if n]
    flips = [c.note for c in found if c.what == "verdict"]
    return " ".join([f"Since the trace before: {', '.join(told)}.", *flips])
