"""The database of a case: reading from it, and the one way to write to it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from getpass import getuser
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Delete, Engine, Select, Table, event, insert, select, update

from firsthand.casefile import custody, schema
from firsthand.casefile.rows import Row
from firsthand.casefile.trouble import explained
from firsthand.model import Fault


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to write: what the log says of it, its rows, and the rows that they take the place of."""

    action: str
    subject: str
    detail: str
    rows: tuple[tuple[Table, Row], ...] = ()
    replaces: tuple[Delete, ...] = ()


class Database(ABC):
    """An open database, for one thread. ``where`` is what errors name.

    ``reads`` and ``writes`` are the SQL that begins a transaction: what reads sees one state, what writes
    does so alone.
    """

    name = ""  # what faults call it
    reads = "BEGIN"
    writes = "BEGIN"

    def __init__(self, engine: Engine, where: Path) -> None:
        self.where = where
        self._begin = self.reads
        # Our own BEGIN: the driver's would leave the making of tables outside the transaction.
        event.listen(engine, "begin", lambda c: c.exec_driver_sql(self._begin))
        with explained(where):
            self._connection = engine.connect()

    @contextmanager
    def transaction(self, write: bool = False) -> Iterator[Connection]:
        """Everything inside sees one state of the case, and is written as a whole or not at all.

        With ``write`` nobody else writes meanwhile.
        """
        self._begin = self.writes if write else self.reads
        with explained(self.where), self._connection.begin():
            yield self._connection

    def all(self, query: Select[Any]) -> Sequence[Any]:
        """Every row that ``query`` finds."""
        with self.transaction() as connection:
            return connection.execute(query).all()

    def first(self, query: Select[Any]) -> Any:
        """The first column of the first row that ``query`` finds, or None."""
        with self.transaction() as connection:
            return connection.execute(query).scalar()

    def commit(self, writes: Iterable[Write], at: str = "") -> None:
        """Writes rows and custody entries together, as one step.

        ``at`` is the time to log, now unless given.
        """
        with self.transaction(write=True) as connection:
            append(connection, writes, at)

    @abstractmethod
    def rows(self, connection: Connection, table: Table) -> Iterator[Row]:
        """Every row of a table with its values as they are hashed, whatever somebody put there."""

    def broken(self, connection: Connection) -> Iterator[Fault]:
        """What the database itself finds wrong with how it is kept."""
        yield from ()

    @abstractmethod
    def copied(self) -> Database:
        """A copy in memory, which may be written to; this one is closed."""

    @abstractmethod
    def copy_to(self, file: Path) -> None:
        """Writes what is committed to a new SQLite database in ``file``, at rest and without companions."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of the database. What was not committed is not written."""


def append(connection: Connection, writes: Iterable[Write], at: str = "") -> None:
    """Inside a transaction: appends one custody entry for each write, and its rows.

    No other function inserts a row. The database itself refuses a row that names no entry.
    """
    last = connection.execute(select(schema.head.c.number, schema.head.c.hash)).first()
    number, before = last or (0, custody.NO_ENTRY)
    waiting: list[tuple[Table, Row]] = []
    for write in writes:
        number += 1
        rows = [(table, {**row, "entry": number}) for table, row in write.rows]
        detail = custody.with_rows(
            write.detail, [custody.row_digest(t.name, _stored(row)) for t, row in rows]
        )
        entry = custody.link(before, number, at or now(), actor(), write.action, write.subject, detail)
        if write.replaces:
            _insert(connection, waiting)
            waiting = []
        for delete in write.replaces:
            connection.execute(delete)
        waiting += [(schema.custody, {f: getattr(entry, f) for f in entry.__slots__}), *rows]
        before = entry.hash
    _insert(connection, waiting)
    head = insert(schema.head).values(id=1) if last is None else update(schema.head)
    connection.execute(head.values(number=number, hash=before))


def _insert(connection: Connection, rows: Iterable[tuple[Table, Row]]) -> None:
    """A part of ``append``: all rows of a table in one go, and what they refer to before them."""
    by_table: defaultdict[Table, list[Row]] = defaultdict(list)
    for table, row in rows:
        by_table[table].append(row)
    for table in schema.metadata.sorted_tables:
        if table in by_table:
            connection.execute(insert(table), by_table[table])


def now() -> str:
    """The time in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def actor() -> str:
    """The name of the user at work, as the system knows it."""
    try:
        return getuser()
    except (OSError, KeyError):  # a container may run under a number that has no name
        return f"user {os.getuid()}"


def _stored(row: Row) -> Row:
    return {name: schema.stored(value) if isinstance(value, str) else value for name, value in row.items()}
