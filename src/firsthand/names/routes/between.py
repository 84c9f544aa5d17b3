"""The path from one spelling of a name to another."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.names.routes import laying, meeting
from firsthand.names.routes.route import Path


def route_between(one: str, other: str, exclude: Iterable[str] = ()) -> Path | None:
    """How ``one`` leads to ``other``: the parts that agree, by which routes, and those that differ.

    None where no part agrees by any route. ``exclude`` are ids of routes that are switched off.
    """
    off = frozenset(exclude)
    found = [p for p in (laying.lay(one, other, off), meeting.meet(one, other, off)) if p]
    return max(found, key=_told, default=None)


def _told(path: Path) -> tuple[bool, int]:
    letters = sum(len(part.one) + len(part.other) for part in path.agree)
    return path.whole, letters - sum(len(part.one) + len(part.other) for part in path.differ)
