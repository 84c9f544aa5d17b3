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


def test_names_of_an_entity_are_its_authors_ruling() -> None:
    (found,) = rulings(lines(PERSON, OTHER), "Port archive", "people.json")
    assert (found.judgement, found.by) == (Judgement.SAME, "Port archive")
    assert [each.words for each in found.on] == ["Ada Quist", "Ада Квіст"]
    assert found.because == "people.json, line 1, q1"


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
def test_what_is_no_such_file_is_said_to_be_none_and_not_kept(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(data)
    with Case.create(tmp_path / "c") as case:
        with pytest.raises(Refused):
            case.rule_from(tmp_path / "file", "Ann Lee")
        assert case.records() == ()


JSON = st.recursive(st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(TEXT, v))


@given(JSON)
def test_any_json_gives_an_answer(value: object) -> None:
    list(rulings(lines(OTHER, value), "Ann Lee", "file"))


def test_a_file_is_taken_over_once_and_each_by_its_author(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_bytes(lines(PERSON, OTHER))
    with Case.create(tmp_path / "c") as case:
        case.rule("different", "Ada Quist", "Ida Brandt", by="Ann Lee", because="two pilots")
        assert [each.by for each in case.rule_from(people, "Port archive").rulings] == ["Port archive"]
        assert case.rule_from(people, "Port archive").rulings == ()
        case.trace()
        case.export("ftm", tmp_path / "out.json")
    with Case.create(tmp_path / "d") as case:
        taken = case.rule_from(tmp_path / "out.json", "nobody").rulings
        assert [(each.by, each.because) for each in taken] == [
            ("Ann Lee", "two pilots"),
            ("Port archive", "people.json, line 1, q1"),
        ]


def test_two_entities_under_one_canonical_id_are_the_same() -> None:
    ada = {**PERSON, "properties": {"name": ["Ada Quist"]}}
    edges = (["NK-1", "q1", "positive", 1, "ann", None], ["NK-1", "q2", "positive", 1, "bo", None])
    (found,) = rulings(lines(ada, OTHER, *edges), "nobody", "file")
    assert (found.judgement, found.by) == (Judgement.SAME, "bo")
    assert [each.words for each in found.on] == ["Ada Quist", "Ida Brandt"]


def test_what_is_not_understood_is_told_by_line_and_the_rest_is_taken(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    vessel = {"id": "v", "schema": "Vessel", "properties": {"name": ["Ebb"]}}
    edge = ["q1", "q9", "unsure", None, "ann", None]
    people.write_bytes(lines(PERSON, OTHER) + b"\nno json\n" + lines(vessel, edge, {**OTHER, "id": 3}))
    with Case.create(tmp_path / "c") as case:
        taken = case.rule_from(people, "Port archive")
    assert len(taken.rulings) == 1
    assert taken.notes[:3] == (
        "line 3: it is not JSON",
        "line 4: Vessel: it is kept with the file, and nothing is taken from it",
        "line 5: an edge to q9, which is no named entity of the file",
    )


REPORT = "---\noutlet: The Argus\n---\nThe harbour is safe, said the pilot Ada Quist, who was born in 1978.\n"


def test_facts_in_the_file_are_evidence_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "people.ftm.json").write_bytes(lines(OTHER, PERSON))
    with Case.create(tmp_path / "c") as case:
        case.add(tmp_path / "report.txt")
        case.rule_from(tmp_path / "people.ftm.json", "Port archive")
        (asked,) = case.trace().identities
        facts = [each.note for each in asked.candidates[0].indications]
        ada = next(each for each in case.dossier().sources if each.name == "Ada Quist")
        assert ("born", "1997", "people.ftm.json, line 2") in [(f.name, f.value, f.how) for f in ada.facts]
        told = case.export("html", public=True).decode()
    assert "Born: 1978 (The Argus); 1997 (people.ftm.json, line 2). These cannot both hold." in facts
    assert "Role: pilot (The Argus, people.ftm.json, line 2)." in facts
    assert "1978" in told and "1997" not in told  # a public edition has nothing of a register
