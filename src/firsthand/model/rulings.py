"""What a named person decided, when and why; which of it stands, and who differs from whom."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.places import Region, Span
from firsthand.model.reading import Attribution, Hop, Kind, Stance


class Matter(StrEnum):
    """What a ruling is about."""

    NAMES = "names"  # whether two names are one person's, body's, outlet's or document's
    ATTRIBUTION = "attribution"  # whether a text says that somebody says something, and what
    SAYING = "saying"  # whether two attributions, or statements, say the same
    DESCENT = "descent"  # whether a report was taken from another, or from somebody
    SUPPORT = "support"  # what the record says to an attribution or a statement
    REGION = "region"  # where a line of the record stands on the picture of its page
    RELIABILITY = "reliability"  # of a source, A to F on the Admiralty scale
    CREDIBILITY = "credibility"  # of a statement, 1 to 6 on the same


class Judgement(StrEnum):
    """What a person decided. Undecided is a ruling too: somebody looked, and it stays open."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"
    ACCEPT = "accept"  # it is as it was read
    REJECT = "reject"  # nobody says there what was read
    CORRECT = "correct"  # it is otherwise
    SPLIT = "split"  # it is two
    MERGE = "merge"  # two are one
    MISSED = "missed"  # there is one that the reader did not find
    FROM = "from"  # the first was taken from the second
    NOT_FROM = "not from"
    STATES = "states"
    IMPLIES = "implies"
    SILENT = "silent"
    CONTRADICTS = "contradicts"
    A = "A"  # completely reliable
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"  # cannot be judged
    ONE = "1"  # confirmed by other independent sources
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"  # cannot be judged


_J = Judgement
MAY_BE: Mapping[Matter, tuple[Judgement, ...]] = {
    Matter.NAMES: (_J.SAME, _J.DIFFERENT, _J.UNDECIDED),
    Matter.ATTRIBUTION: (
        *(_J.ACCEPT, _J.REJECT, _J.CORRECT),
        *(_J.SPLIT, _J.MERGE, _J.MISSED, _J.UNDECIDED),
    ),
    Matter.SAYING: (_J.SAME, _J.DIFFERENT, _J.UNDECIDED),
    Matter.DESCENT: (_J.FROM, _J.NOT_FROM, _J.UNDECIDED),
    Matter.SUPPORT: (_J.STATES, _J.IMPLIES, _J.SILENT, _J.CONTRADICTS, _J.UNDECIDED),
    Matter.REGION: (_J.CORRECT,),
    Matter.RELIABILITY: (_J.A, _J.B, _J.C, _J.D, _J.E, _J.F, _J.UNDECIDED),
    Matter.CREDIBILITY: (_J.ONE, _J.TWO, _J.THREE, _J.FOUR, _J.FIVE, _J.SIX, _J.UNDECIDED),
}
"""What can be decided on each matter. Grades: NATO AJP-2.1."""


class Thing(StrEnum):
    """What an anchor is the place of."""

    NAME = "name"
    ATTRIBUTION = "attribution"
    STATEMENT = "statement"  # that which the attribution at this place belongs to
    REPORT = "report"  # or a primary record as a whole
    LINE = "line"  # of the record


@dataclass(frozen=True, slots=True)
class Anchor:
    """One of the things that a ruling is about, told by what stands in the records.

    ``words`` as they are written; ``record`` is the id of the one they stand in, "" for all that have them;
    ``spans`` where in it. Of an attribution these are its content, and ``source`` where the text names who
    says it. No id of anything found is in it, so that a ruling stays attached when everything is read and
    traced anew.
    """

    words: str
    record: str = ""
    spans: tuple[Span, ...] = ()
    thing: Thing = Thing.NAME
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What is otherwise in an attribution; None is as it was read.

    ``content``, ``source`` and ``cue`` are places in the text, or words of it: of words that stand there
    several times the nearest are meant. An empty ``source`` says that none is stated, an empty ``cue`` that
    there is no such word. A source that stands nowhere in the text is told by its ``name``. ``hands`` run
    from the origin towards the report; one that is told by its name alone is that which was read, or the
    nearest of that name.
    """

    content: str | tuple[str | Span, ...] | None = None
    source: str | Span | None = None
    name: str | None = None
    cue: str | tuple[str | Span, ...] | None = None
    kind: Kind | None = None
    stance: Stance | None = None
    hands: tuple[Hop, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What ``by`` decided at ``at`` (UTC, ISO 8601) about what it is ``on``, and why (``because``).

    ``number`` counts the rulings of a case from 1. A ruling that ``undoes`` another bears its number and
    says what that one said; both are kept for ever. On an attribution it says what it ``becomes``: itself,
    one or several, none; ``seen`` are the words at the places of these, in the same order. ``scope`` is the
    period or topic of a grade. ``settles`` are the rulings of others who differ that it decides between.
    Of a line, the first that it is on, it says the ``region``, on the page that is the second.
    """

    number: int
    matter: Matter
    judgement: Judgement
    on: tuple[Anchor, ...]
    by: str
    at: str
    because: str = ""
    undoes: int = 0
    becomes: tuple[Attribution, ...] = ()
    seen: tuple[Anchor, ...] = ()
    scope: str = ""
    settles: tuple[int, ...] = ()
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Orphan:
    """A ruling that stands and has no place any more, and why; ``near`` is where it may be meant to be.

    Nothing is moved there: a person rules anew, or undoes it.
    """

    ruling: Ruling
    why: str
    near: Anchor | None = None


