"""What entities say of somebody, in the words that papers and reports are compared by.

Facts stand among the properties of a person, and in the entities that tie one to another: a passport and its
holder, a post and who held it, a relative.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from firsthand.entities.reading import NAMED, Entity, File, Odd, Value

# source: the schema of followthemoney 4.11.2 (Person, LegalEntity, Thing), by what papers call the same.
OWN = {
    "birthDate": "born", "birthPlace": "place of birth", "birthCountry": "country of birth",
    "deathDate": "died", "nationality": "nationality", "citizenship": "citizenship", "country": "country",
    "fatherName": "patronymic", "gender": "sex", "ethnicity": "people", "position": "role",
    "profession": "occupation", "title": "title", "idNumber": "number", "passportNumber": "number",
    "registrationNumber": "number", "address": "residence",
}  # fmt: skip
PAPERS = {"birthDate": "born", "birthPlace": "place of birth", "gender": "sex"}
HELD = ("Passport", "Identification")


class Link(NamedTuple):
    """A schema that ties two entities: the property of whom it tells, that of the other end, what it is
    called there, and the properties that say more; ``back``: what it is to the other end."""

    whose: str
    other: str
    field: str
    more: tuple[str, ...] = ()
    back: str = ""


LINKS = {
    "Occupancy": Link("holder", "post", "role"),
    "Membership": Link("member", "organization", "member of", ("role",)),
    "Employment": Link("employee", "employer", "employer", ("role",)),
    "Directorship": Link("director", "organization", "role", ("role",)),
    "Family": Link("person", "relative", "family", ("relationship",)),
    "Associate": Link("person", "associate", "known with", ("relationship",), "known with"),
    "Representation": Link("agent", "client", "acts for", ("role",)),
    "Ownership": Link("owner", "asset", "owner of", ("role",)),
    "UnknownLink": Link("subject", "object", "linked to", ("role",), "linked to"),
}
# Entities that facts are about, or that the other end of a link is; a Note may be a ruling.
USED = NAMED | LINKS.keys() | frozenset({*HELD, "Position", "Address", "Note", "Mention", "Similar"})
NOT_TAKEN = "{schema}: it is kept with the file, and nothing is taken from it"


class Fact(NamedTuple):
    """What a line says of an entity: the field as papers call it, and its value."""

    entity: str
    field: str
    value: str
    line: int


def facts(file: File) -> Iterator[Fact | Odd]:
    """What the file says of its entities, in its order; and what nothing is taken from."""
    for entity in file.entities.values():
        if entity.schema in NAMED:
            yield from _own(entity, file.entities)
        elif entity.schema in HELD:
            yield from _held(entity)
        elif entity.schema in LINKS:
            yield from _linked(entity, LINKS[entity.schema], file.entities)
        elif entity.schema not in USED:
            yield Odd(entity.line, NOT_TAKEN.format(schema=entity.schema))


def _own(entity: Entity, entities: Mapping[str, Entity]) -> Iterator[Fact | Odd]:
    for name, field in OWN.items():
        yield from (Fact(entity.id, field, value.text, value.line) for value in entity.values(name))
    for value in entity.values("addressEntity"):
        if there := entities.get(value.text):
            full = there.values("full", "street", "city")
            yield from (Fact(entity.id, "residence", each.text, each.line) for each in full[:1])


def _held(paper: Entity) -> Iterator[Fact | Odd]:
    """What a paper says of who holds it."""
    holders = paper.values("holder")
    if not holders:
        yield Odd(paper.line, f"{paper.schema} without a holder: it says nothing of anybody")
    for holder in holders:
        for value in paper.values("number", "passportNumber"):
            yield Fact(holder.text, "number", value.text, value.line)
        for name, field in PAPERS.items():
            yield from (Fact(holder.text, field, each.text, each.line) for each in paper.values(name))


def _linked(tie: Entity, link: Link, entities: Mapping[str, Entity]) -> Iterator[Fact | Odd]:
    ones, others = tie.values(link.whose), tie.values(link.other)
    if not ones or not others:
        yield Odd(tie.line, f"{tie.schema} without {link.whose} and {link.other}: it ties nobody")
    more = ", ".join(value.text for value in tie.values(*link.more))
    for one in ones:
        for other in others:
            for end in (one, other):
                if end.text not in entities:
                    yield Odd(end.line, f"{tie.schema} leads to {end.text}, which is not in the file")
            yield Fact(one.text, link.field, _told(other, more, tie, entities), tie.line)
            if link.back:
                yield Fact(other.text, link.back, _told(one, more, tie, entities), tie.line)


def _told(end: Value, more: str, tie: Entity, entities: Mapping[str, Entity]) -> str:
    """The other end by its name, with what ties them and since when."""
    named = entities[end.text].names if end.text in entities else []
    since, until = (tie.values(name)[:1] for name in ("startDate", "endDate"))
    when = " to ".join(value.text for value in (*since, *until))
    whole = ": ".join(filter(None, (more, named[0] if named else end.text)))
    return f"{whole} ({when})" if when else whole
