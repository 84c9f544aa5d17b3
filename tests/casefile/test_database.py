from __future__ import annotations

import inspect
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from firsthand import casefile
from firsthand.casefile import custody, migrations, schema
from firsthand.casefile import database as module
from firsthand.casefile.database import Database, Write
from tests.casefile import cases


@pytest.fixture
def opened(tmp_path: Path, database: str):
    made = cases.tables(tmp_path, database)
    with made.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
    yield made
    made.close()


def note(value: str = "x", action: str = "noted") -> Write:
    return Write(action, "subject", "detail", ((schema.traces, {"key": value, "value": value}),))


def entries(opened: Database) -> list:
    return list(opened.all(schema.custody.select().order_by("number")))


def test_rows_and_their_entry_are_written_together(opened: Database) -> None:
    opened.commit([note("a"), note("b")], at="2025-02-01")
    assert [(row.number, row.at, row.detail.split(" [")[0]) for row in entries(opened)] == [
        (1, "2025-02-01", "detail"),
        (2, "2025-02-01", "detail"),
    ]
    assert [(row.key, row.entry) for row in opened.all(schema.traces.select())] == [("a", 1), ("b", 2)]


def test_the_chain_goes_on_from_commit_to_commit(opened: Database) -> None:
    for each in "abc":
        opened.commit([note(each)])
    rows = entries(opened)
    assert [row.before for row in rows] == [custody.NO_ENTRY, *(row.hash for row in rows[:-1])]
    (head,) = opened.all(schema.head.select())
    assert (head.number, head.hash) == (3, rows[-1].hash)


def test_a_write_that_fails_takes_the_whole_step_back(opened: Database) -> None:
    opened.commit([note("a")])
    with pytest.raises(IntegrityError):
        opened.commit([note("b"), note("a")])
    assert len(entries(opened)) == len(opened.all(schema.traces.select())) == 1


@pytest.mark.parametrize("entry", [{}, {"entry": None}, {"entry": 99}])
def test_the_database_refuses_a_row_without_an_entry(opened: Database, entry: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), opened.transaction(write=True) as connection:
        connection.execute(insert(schema.traces), {"key": "a", "value": "b", **entry})
    assert opened.all(schema.traces.select()) == []


def test_a_write_cannot_claim_the_entry_of_another(opened: Database) -> None:
    opened.commit([note("a")])
    opened.commit([Write("noted", "s", "d", ((schema.traces, {"key": "b", "value": "", "entry": 1}),))])
    assert [row.entry for row in opened.all(schema.traces.select())] == [1, 2]


def test_one_file_alone_can_insert_or_update_rows_of_a_case() -> None:
    folder = Path(inspect.getfile(casefile)).parent
    imports = re.compile(r"^ *(from|import) sqlalchemy.*\b(insert|update)\b|\b(INSERT|UPDATE) ", re.MULTILINE)
    found = {path.name for path in folder.glob("*.py") if imports.search(path.read_text())}
    # A copy takes rows with their entries as they are, into another file; a shelf is no part of a case.
    assert found == {"copying.py", "database.py", "shelf.py"}
    calls = re.compile(r"\b_?(insert|update)\(")
    append, rest = inspect.getsource(module.append), (folder / "database.py").read_text()
    for allowed in (append, inspect.getsource(module._insert)):  # the second is a part of the first
        rest = rest.replace(allowed, "")
    assert calls.search(append) and not calls.search(rest)


def test_time_is_utc_and_the_actor_has_a_name() -> None:
    at = datetime.fromisoformat(module.now())
    assert at.utcoffset() == timedelta(0)
    assert module.actor()


def test_a_user_without_a_name_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(module, "getuser", nameless)
    module.actor.cache_clear()
    assert module.actor().startswith("user ")
    module.actor.cache_clear()