def subjects(ruling: Ruling) -> frozenset[Hashable]:
    """What a ruling is on, to be compared: two that have one in common are on the same.

    Attributions count one by one, since what becomes of one is decided once; of what the record says to an
    attribution the line is part of the decision, and of where a line stands the page.
    """
    if ruling.matter is Matter.ATTRIBUTION:
        return frozenset((ruling.matter, each) for each in ruling.on)
    if ruling.matter in (Matter.SUPPORT, Matter.REGION):
        return frozenset((ruling.matter, each) for each in ruling.on[:1])
    if ruling.matter is Matter.DESCENT:
        return frozenset({(ruling.matter, ruling.on)})
    return frozenset({(ruling.matter, frozenset(ruling.on), ruling.scope.casefold())})


def decided(ruling: Ruling) -> Hashable:
    """What a ruling says of its subjects, to be compared."""
    if ruling.matter is Matter.ATTRIBUTION:
        return ruling.judgement is Judgement.UNDECIDED, ruling.becomes
    if ruling.matter is Matter.SUPPORT:
        return ruling.judgement, ruling.on[1:]
    if ruling.matter is Matter.REGION:
        return ruling.region
    return ruling.judgement


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that stand: not undone, and not decided anew on the same by the same person."""
    held: dict[int, Ruling] = {}
    latest: dict[Hashable, int] = {}
    for each in rulings:
        if each.undoes:
            held.pop(each.undoes, None)
            continue
        about = [(subject, each.by.casefold()) for subject in subjects(each)]
        for key in about:
            held.pop(latest.get(key, 0), None)
        held[each.number] = each
        latest |= dict.fromkeys(about, each.number)
    return tuple(held.values())


def deciding(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Those that stand and are not settled by another that stands."""
    stand = standing(rulings)
    settled = {number for each in stand for number in each.settles}
    return tuple(each for each in stand if each.number not in settled)


def conflicts(rulings: Iterable[Ruling]) -> tuple[tuple[Ruling, ...], ...]:
    """Rulings on the same in which people differ, side by side, as long as nobody has settled them."""
    groups = _on_the_same(deciding(rulings))
    return tuple(tuple(group) for group in groups if len(set(map(decided, group))) > 1)


def holding(rulings: Iterable[Ruling], *matters: Matter) -> tuple[Ruling, ...]:
    """The rulings on these ``matters`` that take effect, in order: where people differ none does, and what
    was proposed holds."""
    groups = _on_the_same([each for each in deciding(rulings) if each.matter in matters])
    agreed = [each for group in groups if len(set(map(decided, group))) == 1 for each in group]
    return tuple(sorted(agreed, key=lambda each: each.number))


def _on_the_same(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """The rulings in groups that have subjects in common, directly or by way of others."""
    group_of: dict[Hashable, list[Ruling]] = {}
    for each in rulings:
        own = list({id(found): found for key in subjects(each) if (found := group_of.get(key))}.values())
        merged = [*(ruling for group in own for ruling in group), each]
        group_of |= dict.fromkeys([key for ruling in merged for key in subjects(ruling)], merged)
    groups = {id(group): group for group in group_of.values()}
    ordered = (sorted(group, key=lambda each: each.number) for group in groups.values())
    return sorted(ordered, key=lambda group: group[0].number)
