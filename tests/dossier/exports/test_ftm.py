"""Entities of FollowTheMoney: what goes out comes back as rulings of its authors."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.exports.ftm import _born, entity, ftm
from firsthand.dossier.index import index
from firsthand.dossier.rulings import ruling_notes
from firsthand.exchanging import rulings
from firsthand.model import Anchor, Judgement, Matter, Ruling, Trace
from firsthand.model.rulings import MAY_BE
from firsthand.names import element
from tests.dossier import cases


def entities(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


def test_persons_bodies_and_reports_go_out_under_ids_that_stay() -> None:
    made = cases.quay().build()
    found = entities(ftm(made))
    assert found == entities(ftm(cases.quay().build()))
    by_id = {each["id"]: each for each in found}
    assert len(by_id) == len(found)
    assert {"Article", "Mention"} <= {each["schema"] for each in found}
    named = [each for each in found if each["schema"] in ("Person", "Organization")]
    assert {s.name for s in made.sources if s.being == "person"} <= {
        e["properties"]["name"][0] for e in named
    }
    for each in found:
        values = each["properties"]
        assert all(
            isinstance(v, list) and v and all(isinstance(x, str) and x for x in v) for v in values.values()
        )
        assert all(end in by_id for name in ("document", "resolved", "proof") for end in values.get(name, ()))


@pytest.mark.parametrize(
    ("value", "date"),
    [("1991", "1991"), ("4 May 1997", "1997"), ("1997-05-04", "1997-05-04"), ("spring", "")],
)
def test_a_birth_is_a_date_or_a_year(value: str, date: str) -> None:
    assert _born(value) == date


def test_a_property_without_a_value_is_left_out() -> None:
    assert entity("a", "Person", name=["A", "A", ""], alias=[])["properties"] == {"name": ["A"]}


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: element(Anchor(text.strip()))[0]
)
ANCHORS = st.builds(Anchor, WORDS, st.sampled_from(["", "ab" * 32]))
MADE = st.builds(
    Ruling,
    st.just(1),
    st.just(Matter.NAMES),
    st.sampled_from(MAY_BE[Matter.NAMES]),
    st.tuples(
        st.builds(Anchor, WORDS, st.just("")), st.builds(Anchor, WORDS, st.sampled_from(["", "ab" * 32]))
    ),
    WORDS,
    st.just("2025-02-03T10:00:00+00:00"),
    WORDS,
).filter(lambda r: len({element(each) for each in r.on}) == 2)


@given(MADE)
def test_a_ruling_comes_back_as_it_was(made: Ruling) -> None:
    dossier = cases.quay().build()
    notes = ruling_notes(index([], [], Trace()), [made])
    data = ftm(replace(dossier, sources=(), identities=(), reports=(), rulings=notes))
    (back,) = rulings(data, "nobody", "file")
    assert replace(back, number=1) == made


@given(st.lists(WORDS, min_size=1, max_size=5, unique_by=lambda w: element(Anchor(w.strip()))[0]))
def test_the_names_of_a_person_come_back_as_one_persons(spellings: list[str]) -> None:
    data = json.dumps(entity("p1", "Person", name=[spellings[0]], alias=spellings[1:])).encode()
    found = list(rulings(data, "Ann Lee", "people.ftm.json"))
    assert [[each.words for each in r.on] for r in found] == [
        [spellings[0].strip(), other.strip()] for other in spellings[1:]
    ]
    assert all(r.by == "Ann Lee" and r.judgement is Judgement.SAME for r in found)
