from __future__ import annotations

import pytest
from sqlalchemy import insert, select, text

from firsthand.casefile import copying, migrations, schema
from firsthand.casefile.database import Database
from tests.casefile import cases


@pytest.fixture
def opened(tmp_path, database: str):
    made = cases.tables(tmp_path / "c", database)
    yield made
    made.close()


def test_a_copy_has_the_tables_of_its_source_and_every_row(opened: Database) -> None:
    with opened.transaction(write=True) as connection:
        migrations.make_tables(connection, "0001")
        row = dict.fromkeys(schema.custody.c.keys(), "") | {"action": "\0", "subject": "\udcff"}
        entries = [row | {"number": n} for n in range(copying.AT_ONCE + 1)]
        connection.execute(insert(schema.custody), entries)
        copy = copying.to_memory(connection)
        with copy.transaction() as to:
            assert to.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0001"
            rows = select(schema.custody).order_by("number")
            assert to.execute(rows).all() == connection.execute(rows).all()
        copy.close()


def test_rows_that_name_no_row_are_copied_too(opened: Database) -> None:
    with opened.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        copy = copying.to_memory(connection)
    with copy.unchecked() as to:
        to.execute(insert(schema.objects), [{"sha256": "f" * 64, "size": 1, "entry": 7}])
        again = copying.to_memory(to)
    with again.transaction() as to:
        assert to.execute(select(schema.objects.c.entry)).scalar() == 7
    for each in (copy, again):
        each.close()
