from __future__ import annotations

import pytest

from firsthand.model import Being, NodeKind, RecordKind, Source
from firsthand.tracing.nodes import anonymous, called, ghost, ghosts, named, record_node
from tests.builders import attribution, record


def test_a_report_is_called_by_outlet_and_day() -> None:
    assert (
        called(record(outlet="Brenning Post", published="2024-05-01T10:00:00Z"))
        == "Brenning Post, 2024-05-01"
    )
    assert called(record(outlet="Brenning Post", published="")) == "Brenning Post, undated"
    assert called(record(kind=RecordKind.PRIMARY, title="Lock book")) == "Lock book"
    right_to_left = called(record(outlet="بريد الساحل", published="2024-05-01"))
    assert right_to_left == "بريد الساحل\u200e, 2024-05-01"  # else the day is shown the wrong way round


def test_the_kind_of_a_record_shows_in_its_node() -> None:
    assert record_node(record()).kind is NodeKind.REPORT
    assert record_node(record(kind=RecordKind.PRIMARY)).kind is NodeKind.RECORD


def test_spellings_of_one_name_are_one_ghost() -> None:
    assert ghost("Brenning  POST", NodeKind.OUTLET).id == ghost("Brenning Post", NodeKind.OUTLET).id
    assert ghost("Brenning", NodeKind.BODY).id != ghost("Brenning", NodeKind.PERSON).id


def test_only_sources_that_are_not_here_and_can_be_looked_up_are_ghosts() -> None:
    given = [
        Source("1", "Lock Office", Being.BODY, ("Lock Office",)),
        Source("2", "Post", Being.OUTLET, ("Post",), records=("r",)),
        Source("3", "residents", Being.GROUP, ("residents",)),
    ]
    assert [n.name for n in ghosts(given).values()] == ["Lock Office"]


@pytest.mark.parametrize("name", ["the firm", "she", "Whoever", "A lock keeper", "We", "", "Nobody"])
def test_no_name_is_no_name(name: str) -> None:
    assert named(name) == []


@pytest.mark.parametrize(("name", "words"), [("Dr Ida Kell", 3), ("the Lock Office", 2), ("문기범", 1)])
def test_names_give_their_words(name: str, words: int) -> None:
    assert len(named(name)) == words


def test_a_sentence_is_not_taken_for_a_name() -> None:
    assert named("Brenning Radio Was There At Noon To Hear Ida Kell") == []


@pytest.mark.parametrize(
    ("name", "anybody"), [("a diver", True), ("one of them", True), ("the diver", False)]
)
def test_the_indefinite_could_be_anybody(name: str, anybody: bool) -> None:
    assert anonymous(attribution(record(), "The bridge is safe", name=name)) is anybody
