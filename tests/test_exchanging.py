"""Rulings that others made, taken over from a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import Case
from firsthand.errors import Refused
from firsthand.exchanging import rulings
from firsthand.model import Judgement

PERSON = {
    "id": "q1",
    "schema": "Person",
    "properties": {
        "name": ["Ada Quist"],
        "alias": ["Ада Квіст"],
        "birthDate": ["1997"],
        "position": ["pilot"],
    },
}
OTHER = {"id": "q2", "schema": "Person", "properties": {"name": ["Ida Brandt"]}}

TEXT = st.text()


def lines(*values: object) -> bytes:
    return "\n".join(json.dumps(each) for each in values).encode()


def test_names_and_facts_of_an_entity_are_its_authors_ruling() -> None:
    (found,) = rulings(lines(PERSON, OTHER), "Port archive", "people.json")
    assert (found.judgement, found.by) == (Judgement.SAME, "Port archive")
    assert [each.words for each in found.on] == ["Ada Quist", "Ада Квіст"]
    assert found.because == "people.json, q1 (birthDate: 1997; position: pilot)"


@pytest.mark.parametrize(
    ("edge", "judgement"),
    [("positive", Judgement.SAME), ("negative", Judgement.DIFFERENT), ("unsure", Judgement.UNDECIDED)],
)
def test_an_edge_of_nomenklatura_is_a_ruling_of_its_user(edge: str, judgement: Judgement) -> None:
    data = lines(
        OTHER, {**PERSON, "properties": {"name": ["Ada Quist"]}}, ["q1", "q2", edge, 0.5, "ann", "2025-02-03"]
    )
    (found,) = rulings(data, "nobody", "file")
    assert (found.judgement, found.by, found.at) == (judgement, "ann", "2025-02-03T00:00:00")


@pytest.mark.parametrize(
    "passed",
    [
        ["q1", "q9", "positive", None, "ann", None],
        ["q1", "q2", "no_judgement", None, "ann", None],
        ["q1"],
        {"id": "n", "schema": "Note", "properties": {"description": ["A note.", "{}", "[1]", '{"on": 3}']}},
        {"id": "v", "schema": "Vessel", "properties": {"name": ["A"], "alias": ["B"]}},
        {"id": "x", "schema": "Person"},
        7,
    ],
)
def test_what_says_nothing_of_names_is_passed_over(passed: object) -> None:
    assert list(rulings(lines(OTHER, passed), "Ann Lee", "file")) == []


@pytest.mark.parametrize("data", [b"", b"no json", b"7", b"\xff\xfe\x00"])
def test_what_is_no_such_file_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(Refused):
        list(rulings(data, "Ann Lee", "file"))


JSON = st.recursive(st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(TEXT, v))


@given(JSON)
def test_any_json_gives_an_answer(value: object) -> None:
    list(rulings(lines(OTHER, value), "Ann Lee", "file"))


def test_a_file_is_taken_over_once_and_each_by_its_author(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_bytes(lines(PERSON, OTHER))
    with Case.create(tmp_path / "c") as case:
        case.rule("different", "Ada Quist", "Ida Brandt", by="Ann Lee", because="two pilots")
        assert [each.by for each in case.rule_from(people, "Port archive")] == ["Port archive"]
        assert case.rule_from(people, "Port archive") == ()
        case.trace()
        case.export("ftm", tmp_path / "out.json")
    with Case.create(tmp_path / "d") as case:
        taken = case.rule_from(tmp_path / "out.json", "nobody")
        assert [(each.by, each.because) for each in taken] == [
            ("Ann Lee", "two pilots"),
            ("Port archive", "people.json, q1 (birthDate: 1997; position: pilot)"),
        ]
