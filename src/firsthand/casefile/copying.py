"""Copies of a case's tables, row by row: what a bag holds of a team's case, and what is moved."""

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


def rows(source: Connection, to: Connection) -> int:
    """Copies all rows of the tables that are there; how many."""
    there, count = set(inspect(source).get_table_names()), 0
    for table in schema.metadata.sorted_tables:
        if table.name in there:
            for some in source.execute(select(table)).mappings().partitions(AT_ONCE):
                to.execute(insert(table), [dict(row) for row in some])
                count += len(some)
    return count


def _copy(source: Connection, copy: SQLite) -> None:
    revision = source.execute(text("SELECT version_num FROM alembic_version")).scalar()
    with copy.unchecked() as to:
        migrations.make_tables(to, str(revision))
        rows(source, to)
