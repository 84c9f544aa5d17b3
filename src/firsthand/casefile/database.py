"""The SQLite file of a case: opening it, reading from it, and the one way to write to it."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from getpass import getuser
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, create_engine, event, insert, select, update
from sqlalchemy.pool import NullPool

from firsthand.casefile import custody, schema
from firsthand.casefile.rows import Row
from firsthand.casefile.trouble import explained

PATIENCE = 10.0  # seconds to wait for another connection of SQLite to finish its step


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to write: what the log says of it, its rows, and the rows that they take the place of."""

    action: str
    subject: str
    detail: str
    rows: tuple[tuple[Table, Row], ...] = ()
    replaces: tuple[Delete, ...] = ()


class Database:
    """An open database file. ``write`` says whether ``commit`` may be called.

    ``open`` connects to it; by default to the file at ``path``.
    """

    def __init__(self, path: Path, write: bool, open: Callable[[], sqlite3.Connection] | None = None) -> None:
        self.path = path
        engine = create_engine(
            "sqlite://", creator=open or (lambda: _connect(path, write)), poolclass=NullPool
        )
        # Our own BEGIN: the driver's would leave the making of tables outside the transaction.
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN"))
        with explained(path):
            self._connection = engine.connect()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Everything inside sees one state of the case, and is written as a whole or not at all."""
        with explained(self.path), self._connection.begin():
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
        """Writes rows and custody entries together: the only commit point of a case.

        ``at`` is the time to log, now unless given.
        """
        with self.transaction() as connection:
            append(connection, writes, at)

    def copied(self) -> Database:
        """A copy in memory, which may be written to; this one is closed."""
        copy = sqlite3.connect(":memory:", isolation_level=None)
        copy.text_factory = _text
        with explained(self.path):
            self._driver().backup(copy)
        self.close()
        copy.execute("PRAGMA foreign_keys = ON")
        return Database(self.path, write=True, open=lambda: copy)

    def _driver(self) -> sqlite3.Connection:
        driver = self._connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver

    def copy_to(self, file: Path) -> None:
        """Writes what is committed to a new database in ``file``, at rest and without companions."""
        with explained(file):
            copy = sqlite3.connect(file, isolation_level=None)
            try:
                self._driver().backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()

    def rest(self) -> None:
        """Folds the write-ahead log into the database file and leaves it without companions.

        With a reader still connected SQLite keeps its companions, and the next writer does this.
        """
        driver = self._driver()
        driver.rollback()  # Ctrl-C may have come after BEGIN, before anything was there to end it
        driver.execute("PRAGMA busy_timeout = 0")  # a reader may stay for hours
        try:
            driver.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise

    def close(self) -> None:
        """Closes the file. What was not committed is not written."""
        self._connection.close()


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


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'ro'}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
    # Bytes that are no UTF-8 stand there only after damage; ``verify`` must be able to look at them.
    connection.text_factory = _text
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection
