from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from firsthand.casefile import migrations, schema
from firsthand.casefile.database import Database
from tests.casefile import cases


@pytest.fixture
def opened(tmp_path: Path, database: str):
    made = cases.tables(tmp_path / "odd %41", database)
    yield made
    made.close()


def test_the_migrations_make_the_tables_of_the_schema(opened: Database) -> None:
    with opened.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        differ = compare_metadata(context, schema.metadata)
        assert [each for each in differ if "_long_key" not in str(each)] == []


def test_a_migration_that_fails_leaves_nothing_and_can_be_run_again(opened: Database) -> None:
    with pytest.raises(KeyboardInterrupt), opened.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        raise KeyboardInterrupt
    with opened.transaction(write=True) as connection:
        assert inspect(connection).get_table_names() == []
        migrations.make_tables(connection, schema.REVISION)


def test_the_format_is_the_last_migration() -> None:
    folder = Path(migrations.__file__).parent / "versions"
    steps = sorted(path.name[:4] for path in folder.glob("[0-9]*.py"))
    assert steps == [f"{number:04d}" for number in range(1, schema.FORMAT + 1)]


@pytest.mark.parametrize("table", ["custody", "objects", "receipts", "about", "rulings", "signatures"])
@pytest.mark.parametrize("verb", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_the_database_itself_refuses_to_change_what_was_logged_or_received(
    tmp_path: Path, database: str, table: str, verb: str
) -> None:
    column = next(iter(schema.metadata.tables[table].c)).name
    with cases.place(tmp_path / "c", database) as case:
        cases.fill(case)
        with (
            pytest.raises(IntegrityError, match="never changed"),
            case._database.transaction(write=True) as connection,
        ):
            connection.execute(text(verb.format(table, column)))


def test_text_is_ordered_by_code_points_and_numbers_have_64_bits(opened: Database) -> None:
    with opened.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        columns = [c for name in schema.metadata.tables for c in inspect(connection).get_columns(name)]
    kinds = {str(c["type"]) for c in columns}
    texts = {kind for kind in kinds if "VARCHAR" in kind or "TEXT" in kind}
    if opened.name == "case.db":  # SQLite orders so, and has such numbers, unless told otherwise
        assert not [kind for kind in texts if "COLLATE" in kind]
    else:
        assert texts and all('COLLATE "C"' in kind for kind in texts) and "INTEGER" not in kinds
