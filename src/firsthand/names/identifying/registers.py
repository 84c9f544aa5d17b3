"""What registers (files of FollowTheMoney) say of the persons of a case, each fact with its line.

An entity is held to be a source where they share a spelling: that makes them no one person, and two people of
one name show by facts that cannot both hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from firsthand import entities
from firsthand.model import Being, Particular, Place, Record, RecordKind, Source
from firsthand.names.spelling import read_name

KEPT = frozenset({Being.PERSON, Being.UNKNOWN, Being.BODY})


def registered(records: Iterable[Record], sources: Iterable[Source]) -> dict[str, list[Particular]]:
    """The facts in the registers among ``records``, by the source that bears a name of the entity."""
    registers = [record for record in records if record.kind is RecordKind.REGISTER]
    if not registers:
        return {}
    bearers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for source in sources:
        for spelling in source.spellings if source.being in KEPT else ():
            if name := read_name(spelling, source.being).key:  # "a guard" is nobody in particular
                bearers[name][source.id] = None
    found: defaultdict[str, dict[Particular, None]] = defaultdict(dict)
    for record in registers:
        keys = _keys(record.text)
        for entity, particular in _said(record):
            for id in dict.fromkeys(id for key in keys[entity] for id in bearers.get(key, ())):
                found[id][particular] = None
    return {source: list(each) for source, each in found.items()}


@lru_cache(maxsize=8)  # the strands of a case ask for the same few
def _keys(text: str) -> Mapping[str, list[str]]:
    """The names of each entity of a register as keys, by its id."""
    held = entities.read(text).entities
    return {id: [read_name(name).key for name in each.names] for id, each in held.items()}


def _said(record: Record) -> Iterator[tuple[str, Particular]]:
    """Each fact of a register, with the id of the entity that it is about."""
    file = entities.read(record.text)
    lines = {line.number: line for line in record.lines}
    for fact in entities.facts(file):
        if isinstance(fact, entities.Fact) and fact.entity in file.entities and fact.line in lines:
            place = Place(record.id, (lines[fact.line].span,), (fact.line,))
            yield fact.entity, Particular(fact.field, fact.value, place)
