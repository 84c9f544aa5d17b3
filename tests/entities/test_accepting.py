"""Lines are held against the schema of FollowTheMoney by its own package, where that is installed."""

from __future__ import annotations

import importlib.util
import json

import pytest

from firsthand.dossier.exports.ftm import ftm
from firsthand.entities import File, installed, read, sentences, unaccepted
from tests.dossier import cases

needs_package = pytest.mark.skipif(
    importlib.util.find_spec("followthemoney") is None,
    reason="needs the extra ftm (pip install '.[ftm]'; its PyICU is built against libicu-dev)",
)


def told(file: File) -> list[str]:
    return sentences(sorted(unaccepted(file)))


@needs_package
def test_what_the_schema_has_not_or_does_not_take_is_told_by_line() -> None:
    person = {"name": ["Una Vale"], "bornOn": ["1990"], "birthDate": ["1990-02-30", "1990"], "topics": ["x"]}
    lines = [
        {"id": "a", "schema": "Human", "properties": {"name": ["Ada Quist"]}},
        {"id": "b", "schema": "Person", "properties": person},
        {"id": "c", "schema": "Family", "properties": {"person": ["b"]}},
    ]
    assert told(read("\n".join(map(json.dumps, lines)))) == [
        "line 1: FollowTheMoney has no schema Human",
        "line 2: FollowTheMoney does not take “1990-02-30” as birthDate (date)",
        "line 2: FollowTheMoney does not take “x” as topics (topic)",
        "line 2: FollowTheMoney has no property bornOn of a Person",
        "line 3: Family without relative, which FollowTheMoney wants",
    ]


@needs_package
def test_all_that_we_write_is_accepted() -> None:
    assert told(read(ftm(cases.quay().build()).decode())) == []


@needs_package
def test_what_its_own_package_writes_is_read_without_a_complaint() -> None:
    from followthemoney import model  # type: ignore[import-not-found,unused-ignore]

    person = model.make_entity("Person")
    person.id = "q1"
    person.add("name", "Ada Quist")
    person.add("birthDate", "1997-05")
    person.add("nationality", "Ukraine")
    file = read(json.dumps(person.to_dict()))
    assert told(file) == [] and file.odd == ()
    assert [v.text for v in file.entities["q1"].values("nationality", "birthDate")] == ["ua", "1997-05"]


@pytest.mark.skipif(installed(), reason="the package is installed here")
def test_without_the_package_nothing_is_said_against_a_line() -> None:
    assert told(read('{"id": "a", "schema": "Human", "properties": {}}')) == []
