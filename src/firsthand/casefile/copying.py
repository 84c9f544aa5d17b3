"""Copies of a case's tables, row by row, into a SQLite database: what a bag holds of a team's case."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text

from firsthand.casefile import migrations, schema
from firsthand.casefile.sqlite import SQLite, in_memory

AT_ONCE = 500  # rows


def to_file(source: Connection, file: Path) -> None:
    """Writes all rows to a new SQLite database in ``file``, at rest; what was altered is copied as it is."""
    copy = SQLite(file, write=True)
    try:
        _copy(source, copy)
        copy.rest()
    finally:
        copy.close()


def to_memory(source: Connection) -> SQLite:
    """All rows in a database in memory, which may be written to."""
    copy = in_memory(sqlite3.connect(":memory:", isolation_level=None))
    _copy(source, copy)
    return copy


def _copy(source: Connection, copy: SQLite) -> None:
    there = set(inspect(source).get_table_names())
    revision = source.execute(text("SELECT version_num FROM alembic_version")).scalar()
    with copy.unchecked() as to:
        migrations.make_tables(to, str(revision))
        for table in schema.metadata.sorted_tables:
            if table.name in there:
                for rows in source.execute(select(table)).mappings().partitions(AT_ONCE):
                    to.execute(insert(table), [dict(row) for row in rows])
