"""A part of the picture drawn anew, from its lines as they are told: who had one statement from whom, one
outlet's reports, one week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.dossier.drawn import Picture, Telling
from firsthand.dossier.graph import ABSENT, picture
from firsthand.dossier.index import LETTERS, index
from firsthand.model import Certainty, Descent, Node, NodeKind, Record, RecordKind, Trace

KINDS = {letter: kind for kind, letter in LETTERS.items()}
GHOSTS = {told: kind for kind, told in ABSENT.items()}


def excerpt(tellings: Sequence[Telling], dates: Mapping[str, str]) -> Picture:
    """The drawing of these lines alone; ``dates`` are those of the reports by anchor (ISO 8601)."""
    ends = {node.id: node for told in tellings for node in _ends(told)}
    records = [_record(node, dates.get(node.id, "")) for node in ends.values() if node.record]
    lines = {_line(told): told.anchor for told in tellings}
    descents = tuple(
        Descent(child, parent, Certainty(told.certainty), (), told.support)
        for told, (parent, child) in zip(tellings, map(_line, tellings), strict=True)
    )
    trace = Trace(nodes=tuple(ends.values()), descents=descents)
    known = replace(index(records, [], trace), anchors={each.id: each.id for each in records})
    return replace(picture(known, trace, lines), tellings=())


def _ends(told: Telling) -> Iterator[Node]:
    parent, child = _line(told)
    yield Node(child, told.child, NodeKind.REPORT, told.child_to)
    kind = NodeKind.REPORT if told.parent_to else GHOSTS.get(told.parent_note, NodeKind.OUTLET)
    yield Node(parent, told.parent, kind, told.parent_to)


def _line(told: Telling) -> tuple[str, str]:
    """What was copied, and what was made of it: anchors of texts, names of what is not in the case. Whether
    two texts have it from one and the same who is not named nobody knows."""
    child = told.child_to or told.child
    unnamed = child if told.parent_note == ABSENT[NodeKind.UNKNOWN] else ""
    return told.parent_to or f"{told.parent_note} {told.parent} {unnamed}", child


def _record(node: Node, published: str) -> Record:
    kind = KINDS.get(node.id[:1], RecordKind.REPORT)
    return Record(id=node.id, object="", name=node.name, kind=kind, outlet=node.name, published=published)
