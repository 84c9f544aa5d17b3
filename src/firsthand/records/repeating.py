"""Bytes that arrived twice: one report received again, or the same words in two papers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from firsthand.model import Record, RecordKind, identity

# What browsers and desktops put behind the name of a second copy: "a (1)", "a copy", "a - Copy (2)".
COPY = re.compile(r"( ?- ?copy| copy)?( ?\(\d+\))?$", re.IGNORECASE)


def repeats(arrived: Record, held: Record, one_file: bool) -> bool:
    """Whether ``arrived``, read in the same bytes as ``held``, is the same report under another name.

    It is not where another outlet, address, date, title, author or kind is told of it (in a case.toml).
    Where nothing says who published them, ``one_file`` decides: whether their names mean one file. A
    row of a table is of nobody's folder; what is no report is there once.
    """
    if (arrived.kind, arrived.part) != (held.kind, held.part):
        return False
    signed = [bool(each.outlet or each.url) for each in (arrived, held)]
    if arrived.kind is not RecordKind.REPORT or (one_file and not all(signed)):
        return True
    return _told(arrived) == _told(held) and (any(signed) or bool(arrived.part))


def _told(record: Record) -> tuple[str, ...]:
    outlet = record.outlet.casefold()
    return outlet, record.url, record.published, record.title, record.byline


def under_its_name(record: Record) -> Record:
    """The record with an id that its name is part of: its bytes alone name another already."""
    return replace(record, id=identity("record", record.object, record.part, record.name))


def heads(names: Iterable[str]) -> dict[str, str]:
    """For every name the first that means the same file: seen from further up ("in/a.txt"), or a copy.

    "a.txt" is "gazette/a.txt" or "herald/a.txt", whichever comes first, but never both.
    """
    head: dict[str, str] = {}
    ends: dict[tuple[str, ...], str] = {}  # every end of a path that was seen
    whole: dict[tuple[str, ...], str] = {}  # the longest path of each file
    for name in names:
        path = _upwards(name)
        if path not in ends:
            above = [path[:n] for n in range(len(path), 0, -1)]
            first = whole.pop(next((end for end in above if end in whole), ()), name)
            whole[path] = first
            ends |= {end: first for end in above if end not in ends}
        head[name] = ends[path]
    return head


def _upwards(name: str) -> tuple[str, ...]:
    """The parts of a path from the file up, without what marks a copy."""
    path = PurePosixPath(name)
    return (COPY.sub("", path.stem) + path.suffix, *reversed(path.parent.parts))
