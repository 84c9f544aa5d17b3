"""The path from one spelling of a name to another."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.names.routes import laying, meeting
from firsthand.names.routes.reading_back import readings
from firsthand.names.routes.route import Path
from firsthand.names.routes.skeleton import habits


def route_between(one: str, other: str, exclude: Iterable[str] = ()) -> Path | None:
    """How ``one`` leads to ``other``: the parts that agree, by which routes, and those that differ.

    None where no part agrees by any route. ``exclude`` are ids of routes that are switched off.
    """
    off = frozenset(exclude)
    laid = laying.lay(one, other, off | _no_habits(one, other))
    found = [p for p in (laid, meeting.meet(one, other, off)) if p]
    return max(found, key=_told, default=None)


def _no_habits(one: str, other: str) -> frozenset[str]:
    """The habits of newspapers, which say nothing of two Korean names: Jong and Yong would be one (Ионг)."""
    korean = all(any(r.way == "LATIN" for r in readings(name)) for name in (one, other))
    return frozenset(habit.id for habit in habits()) if korean else frozenset()


def _told(path: Path) -> tuple[bool, int]:
    letters = sum(len(part.one) + len(part.other) for part in path.agree)
    return path.whole, letters - sum(len(part.one) + len(part.other) for part in path.differ)
