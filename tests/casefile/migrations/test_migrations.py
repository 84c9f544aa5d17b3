from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from firsthand.casefile import migrations, schema
from firsthand.casefile.database import Database
from firsthand.casefile.sqlite import SQLite
from tests.casefile import cases


@pytest.fixture
def database(tmp_path: Path):
    opened = SQLite(tmp_path / "odd %41.db", write=True)
    yield opened
    opened.close()


def test_the_migrations_make_the_tables_of_the_schema(database: Database) -> None:
    with database.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, schema.metadata) == []


def test_a_migration_that_fails_leaves_nothing_and_can_be_run_again(database: Database) -> None:
    with pytest.raises(KeyboardInterrupt), database.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        raise KeyboardInterrupt
    with database.transaction(write=True) as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).all() == []
        migrations.make_tables(connection, schema.REVISION)


def test_the_format_is_the_last_migration() -> None:
    folder = Path(migrations.__file__).parent / "versions"
    steps = sorted(path.name[:4] for path in folder.glob("[0-9]*.py"))
    assert steps == [f"{number:04d}" for number in range(1, schema.FORMAT + 1)]


@pytest.mark.parametrize("table", ["custody", "objects", "receipts", "about", "rulings"])
@pytest.mark.parametrize("verb", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_the_database_itself_refuses_to_change_what_was_logged_or_received(
    tmp_path: Path, table: str, verb: str
) -> None:
    folder = cases.full(tmp_path / "c")
    column = next(iter(schema.metadata.tables[table].c)).name
    connection = sqlite3.connect(folder / "case.db")
    try:
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute(verb.format(table, column))
    finally:
        connection.close()
