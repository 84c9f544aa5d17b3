"""Alike boxes put on one stack, so that a picture of a hundred reports can still be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.dossier.index import Index
from firsthand.dossier.phrases import count
from firsthand.model import Descent, MatchKind, Trace

ROOMY = 24  # boxes that fit without stacking
ALIKE = 2  # boxes of one kind from which on they are stacked, once the picture is not roomy
REPRINT = frozenset({MatchKind.VERBATIM, MatchKind.PARTIAL})


@dataclass(frozen=True, slots=True)
class Knot:
    """A box before it has a place: the nodes in it, and its label where it is a stack."""

    id: str
    nodes: tuple[str, ...]
    label: str = ""


def knots(index: Index, nodes: Sequence[str], descents: Sequence[Descent], trace: Trace) -> list[Knot]:
    """One knot for every node; in a big picture alike leaves, and sources of one child, together."""
    if len(nodes) <= ROOMY:
        return [Knot(n, (n,)) for n in nodes]
    kept = {n for loop in trace.loops for n in loop.nodes}
    piles: dict[tuple[str, str], list[str]] = {}
    parents, children = _around(descents)
    for node in nodes:
        kind = _alike(index, node, parents.get(node, set()), children.get(node, set()))
        if kind and node not in kept:
            piles.setdefault(kind, []).append(node)
    piled = {n: Knot(members[0], tuple(members), label) for label, members in _named(piles) for n in members}
    return list({k.id: k for k in (piled.get(n, Knot(n, (n,))) for n in nodes)}.values())


def _around(descents: Iterable[Descent]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    parents: dict[str, set[str]] = {}
    children: dict[str, set[str]] = {}
    for each in descents:
        parents.setdefault(each.child, set()).add(each.parent)
        children.setdefault(each.parent, set()).add(each.child)
    return parents, children


def _alike(index: Index, node: str, parents: set[str], children: set[str]) -> tuple[str, str] | None:
    """What a node can be stacked by: the kind of stack and the one neighbour it hangs on."""
    here = bool(index.nodes[node].record)
    texts = {parent for parent in parents if index.nodes[parent].record}
    if here and not children and len(texts) == 1 and reprinted(index, node):
        return "reprint", min(texts)  # the people whom it names were named in what it reprints
    if here and not children and len(parents) == 1:
        return "report", min(parents)
    if not here and not parents and len(children) == 1:
        return ("named", min(children))
    return None


def reprinted(index: Index, node: str) -> bool:
    """Whether every reading of a report that was taken from somewhere keeps the words, without any drift."""
    own = index.of_record.get(index.nodes[node].record, ())
    readings = [index.readings[a.id] for a in own if a.id in index.readings]
    taken = [r for r in readings if r.upstream]
    drifted = any(index.drifts.get(a.id) for a in own)
    return bool(taken) and not drifted and all(r.kind in REPRINT for r in taken)


def _named(piles: Mapping[tuple[str, str], Sequence[str]]) -> Iterable[tuple[str, Sequence[str]]]:
    labels = {"reprint": "reprint", "report": "report", "named": "source"}
    for (kind, _), members in piles.items():
        if len(members) >= ALIKE:
            yield count(len(members), labels[kind]), members
