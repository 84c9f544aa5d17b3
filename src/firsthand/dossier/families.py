"""Families of descent: what goes back to one branching below the record shares a colour and a line style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.dossier.index import Index
from firsthand.model import Descent, RecordKind

MOST = 6  # families that have a colour and a line style of their own; smaller ones share the plain one


@dataclass(frozen=True, slots=True)
class Families:
    """The family of every node (0 for none of its own), and the names of families 1, 2, …"""

    of: Mapping[str, int]
    names: tuple[str, ...]
    sizes: tuple[int, ...]


def families(index: Index, order: Sequence[str], descents: Sequence[Descent]) -> Families:
    """The families of ``order``, parents before children. Each begins below a primary record or at a root."""
    parent = {d.child: d.parent for d in reversed(descents)}
    head: dict[str, str] = {}
    for node in order:
        above = parent.get(node, "")
        head[node] = head[above] if above in head and not _is_primary(index, above) else node
    members = Counter(head[n] for n in order if index.nodes[n].record in index.records)
    big = [n for n, size in members.most_common() if size > 1 and not _is_primary(index, n)][:MOST]
    number = {n: k for k, n in enumerate(big, 1)}
    return Families(
        {node: number.get(head[node], 0) for node in order},
        tuple(index.named(n) for n in big),
        tuple(members[n] for n in big),
    )


def _is_primary(index: Index, node: str) -> bool:
    record = index.records.get(index.nodes[node].record)
    return record is not None and record.kind is RecordKind.PRIMARY
