from __future__ import annotations

import pytest
from hypothesis import example, given
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect

from firsthand.casefile import schema
from tests.strategies import words


def test_every_row_but_those_of_the_log_names_its_entry() -> None:
    assert {table.name for table in schema.COVERED} == set(schema.metadata.tables) - {"custody", "head"}
    for table in schema.COVERED:
        (key,) = table.c.entry.foreign_keys
        assert key.column is schema.custody.c.number and not table.c.entry.nullable


SERVER = postgresql.dialect()


@given(words)
@example("\\x")
@example("\\x00ff")
@example("\ud83d\ude00")
@pytest.mark.parametrize("dialect", [None, SERVER])
def test_any_text_comes_back(dialect: Dialect | None, text: str) -> None:
    kind = schema.Words()
    kept = kind.process_bind_param(text, dialect)
    assert kind.process_result_value(kept, dialect) == text
    if dialect:
        assert b"\0" not in kept.encode()


@pytest.mark.parametrize("text", ["다리", "", "a\\x"])
def test_text_that_postgresql_can_hold_is_kept_as_it_is(text: str) -> None:
    assert schema.escaped(text) == text


@given(words.map(lambda text: "\\x" + text))
@example("\\x61")
@example("\\xFF")
def test_text_altered_by_hand_never_passes_for_another(text: str) -> None:
    meant = schema.unescaped(text)
    assert meant == text or schema.escaped(meant) == text


def test_text_is_stored_as_text_wherever_it_can_be() -> None:
    assert schema.stored("다리\0") == "다리\0"
    assert schema.stored("\udcff") == b"\xed\xb3\xbf"


@pytest.mark.parametrize("value", [None, "x", b"\xff"])
def test_reading_never_fails_over_altered_text(value: object) -> None:
    assert schema.Words().process_result_value(value, None) in (None, "x", "\\xff")  # type: ignore[arg-type]
