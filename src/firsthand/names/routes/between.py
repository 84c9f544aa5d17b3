"""The path from one spelling of a name to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from firsthand.names.routes import laying, meeting
from firsthand.names.routes.korean import korean_name
from firsthand.names.routes.letters import bare
from firsthand.names.routes.reading_back import readings
from firsthand.names.routes.route import Part, Path
from firsthand.names.routes.skeleton import habits
from firsthand.names.routes.slavic import turned
from firsthand.names.routes.spelled import WRITTEN, spellings


def route_between(one: str, other: str, exclude: Iterable[str] = ()) -> Path | None:
    """How ``one`` leads to ``other``: the parts that agree, by which routes, and those that differ.

    None where no part agrees by any route. ``exclude`` are ids of routes that are switched off.
    """
    off = frozenset(exclude)
    laid = laying.lay(one, other, off | _no_habits(one, other))
    found = [p for p in (laid, meeting.meet(one, other, off)) if p]
    if not any(p.whole for p in found):
        found += filter(None, (_as_written(one, other, off), _turned(_as_written(other, one, off))))
    return max(found, key=_told, default=None)


def _as_written(one: str, hangul: str, off: frozenset[str]) -> Path | None:
    """How a name in Hangul is written as ``one``, whatever syllables it has ("Mun Hibom": 문히봄)."""
    way = _ways(hangul, off).get(bare(one), "")
    return Path((Part(one, hangul, hangul, (way,)),), pivot=hangul) if way else None


@lru_cache(maxsize=4_096)
def _ways(hangul: str, off: frozenset[str]) -> Mapping[str, str]:
    """The routes by which a name in Hangul is written, by what is compared of each spelling."""
    written = spellings(hangul, off) if korean_name(hangul) else ()
    return {bare(each.text): each.route for each in reversed(written) if each.route != WRITTEN}


def _turned(path: Path | None) -> Path | None:
    return replace(path, agree=tuple(map(turned, path.agree))) if path else None


def _no_habits(one: str, other: str) -> frozenset[str]:
    """The habits of newspapers, which say nothing of two Korean names: Jong and Yong would be one (Ионг)."""
    korean = all(any(r.way == "LATIN" for r in readings(name)) for name in (one, other))
    return frozenset(habit.id for habit in habits()) if korean else frozenset()


def _told(path: Path) -> tuple[bool, int]:
    letters = sum(len(part.one) + len(part.other) for part in path.agree)
    return path.whole, letters - sum(len(part.one) + len(part.other) for part in path.differ)
