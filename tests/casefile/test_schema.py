from __future__ import annotations

import pytest
from hypothesis import given

from firsthand.casefile import schema
from tests.strategies import words


def test_every_row_but_those_of_the_log_names_its_entry() -> None:
    assert {table.name for table in schema.COVERED} == set(schema.metadata.tables) - {"custody", "head"}
    for table in schema.COVERED:
        (key,) = table.c.entry.foreign_keys
        assert key.column is schema.custody.c.number and not table.c.entry.nullable


@given(words)
def test_any_text_comes_back(text: str) -> None:
    kind = schema.Words()
    assert kind.process_result_value(kind.process_bind_param(text, None), None) == text  # type: ignore[arg-type]


def test_text_is_stored_as_text_wherever_it_can_be() -> None:
    assert schema.stored("다리\0") == "다리\0"
    assert schema.stored("\udcff") == b"\xed\xb3\xbf"


@pytest.mark.parametrize("value", [None, "x", b"\xff"])
def test_reading_never_fails_over_altered_text(value: object) -> None:
    assert schema.Words().process_result_value(value, None) in (None, "x", "\\xff")  # type: ignore[arg-type]
