"""Files of entities of FollowTheMoney are registers, whose lines are those of the file."""

from __future__ import annotations

import pytest

from firsthand.errors import Unreadable
from firsthand.model import RecordKind
from firsthand.records.describing import record
from firsthand.records.formats.register import claims, read
from firsthand.records.intake import read as take_in

PERSON = '{"id": "q1", "schema": "Person", "properties": {"name": ["Ada Quist"], "birthDate": ["1997"]}}'
SAMPLE = f'{PERSON}\n\n["q1", "q2", "unsure", 0.5, "ann", null]\nno json\n'
TABLE = '"canonical_id","entity_id","prop","schema","value"\n"q1","q1","name","Person","Ada Quist"\n'


def test_the_text_is_the_file_and_each_line_has_its_number() -> None:
    (document,) = read(SAMPLE.encode())
    assert document.text == SAMPLE
    assert [line.number for line in document.lines] == [1, 3, 4]
    span = document.lines[1].span
    assert SAMPLE[span.start : span.end].startswith('["q1"')
    assert "line 4: it is not JSON" in document.notes


@pytest.mark.parametrize("data", [SAMPLE, f"﻿{PERSON}", TABLE, '["a", "b", "positive", 1, "ann", ""]'])
@pytest.mark.parametrize("name", ["people.ftm.json", "people.ijson", "people.csv", "people"])
def test_it_is_known_by_what_stands_in_it(data: str, name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert claims(data.encode(), name) > 0.9
    (tmp_path / name).write_bytes(data.encode())
    (document,) = take_in(tmp_path / name, name, "0" * 64).documents
    assert record(document, "0" * 64, name).kind is RecordKind.REGISTER


@pytest.mark.parametrize(
    "data",
    [
        '{"text": "The bridge", "title": "A"}',
        "title,text\nA,B\n",
        '{"schema": "x", "properties": 1}',
        "[1, 2]",
    ],
)
def test_other_files_are_left_to_their_own_formats(data: str) -> None:
    assert claims(data.encode(), "a.json") == 0.0


def test_a_file_without_any_entity_is_refused() -> None:
    with pytest.raises(Unreadable):
        read(b'{"schema": "Person", "properties": {}}')
