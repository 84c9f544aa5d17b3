"""A comparison in words: what agrees by which route, what differs, what was set aside."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.names.comparing.aligning import Alignment, Pair
from firsthand.names.comparing.parts import Kind, Part, Taken


def agreeing(found: Alignment) -> tuple[str, ...]:
    """The pairs that agree and are not written alike, each with its route."""
    return tuple(_told(p) for p in found.agreed if p.one != p.other)


def _told(pair: Pair) -> str:
    return f"{pair.one} = {pair.other}: {pair.agreement.route or 'the same letters'}"


def differing(found: Alignment) -> tuple[str, ...]:
    """The pairs that differ, and what only one of the names has."""
    opposed = tuple(
        f"{p.one} against {p.other}" + (f": {p.agreement.route}" if p.agreement.route else "")
        for p in found.opposed
    )
    sides = (tuple(p for p in side if p.kind is not Kind.IDLE) for side in (found.over, found.other_over))
    over = tuple(f"only one has {_listed(side)}" for side in sides if side)
    return (*opposed, *over)


def set_aside(one: Taken, other: Taken) -> tuple[str, ...]:
    """Titles and legal forms, which are told and not compared."""
    told = []
    for kind, noun in ((Kind.TITLE, "title"), (Kind.FORM, "legal form")):
        ours, theirs = one.of(kind), other.of(kind)
        if [p.key for p in ours] != [p.key for p in theirs]:
            told.append(f"{noun}: {_listed(ours) or 'none'} and {_listed(theirs) or 'none'}")
    return tuple(told)


def _listed(parts: Sequence[Part]) -> str:
    return " ".join(p.text for p in parts)
