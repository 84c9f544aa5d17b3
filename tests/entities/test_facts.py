"""What entities say of people, in the words of papers and reports."""

from __future__ import annotations

import json
from typing import Any

import pytest

from firsthand.entities import Fact, Odd, facts, read

ADA = {"name": ["Ada Quist"], "birthDate": ["1997"], "nationality": ["ua"], "position": ["pilot"]}


def file(*entities: tuple[str, str, dict[str, Any]]) -> list[Fact | Odd]:
    lines = (json.dumps({"id": id, "schema": s, "properties": p}) for id, s, p in entities)
    return list(facts(read("\n".join(lines))))


def test_facts_of_a_person_have_the_names_of_papers() -> None:
    assert file(("q1", "Person", ADA)) == [
        Fact("q1", "born", "1997", 1),
        Fact("q1", "nationality", "ua", 1),
        Fact("q1", "role", "pilot", 1),
    ]


@pytest.mark.parametrize(
    ("schema", "properties", "told"),
    [
        (
            "Occupancy",
            {"holder": ["q1"], "post": ["x"], "startDate": ["2019"], "endDate": ["2021"]},
            [("q1", "role", "Reeve (2019 to 2021)")],
        ),
        (
            "Membership",
            {"member": ["q1"], "organization": ["x"], "role": ["clerk"]},
            [("q1", "member of", "clerk: Reeve")],
        ),
        (
            "Family",
            {"person": ["q1"], "relative": ["x"], "relationship": ["sister"]},
            [("q1", "family", "sister: Reeve")],
        ),
        (
            "UnknownLink",
            {"subject": ["q1"], "object": ["x"]},
            [("q1", "linked to", "Reeve"), ("x", "linked to", "Ada Quist")],
        ),
        (
            "Passport",
            {"holder": ["q1"], "number": ["P7"], "birthDate": ["1997-05-04"]},
            [("q1", "number", "P7"), ("q1", "born", "1997-05-04")],
        ),
    ],
)
def test_what_ties_two_is_told_of_them(
    schema: str, properties: dict[str, Any], told: list[tuple[str, str, str]]
) -> None:
    ada = ("q1", "Person", {"name": ["Ada Quist"]})
    other = ("x", "Position", {"name": ["Reeve"]})
    assert file(ada, other, ("t", schema, properties)) == [Fact(*each, 3) for each in told]


def test_an_address_is_told_where_its_entity_is_there() -> None:
    found = file(
        ("q1", "Person", {"addressEntity": ["a", "b"]}), ("a", "Address", {"full": ["1 Quay, Oststrand"]})
    )
    assert found == [Fact("q1", "residence", "1 Quay, Oststrand", 2)]


@pytest.mark.parametrize(
    ("schema", "properties", "told"),
    [
        ("Vessel", {"name": ["Ebb"]}, "Vessel: it is kept with the file, and nothing is taken from it"),
        ("Passport", {"number": ["7"]}, "Passport without a holder: it says nothing of anybody"),
        ("Family", {"person": ["q1"]}, "Family without person and relative: it ties nobody"),
    ],
)
def test_what_nothing_is_taken_from_is_told(schema: str, properties: dict[str, Any], told: str) -> None:
    assert file(("t", schema, properties)) == [Odd(1, told)]


def test_an_end_that_is_not_in_the_file_is_told_and_named_by_its_id() -> None:
    tie = {"person": ["q1"], "relative": ["q9"]}
    assert file(("q1", "Person", {"name": ["Ada Quist"]}), ("t", "Family", tie)) == [
        Odd(2, "Family leads to q9, which is not in the file"),
        Fact("q1", "family", "q9", 2),
    ]
