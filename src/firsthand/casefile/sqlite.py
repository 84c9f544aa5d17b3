"""The SQLite file of a case: connecting to it, copying it, and putting it to rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, create_engine, literal_column, select, text
from sqlalchemy.pool import NullPool

from firsthand.casefile import beside, seal
from firsthand.casefile.custody import RESTORE
from firsthand.casefile.database import Database
from firsthand.casefile.lock import Lock
from firsthand.casefile.rows import Row
from firsthand.casefile.seal import DATABASE
from firsthand.casefile.trouble import explained
from firsthand.model import Fault

PATIENCE = 10.0  # seconds to wait for another connection of SQLite to finish its step


class SQLite(Database):
    """An open database file. ``write`` says whether it may be written to; ``lock`` is the right to do so in a
    case, given back when it is closed.

    ``open`` connects to it; by default to the file at ``path``.
    """

    name = DATABASE
    writes = "BEGIN IMMEDIATE"

    def __init__(
        self,
        path: Path,
        write: bool,
        lock: Lock | None = None,
        open: Callable[[], sqlite3.Connection] | None = None,
    ) -> None:
        self._path, self._lock = path, lock
        self._connected: tuple[int, int] | None = None
        connect = open or (lambda: _connect(path, write))
        super().__init__(create_engine("sqlite://", creator=connect, poolclass=NullPool), path)
        if not open:
            self._connected = beside.connected(path)

    def copied(self) -> SQLite:
        """As ``Database.copied``, page by page."""
        copy = sqlite3.connect(":memory:", isolation_level=None)
        with explained(self.where):
            self._driver().backup(copy)
        self.close()
        return in_memory(copy, self._path)

    def rows(self, connection: Connection, table: Table) -> Iterator[Row]:
        """As ``Database.rows``: as SQLite has them, of any type."""
        columns: list[ColumnElement[Any]] = [
            literal_column(f'"{column.name}"').label(column.name) for column in table.c
        ]
        for row in connection.execute(select(*columns).select_from(table)).mappings():
            yield dict(row)

    def broken(self, connection: Connection) -> Iterator[Fault]:
        """As ``Database.broken``: the pages of the file."""
        for (said,) in connection.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield Fault(DATABASE, f"SQLite reports: {said}", RESTORE)

    @contextmanager
    def unchecked(self) -> Iterator[Connection]:
        """A transaction in which rows may name rows that are not there, as those of a damaged case do."""
        self._driver().execute("PRAGMA foreign_keys = OFF")
        with self.transaction(write=True) as connection:
            yield connection
        self._driver().execute("PRAGMA foreign_keys = ON")

    def copy_to(self, file: Path) -> None:
        """A copy page by page, as ``Database.copy_to`` says."""
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
        """Closes the file. Whoever gives back the last right to a case puts it to rest and seals it."""
        lock, self._lock = self._lock, None
        try:
            if lock:
                self._go(lock)
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Closes the file and leaves the case as it is."""
        self._connection.close()
        if self._connected:
            beside.disconnected(self._connected)
            self._connected = None

    def _go(self, lock: Lock) -> None:
        with explained(self.where), lock.going() as last:
            if last:
                self.rest()
            self._connection.close()
            if last:
                seal.put(self.where.parent)

    def _driver(self) -> sqlite3.Connection:
        driver = self._connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver


def in_memory(connection: sqlite3.Connection, path: Path = Path(":memory:")) -> SQLite:
    """A database that is in memory alone; ``path`` is what errors name."""
    connection.text_factory = _text
    connection.execute("PRAGMA foreign_keys = ON")
    return SQLite(path, write=True, open=lambda: connection)


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
