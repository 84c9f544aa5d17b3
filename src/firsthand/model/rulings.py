"""What a named person decided, when and why; and which of it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.places import Span


class Matter(StrEnum):
    """What a ruling is about."""

    NAMES = "names"  # whether two names are one person's, body's, outlet's or document's


class Judgement(StrEnum):
    """What a person decided. Undecided is a ruling too: somebody looked, and it stays open."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One of the things that a ruling is about, told by what stands in the records.

    ``words`` as they are written; ``record`` is the id of the one they stand in, "" for all that have them;
    ``spans`` where in it. No id of anything found is in it, so that a ruling stays attached when everything
    is read and traced anew.
    """

    words: str
    record: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What ``by`` decided at ``at`` (UTC, ISO 8601) about what it is ``on``, and why (``because``).

    ``number`` counts the rulings of a case from 1. A ruling that ``undoes`` another bears its number and
    says what that one said; both are kept for ever.
    """

    number: int
    matter: Matter
    judgement: Judgement
    on: tuple[Anchor, ...]
    by: str
    at: str
    because: str = ""
    undoes: int = 0


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that hold: not undone, and not decided anew on the same by the same person."""
    held: dict[int, Ruling] = {}
    latest: dict[tuple[object, ...], int] = {}
    for each in rulings:
        if each.undoes:
            held.pop(each.undoes, None)
            continue
        about = (each.matter, frozenset(each.on), each.by.casefold())
        held.pop(latest.get(about, 0), None)
        held[each.number] = each
        latest[about] = each.number
    return tuple(held.values())
