"""Sources as entities of FollowTheMoney, one JSON object a line, for tools that compare and merge people.

Persons, organisations and documents with their names, mentions and what reports say of them; two sources
that may be one as a ``Similar``; each ruling as a ``Note``, for a reader and, as JSON, for
``firsthand rule --from``.
Statements, lines and readings have no place in that model: take them from the JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from firsthand.dossier.identities import IdentitySheet
from firsthand.dossier.index import home
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.sheets import Dossier, ReportSheet, SourceSheet

Entity = dict[str, Any]
SCHEMAS = {
    "person": "Person",
    "institution": "Organization",
    "outlet": "Organization",
    "not known": "LegalEntity",
}
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
COUNTRY = re.compile(r"[a-z]{2}")  # of a country FollowTheMoney takes the code alone
FIELDS = {
    "place of birth": "birthPlace", "role": "position", "patronymic": "fatherName", "number": "idNumber",
    "nationality": "nationality", "citizenship": "citizenship",
}  # fmt: skip
DAYS = {"born": "birthDate", "died": "deathDate"}
COUNTRIES = ("nationality", "citizenship")


def ftm(dossier: Dossier) -> bytes:
    """The sources, reports and rulings of a dossier as lines of JSON (UTF-8)."""
    lines = (json.dumps(each, ensure_ascii=False, sort_keys=True) for each in _entities(dossier))
    return "".join(f"{line}\n" for line in lines).encode()


def _entities(dossier: Dossier) -> Iterator[Entity]:
    ids = {report.anchor: report.id or report.anchor for report in dossier.reports}
    yield from (_report(report, ids[report.anchor]) for report in dossier.reports)
    people = {s.anchor: s for s in dossier.sources if s.being in SCHEMAS and not s.record}
    for source in people.values():
        yield _source(source, ids)
        yield from _mentions(source, ids)
    for asked in dossier.identities:
        yield from _similar(asked, people)
    yield from map(_ruling, dossier.rulings)
    if dossier.withheld:
        told = list(dossier.withheld.sentences)
        yield entity("public-edition", "Note", name=["This is a public edition"], description=told)


def entity(id: str, schema: str, **properties: list[str]) -> Entity:
    """An entity with the properties that have a value."""
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: v for name, v in kept.items() if v}}


def _report(report: ReportSheet, id: str) -> Entity:
    published = DATE.match(report.published)
    url = next((fact.url for fact in report.facts if fact.url), "")
    return entity(
        id,
        "Article",
        title=[report.title],
        publisher=[report.outlet],
        publishedAt=[published[0] if published else ""],
        sourceUrl=[url],
    )


def _source(source: SourceSheet, ids: dict[str, str]) -> Entity:
    told: dict[str, list[str]] = {}
    for fact in source.facts if SCHEMAS[source.being] == "Person" else ():
        if fact.name in DAYS:
            told.setdefault(DAYS[fact.name], []).append(_born(fact.value))
        elif fact.name in FIELDS and (fact.name not in COUNTRIES or COUNTRY.fullmatch(fact.value)):
            told.setdefault(FIELDS[fact.name], []).append(fact.value)
    notes = [f"{fact.name}: {fact.value} ({fact.how})" for fact in source.facts] + list(source.reasons)
    return entity(
        source.id,
        SCHEMAS[source.being],
        name=[source.name],
        alias=[spelling for spelling in source.spellings if spelling != source.name],
        notes=notes,
        proof=_where(source, ids),
        **told,
    )


def _born(value: str) -> str:
    """A date of birth as FollowTheMoney has it: whole if it is written so, else the year."""
    whole = DATE.fullmatch(value)
    year = YEAR.search(value)
    return whole[0] if whole else year[0] if year else ""


def _where(source: SourceSheet, ids: dict[str, str]) -> list[str]:
    return [ids[home(anchor)] for anchor in source.where if home(anchor) in ids]


def _mentions(source: SourceSheet, ids: dict[str, str]) -> Iterator[Entity]:
    for document in dict.fromkeys(_where(source, ids)):
        yield entity(
            f"{source.id}-in-{document}",
            "Mention",
            document=[document],
            name=list(source.spellings),
            resolved=[source.id],
            detectedSchema=[SCHEMAS[source.being]],
        )


def _similar(asked: IdentitySheet, people: dict[str, SourceSheet]) -> Iterator[Entity]:
    """Two sources that may be one; of rival writers there is nothing to say here."""
    for candidate in asked.candidates if asked.to in people else ():
        if candidate.to in people:
            ends = (people[asked.to].id, people[candidate.to].id)
            why = [note.note for note in (*candidate.names, *candidate.facts)]
            yield entity(
                "-like-".join(ends),
                "Similar",
                candidate=[ends[0]],
                match=[ends[1]],
                criteria=why,
                matcher=["firsthand"],
            )


def _ruling(ruling: RulingNote) -> Entity:
    names = [
        {"words": words, "record": record} if record else {"words": words}
        for words, record in zip(ruling.names, ruling.records, strict=True)
    ]
    told = {
        "matter": ruling.matter,
        "judgement": ruling.judgement,
        "on": names,
        "by": ruling.by,
        "at": ruling.at,
        "because": ruling.because,
        "holds": ruling.holds,
    }
    return entity(
        f"ruling-{ruling.number}",
        "Note",
        name=[f"Ruling {ruling.number}"],
        description=[f"{ruling.what}: {ruling.by}, {ruling.because}", json.dumps(told, ensure_ascii=False)],
    )
