"""What people ruled on who had it from whom, and on what the record says, put on what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.anchoring import Ground
from firsthand.model import (
    Bearing,
    Certainty,
    Descent,
    Evidence,
    EvidenceKind,
    Judgement,
    Matter,
    Node,
    NodeKind,
    Place,
    Ruling,
    Source,
    Span,
    Statement,
    Support,
    Thing,
)
from firsthand.ruled import because
from firsthand.text import fold_word
from firsthand.tracing.nodes import ghost, ghosts

Ends = tuple[str, str]
"""A child (the id of its record), and its parent: the id of a record, or a name."""


@dataclass(frozen=True, slots=True)
class Obeyed:
    """What was ruled on a case: the lines of descent there are and are not, each with its reason; and by
    attribution what the record says to it, in itself or as a part of its statement."""

    lines: Mapping[Ends, str] = field(default_factory=dict)
    none: Mapping[Ends, str] = field(default_factory=dict)
    supports: Mapping[str, Support] = field(default_factory=dict)
    of_statements: Mapping[str, Support] = field(default_factory=dict)

    def drawn(self, found: Iterable[Descent], nodes: Iterable[Node] = ()) -> list[Descent]:
        """``found`` without the lines that people ruled not to be; ``nodes`` tell the names of parents that
        are no records."""
        if not self.none:
            return list(found)
        names = {node.id: _folded(node.name) for node in nodes if not node.record}
        ends = ((d, {(d.child, d.parent), (d.child, names.get(d.parent, ""))}) for d in found)
        return [d for d, either in ends if either.isdisjoint(self.none)]

    def added(self, found: Sequence[Descent], records: Mapping[str, object]) -> list[Descent]:
        """``found`` with the lines between records that people ruled to be, as shown."""
        known = {(d.child, d.parent): d for d in found}
        for (child, parent), reason in self.lines.items():
            if child in records and parent in records:
                line = known.get((child, parent)) or Descent(child, parent, Certainty.SHOWN, ())
                known[child, parent] = _shown(line, reason)
        return list(known.values())

    def hands(self, sources: Sequence[Source], records: Mapping[str, object]) -> list[tuple[Descent, Node]]:
        """The lines to somebody who is no record, each with the node that it leads to."""
        found = []
        for (child, parent), reason in self.lines.items():
            if child in records and parent not in records:
                node = _node(parent, sources)
                found.append((_shown(Descent(child, node.id, Certainty.SHOWN, ()), reason), node))
        return found

    def supported(self, found: Sequence[Support], statements: Sequence[Statement]) -> list[Support]:
        """``found``, with what people ruled that the record says in the place of what was proposed."""
        said = {each.attribution: each for each in found}
        for statement in statements:
            whole = next((s for a in statement.attributions if (s := self.of_statements.get(a))), None)
            for each in statement.attributions:
                if ruled := self.supports.get(each) or whole:
                    said[each] = replace(ruled, attribution=each)
        return list(said.values())


def obeyed(case: Ground, rulings: Iterable[Ruling]) -> Obeyed:
    """What ``rulings`` say of descent and support in this ``case``; one that has no place says nothing."""
    lines, none = dict[Ends, str](), dict[Ends, str]()
    own, whole = dict[str, Support](), dict[str, Support]()
    for each in rulings:
        if each.matter is Matter.DESCENT:
            ends = (each.on[0].record, each.on[1].record or each.on[1].words)
            if each.judgement is Judgement.FROM:
                lines.setdefault(ends, because(each))
            else:
                none.setdefault((ends[0], each.on[1].record or _folded(ends[1])), because(each))
        elif each.matter is Matter.SUPPORT:
            kept = whole if each.on[0].thing is Thing.STATEMENT else own
            for there in case.there(each.on[0]):
                kept.setdefault(there.id, _support(case, there.id, each))
    return Obeyed(lines, none, own, whole)


def _support(case: Ground, attribution: str, ruling: Ruling) -> Support:
    lines = ruling.on[1:]
    spans = tuple(sorted(span for each in lines for span in each.spans))
    place = Place(lines[0].record, spans, _numbers(case, lines[0].record, spans)) if lines else None
    against = ruling.because if ruling.judgement is Judgement.CONTRADICTS else ""
    return Support(attribution, Bearing(ruling.judgement.value), place, against)


def _numbers(case: Ground, record: str, spans: Sequence[Span]) -> tuple[int, ...]:
    found = case.records.get(record)
    return tuple(line.number for line in found.lines if line.span in spans) if found else ()


def _shown(line: Descent, reason: str) -> Descent:
    evidence = (Evidence(EvidenceKind.RULED, f"{reason.rstrip('.')}."), *line.evidence)
    return replace(line, certainty=Certainty.SHOWN, evidence=evidence, support=None)


def _node(name: str, sources: Sequence[Source]) -> Node:
    """The node of a name: that of the source that bears it, else a new one."""
    known = ghosts(sources)
    for each in sources:
        if each.id in known and _folded(name) in map(_folded, (each.name, *each.spellings)):
            return known[each.id]
    return ghost(name, NodeKind.UNKNOWN)


def _folded(name: str) -> str:
    return " ".join(map(fold_word, name.split()))
