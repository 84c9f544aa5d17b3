"""Lines that a person has put together: "3-4 = 3; 5 = 4, 5; 6 =" in ``case.toml``."""

from __future__ import annotations

import re

MANY = 1_000  # lines of one range; beyond it is a mistake
RANGE = re.compile(r"\s*(\d{1,9})\s*(?:[-–]\s*(\d{1,9})\s*)?")

Pairs = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def line_pairs(value: object, where: str, notes: list[str]) -> Pairs:
    """The pairs that a text says, lines here before lines of the record; a mistake costs its own pair.

    Either side may be empty: "6 =" renders nothing. Anything but text has none.
    """
    pairs = []
    for written in re.split(r"[;\n]", value) if isinstance(value, str) else ():
        if not written.strip():
            continue
        sides = [_numbers(side) for side in written.split("=")]
        if len(sides) != 2 or None in sides or sides == [(), ()]:
            notes.append(f'{where}: lines: {written.strip()[:40]!r} must be written as in "3-4 = 3"')
            continue
        pairs.append((sides[0] or (), sides[1] or ()))
    return tuple(pairs)


def _numbers(side: str) -> tuple[int, ...] | None:
    """The numbers of "3-4, 7"; None where something else stands there."""
    if not side.strip():
        return ()
    found: list[int] = []
    for each in side.split(","):
        written = RANGE.fullmatch(each)
        first, last = (int(written[1]), int(written[2] or written[1])) if written else (1, 0)
        if not first <= last < first + MANY:
            return None
        found += range(first, last + 1)
    return tuple(dict.fromkeys(found))
