from __future__ import annotations

import json

from firsthand.model import Being, Line, Record, RecordKind, Source, Span
from firsthand.names.identifying.registers import registered
from tests.builders import record

ADA = {
    "id": "q1",
    "schema": "Person",
    "properties": {"name": ["Ada Quist", "Ада Квіст"], "birthDate": ["1997"]},
}


def register(entity: object) -> Record:
    text = json.dumps(entity, ensure_ascii=False)
    return record(text, kind=RecordKind.REGISTER, lines=(Line(1, Span(0, len(text))),))


def source(id: str, *spellings: str, being: Being = Being.PERSON) -> Source:
    return Source(id, spellings[0], being, spellings)


def test_a_fact_is_put_to_every_source_that_bears_a_name_of_the_entity() -> None:
    one, two, none = source("a", "ADA QUIST"), source("b", "Ада Квіст"), source("c", "Bo Ek")
    found = registered([register(ADA)], [one, two, none])
    assert {id: [(p.field, p.value, p.place.lines) for p in told] for id, told in found.items()} == {
        "a": [("born", "1997", (1,))],
        "b": [("born", "1997", (1,))],
    }


def test_a_document_called_like_somebody_has_no_birth() -> None:
    assert registered([register(ADA)], [source("a", "Ada Quist", being=Being.DOCUMENT)]) == {}


def test_reports_are_no_registers() -> None:
    assert registered([record(json.dumps(ADA))], [source("a", "Ada Quist")]) == {}


def test_who_has_no_name_bears_nothing_of_an_entity_without_a_readable_one() -> None:
    unread = {"id": "q2", "schema": "Person", "properties": {"name": ["Group 5"], "birthDate": ["1997"]}}
    assert registered([register(unread)], [source("a", "a guard"), source("b", "Ada Quist")]) == {}
