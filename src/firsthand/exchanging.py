"""Rulings that others made, out of a file of FollowTheMoney: what ``Case.rule_from`` does.

An entity says that its names are one's; a note may be a ruling of another case (``dossier/exports/ftm.py``);
an edge of nomenklatura is a judgement by its own author. The facts in the file are no rulings: it is kept as
a record of the case, and what it says stands among the evidence (``names/identifying/registers.py``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from firsthand import entities, names
from firsthand.casefile import CaseFile, now
from firsthand.entities import NAMED, Edge, Entity, File, Odd, Value
from firsthand.errors import Refused
from firsthand.model import Anchor, Judgement, Matter, Ruling
from firsthand.model.rulings import MAY_BE

EDGES = {"positive": Judgement.SAME, "negative": Judgement.DIFFERENT, "unsure": Judgement.UNDECIDED}
DO = "Give a file of JSON lines, as firsthand export --format ftm and OpenAleph write them"
UNCHECKED = f"To have the lines held against the schema of FollowTheMoney: {entities.PACKAGE}"


@dataclass(frozen=True, slots=True)
class Taken:
    """The rulings that were new, and in sentences what was not understood or not taken, by line."""

    rulings: tuple[Ruling, ...]
    notes: tuple[str, ...] = ()


def understood(data: bytes, source: str) -> File:
    """What stands in a file; Refused where nothing in it is understood. ``source`` is what it is called."""
    held = _read(data)
    if not held.entities and not held.edges:
        raise Refused("no entities of FollowTheMoney are in this file", where=source, do=DO)
    return held


def take(file: CaseFile, held: File, by: str, source: str) -> Taken:
    """Stores the rulings of a file that the case has not got yet.

    ``by`` is who answers for names that the file puts together without saying who did; ``source`` is what the
    file is called.
    """
    odd: list[Odd] = []
    given: dict[tuple[object, ...], Ruling] = {}
    for each in _found(held, by, source):
        if isinstance(each, Odd):
            odd.append(each)
        else:
            given.setdefault(_about(each), each)

    def new(there: Iterable[Ruling]) -> list[Ruling]:
        had = set(map(_about, there))
        return [each for about, each in given.items() if about not in had]

    made = file.rule(new)
    return Taken(made, (*entities.odd(held, odd), *(() if entities.installed() else (UNCHECKED,))))


def rulings(data: bytes, by: str, source: str) -> Iterator[Ruling]:
    """The rulings that a file holds, in its order, without numbers."""
    yield from (each for each in _found(_read(data), by, source) if isinstance(each, Ruling))


def unaccepted(data: bytes) -> list[str]:
    """What of a file FollowTheMoney does not accept, in sentences; nothing where its package is not here."""
    return entities.sentences(sorted(entities.unaccepted(_read(data))))


def _read(data: bytes) -> File:
    return entities.read(data.decode("utf-8-sig", "replace"))


def _found(file: File, by: str, source: str) -> Iterator[Ruling | Odd]:
    for entity in file.entities.values():
        for text in entity.values("description") if entity.schema == "Note" else ():
            yield from _of_note(text)
        if entity.schema in NAMED:
            yield from _of_names(entity, by, source)
    yield from _of_edges(file, source)


def _of_names(entity: Entity, by: str, source: str) -> Iterator[Ruling | Odd]:
    if not entity.names:
        yield Odd(entity.line, f"{entity.schema} without a name")
        return
    first, *others = entity.names
    because = f"{source}, line {entity.line}, {entity.id}"
    for other in others:
        yield from _two(Judgement.SAME, (Anchor(first), Anchor(other)), by, now(), because)


def _of_note(text: Value) -> Iterator[Ruling]:
    """A ruling of another case; nothing where a note is none, or does not hold there any more."""
    try:
        told = json.loads(text.text)
        on = tuple(Anchor(str(each["words"]), str(each.get("record", ""))) for each in told["on"])
        if told["holds"] is True and told.get("matter", Matter.NAMES) == Matter.NAMES:
            judgement = Judgement(told["judgement"])
            yield from _two(judgement, on, str(told["by"]), _time(told["at"]), str(told["because"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return


# ------------------------------------------------------------ edges of nomenklatura


def _of_edges(file: File, source: str) -> Iterator[Ruling | Odd]:
    """Edges between entities of the file; of two that are positive to one id that no entity has (a canonical
    one), that these two are the same."""
    beyond = _beyond(file)
    for edge in file.edges:
        ends = [beyond.get(id, id) for id in (edge.one, edge.other)]
        words = [_named(file.entities, id) for id in ends]
        if edge.judgement not in EDGES:
            yield Odd(edge.line, f"an edge with {edge.judgement} is no ruling")
        elif all(words):
            if ends[0] != ends[1]:
                yield from _edge_ruled(edge, (words[0], words[1]), source)
        else:
            missing = next(id for id, word in zip(ends, words, strict=True) if not word)
            yield Odd(edge.line, f"an edge to {missing}, which is no named entity of the file")


def _beyond(file: File) -> dict[str, str]:
    """For an id that no entity has, the first entity that a positive edge ties to it."""
    found: dict[str, str] = {}
    for edge in file.edges:
        for id, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if edge.judgement == "positive" and id not in file.entities and _named(file.entities, other):
                found.setdefault(id, other)
    return found


def _edge_ruled(edge: Edge, words: tuple[str, str], source: str) -> Iterator[Ruling]:
    because = f"{source}, line {edge.line}, {edge.one} and {edge.other}"
    on = (Anchor(words[0]), Anchor(words[1]))
    yield from _two(EDGES[edge.judgement], on, edge.by or "nomenklatura", _time(edge.at), because)


def _named(held: Mapping[str, Entity], id: str) -> str:
    return next(iter(held[id].names), "") if id in held else ""


# ------------------------------------------------------------ a ruling


def _two(judgement: Judgement, on: tuple[Anchor, ...], by: str, at: str, because: str) -> Iterator[Ruling]:
    """A ruling, if it is on two names and is one that can be."""
    if judgement in MAY_BE[Matter.NAMES] and len({names.element(anchor) for anchor in on}) == 2:
        yield Ruling(0, Matter.NAMES, judgement, on, by, at, because)


def _time(given: object) -> str:
    """A time as it is told, or now where it is none."""
    try:
        return datetime.fromisoformat(str(given)).isoformat(timespec="seconds")
    except ValueError:
        return now()


def _about(ruling: Ruling) -> tuple[object, ...]:
    return ruling.judgement, frozenset(ruling.on), ruling.by, ruling.because
