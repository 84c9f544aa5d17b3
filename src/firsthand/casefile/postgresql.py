"""The tables of a team's case in PostgreSQL: connecting to them, and rights by advisory locks.

A session holds the right to write for as long as it is connected, so that the server gives it back when its
holder dies; a lost connection is never taken up again. Each step that writes takes a second lock for itself,
which is what makes the log one chain, as BEGIN IMMEDIATE does in SQLite.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from firsthand.casefile import copying, schema
from firsthand.casefile.address import Address, driver
from firsthand.casefile.away import ASK, REACH
from firsthand.casefile.database import Database
from firsthand.casefile.lock import busy
from firsthand.casefile.rows import Row
from firsthand.errors import CaseAway, NoRoom, Refused
from firsthand.model import Right

OLDEST = 15  # the oldest release of PostgreSQL that the tests have run on
# For this session: what is stored is on disk; nobody waits for ever; a trace of hours is no idle guest; and
# of a machine that vanished the server hears after two minutes, instead of two hours.
SETTINGS = {
    "synchronous_commit": "on",
    "lock_timeout": "10s",
    "statement_timeout": "0",
    "idle_session_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    "tcp_keepalives_idle": "60",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "6",
}


class PostgreSQL(Database):
    """The tables at ``address`` for the case in ``folder``, with this right to them."""

    name = "the database"
    reads = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    writes = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"

    def __init__(self, folder: Path, address: Address, right: Right) -> None:
        driver()
        self._address, self._right = address, right
        engine = create_engine(
            "postgresql+psycopg://", creator=lambda: _connect(folder, address), poolclass=NullPool
        )
        super().__init__(engine, folder)
        if right is Right.WRITE:
            try:
                self._claim()
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def transaction(self, write: bool = False) -> Iterator[Connection]:
        """As ``Database.transaction``; CaseAway where the connection was lost."""
        if self._connection.invalidated:
            raise CaseAway("the connection to the database was lost", where=str(self.where), do=REACH)
        with super().transaction(write) as connection:
            if write:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": self._key("step")})
            yield connection

    def make_schema(self, connection: Connection) -> None:
        """Makes the schema that the case has to itself."""
        connection.execute(text(f'CREATE SCHEMA "{self._address.schema}"'))

    def rows(self, connection: Connection, table: Table) -> Iterator[Row]:
        """Every row as SQLite would have it, which is what its entry of the log answers for."""
        for row in connection.execute(select(table)).mappings():
            yield {n: schema.stored(v) if isinstance(v, str) else v for n, v in row.items()}

    def copied(self) -> Database:
        """As ``Database.copied``, row by row."""
        with self.transaction() as connection:
            copy = copying.to_memory(connection)
        self.close()
        return copy

    def copy_to(self, file: Path) -> None:
        """A copy row by row, as ``Database.copy_to`` says."""
        with self.transaction() as connection:
            copying.to_file(connection, file)

    def close(self) -> None:
        """Gives the right back and disconnects."""
        with suppress(DBAPIError, CaseAway):
            if self._right is Right.WRITE and not self._connection.closed:
                with self.transaction() as connection:  # at once: the end of a session may take a moment
                    connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": self._key("write")})
        self._connection.close()

    def _claim(self) -> None:
        query = text("SELECT pg_try_advisory_lock(:key)")
        with self.transaction() as connection:
            if not connection.execute(query, {"key": self._key("write")}).scalar():
                raise busy(self.where)

    def _key(self, of: str) -> int:
        """The number of a lock: advisory locks of a database are numbered, and those of all cases differ."""
        data = sha256(f"{of} {self._address.schema}".encode()).digest()
        return int.from_bytes(data[:8], "big", signed=True)


def _connect(folder: Path, address: Address) -> Any:
    connection = driver().connect(
        address.url, autocommit=True, application_name="firsthand", client_encoding="utf8", connect_timeout=10
    )
    try:
        _check(connection, folder)
        _let_in(connection, folder, address.schema)
        for name, value in {**SETTINGS, "search_path": f'"{address.schema}"'}.items():
            connection.execute("SELECT set_config(%s, %s, false)", (name, value))
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: Any, folder: Path) -> None:
    """Refused where the server is too old, or its database keeps other than Unicode."""
    version = connection.info.server_version // 10000
    if version < OLDEST:
        what = f"the server is PostgreSQL {version}, and Firsthand needs {OLDEST} or later"
        raise Refused(what, where=str(folder), do="Ask who runs it for a newer one, or name another")
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        what = f"the database keeps text as {encoding}, which has not all letters"
        raise Refused(what, where=str(folder), do="Name one that was made with ENCODING 'UTF8'")


def _let_in(connection: Any, folder: Path, schema: str) -> None:
    """Refused where the case is there for others, whose tables this role would not even see."""
    query = "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = %s"
    if connection.execute(query, (schema,)).fetchone() == (False,):
        what = "your role may not enter the case in the database"
        raise NoRoom(what, where=str(folder), do=ASK)
