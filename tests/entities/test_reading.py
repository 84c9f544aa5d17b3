"""What is read of a file of entities, whatever wrote it; what is not understood is told by line."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.entities import facts, read, sentences, unaccepted

ADA = {"id": "q1", "schema": "Person", "properties": {"name": ["Ada Quist"], "alias": ["Ада Квіст"]}}
BO = {"id": "q2", "schema": "Person", "properties": {"firstName": ["Bo"], "lastName": "Ek"}}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text() | st.sampled_from(["id", "schema", "properties", "name"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


def lines(*values: Any) -> str:
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in values)


def statements(entity: dict[str, Any], **more: str) -> list[dict[str, str]]:
    return [
        {"entity_id": entity["id"], "schema": entity["schema"], "prop": name, "value": value, **more}
        for name, values in entity["properties"].items()
        for value in values
    ]


def table(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        lines(ADA, BO),
        lines([ADA, BO]),
        json.dumps([ADA, BO], indent=2),
        lines(*statements(ADA), BO),
    ],
    ids=["a line each", "a list in a line", "a list over lines", "statements"],
)
def test_one_thing_is_read_of_every_form(text: str) -> None:
    found = read(text)
    assert {each.id: each.names for each in found.entities.values()} == {
        "q1": ["Ada Quist", "Ада Квіст"],
        "q2": ["Bo Ek"],
    }
    assert found.odd == ()


@pytest.mark.parametrize("packed", [False, True])
def test_a_table_of_statements_is_read_with_the_line_of_each_value(packed: bool) -> None:
    rows = statements(ADA)
    if packed:
        rows = [{**row, "prop": f"{row.pop('schema')}:{row['prop']}"} for row in rows]
    (ada,) = read(table(rows)).entities.values()
    assert [(v.text, v.line) for v in ada.values("name", "alias")] == [("Ada Quist", 2), ("Ада Квіст", 3)]
    assert ada.schema == "Person"


def test_statements_that_nomenklatura_put_together_are_of_one_entity() -> None:
    text = table(
        [*statements(ADA, canonical_id="NK-1"), *statements({**ADA, "id": "z"}, canonical_id="NK-1")]
    )
    assert list(read(text).entities) == ["NK-1"]


def test_an_entity_in_another_is_one_of_its_own() -> None:
    tie = {"id": "f", "schema": "Family", "properties": {"person": [ADA], "relative": [{"id": "q2"}]}}
    found = read(lines(tie, BO)).entities
    assert found["q1"].line == 1 and [v.text for v in found["f"].values("person", "relative")] == ["q1", "q2"]


def test_more_of_an_entity_in_another_line_is_of_it() -> None:
    more = {"id": "q1", "schema": "LegalEntity", "properties": {"country": ["ua"]}}
    (ada,) = read(lines(more, ADA)).entities.values()
    assert (ada.schema, ada.line, ada.values("name")[0].line) == ("Person", 1, 2)


def test_a_break_within_a_value_is_no_end_of_a_line() -> None:
    odd = {"id": "q9", "schema": "Person", "properties": {"name": ["Una\u2028Vale\x85"]}}
    assert [each.line for each in read(lines(odd, ADA)).entities.values()] == [1, 2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("no json", "it is not JSON"),
        ("7", "it is no entity"),
        ("[1, 2]", "it is no edge: two ids and a judgement are wanted"),
        ('{"id": "x"}', "it is no entity: an id and a schema are wanted"),
        ('{"id": "x", "schema": "Person"}', "the entity has no properties"),
        ('{"id": "x", "schema": "Person", "properties": {"name": [true]}}', "a value of name is no text"),
        (
            '{"entity_id": "x", "prop": "name"}',
            "it is no statement: an entity, its schema, a property and a value are wanted",
        ),
        ('["a", "b", "positive", 1, "ann", "2025", "2026"]', "the edge was withdrawn, and is no ruling"),
        ('{"id": "q1", "schema": "Vessel", "properties": {}}', "q1 is a Vessel here, and a Person in line 1"),
    ],
)
def test_a_line_that_is_not_understood_is_told_and_stops_nothing(line: str, told: str) -> None:
    found = read(f"{lines(ADA)}\n{line}\n{lines(BO)}")
    assert found.odd == ((2, told),)
    assert {"q1", "q2"} <= found.entities.keys()


def test_what_stands_in_many_lines_is_told_once() -> None:
    assert sentences(read("x\n" * 3).odd) == ["lines 1, 2 and 3: it is not JSON"]
    assert sentences(read("x\n" * 1200).odd) == [
        "lines 1, 2, 3, 4, 5, 6, 7, 8 and 1,192 more: it is not JSON"
    ]


@given(st.lists(JSON, max_size=4))
def test_whatever_the_lines_hold_they_are_read_or_told(values: list[Any]) -> None:
    text = "\n".join(json.dumps(each) for each in values)
    found = read(text)
    for each in (*found.odd, *facts(found), *unaccepted(found)):
        assert each.line >= 1
        str(each).encode()


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert all(odd.what for odd in found.odd)
