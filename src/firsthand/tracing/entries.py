"""Lines of descent from reports to the persons, bodies and documents that they name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from firsthand.model import (
    Attribution,
    Being,
    Certainty,
    Descent,
    Evidence,
    EvidenceKind,
    Node,
    NodeKind,
    Place,
    Source,
    Span,
)
from firsthand.tracing.nodes import GHOSTS, ghost
from firsthand.tracing.tops import Top


def entries(tops: Iterable[Top]) -> list[tuple[Descent, Node]]:
    """Lines of descent from reports to the persons, bodies and documents that they have something from."""
    found: dict[tuple[str, str], tuple[Descent, Node]] = {}
    for top in tops:
        if top.kind in (NodeKind.PERSON, NodeKind.BODY, NodeKind.DOCUMENT):
            spans = (top.attribution.source,) if top.attribution.source else top.attribution.content
            note = f"It gives {top.name} as its source."
            line = _named_line(top.attribution, top.node, spans, note)
            found.setdefault((line.child, top.node), (line, Node(top.node, top.name, top.kind)))
    return list(found.values())


def hands(
    attributions: Mapping[str, Attribution], sources: Iterable[Source], settled: Container[str]
) -> list[Descent]:
    """Lines from reports to the bodies and documents through whose hands they say that something came.

    Reports in ``settled`` have a parent in the case, which stands between.
    """
    found: dict[tuple[str, str], Descent] = {}
    for source in sources:
        if source.being not in (Being.BODY, Being.DOCUMENT) or source.records or not source.name.strip():
            continue
        node = ghost(source.name, GHOSTS[source.being]).id
        for said in (attributions[a] for a in source.attributions if a in attributions):
            if said.record not in settled:
                spans = (
                    tuple(h.who for h in said.hands if h.who and h.name in source.spellings) or said.content
                )
                line = _named_line(said, node, spans, f"It names {source.name} among the hands.")
                found.setdefault((said.record, node), line)
    return list(found.values())


def _named_line(said: Attribution, node: str, spans: tuple[Span, ...], note: str) -> Descent:
    place = Place(said.record, spans)
    return Descent(said.record, node, Certainty.SHOWN, (Evidence(EvidenceKind.NAMED, note, place),))
