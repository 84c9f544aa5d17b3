"""A small case with something in every table, and ways to harm it."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from firsthand.casefile import CaseFile, address, signing
from firsthand.casefile.database import Database
from firsthand.casefile.sqlite import SQLite
from firsthand.model import (
    Anchor,
    Derived,
    Judgement,
    LineAlignment,
    LinePair,
    Matter,
    Place,
    Record,
    Refusal,
    Right,
    Ruling,
    Signature,
    Statement,
    Trace,
)
from tests import builders

BYTES = b"The bridge is safe, Ann Lee said.\n"
READER = "rules 1"


def place(folder: Path, database: str = "") -> CaseFile:
    """A new case in ``folder``, open for writing, with nothing in it; its tables in ``database``, if any."""
    return CaseFile.create(folder, "The bridge", database)


def tables(folder: Path, database: str) -> Database:
    """A database for the tables of a case, open for writing, with nothing in it."""
    folder.mkdir(exist_ok=True)
    if not database:
        return SQLite(folder / "case.db", write=True)
    from firsthand.casefile.postgresql import PostgreSQL

    made = PostgreSQL(folder, address.new(database), Right.WRITE)
    with made.transaction(write=True) as connection:
        made.make_schema(connection)
    return made


def receive(case: CaseFile, data: bytes = BYTES, name: str = "report.txt") -> str:
    """Receives ``data`` and gives its hash."""
    return case.receive(io.BytesIO(data), name).object


def record(case: CaseFile, data: bytes = BYTES, **fields: object) -> Record:
    """Receives ``data`` and keeps it as a record."""
    made = builders.record(data.decode(), object=receive(case, data), **fields)
    case.keep(made, b"offsets")
    return made


def attachment(parent: str, data: bytes = b"The bridge is old.\n") -> tuple[Derived, bytes]:
    """A file that lay inside another."""
    return Derived(sha256(data).hexdigest(), parent, "attachment 1", "report.txt/note.txt"), data


def signature(case: CaseFile) -> Signature:
    """A signature over the log as it is, with a key that anybody knows."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    return signing.sign(key, case.custody()[-1], "Ann Lee", "2025-02-03T10:00:00+00:00")


def ruling(number: int = 0, undoes: int = 0) -> Ruling:
    """Somebody ruled that two names are one person's."""
    on = (Anchor("Ann Lee"), Anchor("안 리"))
    at = "2025-02-03T10:00:00+00:00"
    return Ruling(number, Matter.NAMES, Judgement.SAME, on, "Bo Ek", at, "her passport", undoes)


def trace() -> Trace:
    """A trace with one statement."""
    at = builders.record()
    where = Place(at.id, (builders.span(at.text, "bridge"),))
    statement = Statement("s", "S1", "The bridge is safe", where, attributions=("a",))
    return Trace(statements=(statement,), notes=("one report",))


def fill(case: CaseFile) -> Record:
    """Writes to every table of ``case`` by every public method that writes."""
    made = record(case)
    case.receive(io.BytesIO(BYTES), "copy.txt")
    case.refuse(Refusal("empty.txt", receive(case, b"", "empty.txt"), "", "the file is empty"))
    case.keep_all([], [], [attachment(made.object)])
    case.set_attributions(made.id, READER, [builders.attribution(made, "The bridge is safe")])
    case.set_trace("inputs", trace())
    case.align(LineAlignment(made.id, made.id, (LinePair((1,), (1,)),)))
    case.log("exported", "dossier.html")
    case.sign(signature(case))
    case.rule(lambda _: [ruling()])
    return made


def full(folder: Path, database: str = "") -> Path:
    """A closed and sealed case with something in every table."""
    with place(folder, database) as case:
        fill(case)
    return folder


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    """The names of its columns."""
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def alter(folder: Path, table: str, column: str) -> None:
    """Another value of the same type in the last row of a table, as somebody with another program would."""
    with by_hand(folder) as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        number, other = f"{column} + 77", f"CAST({column} || 'x' AS BLOB)"
        database.execute(
            f"UPDATE {table} SET {column} = iif(typeof({column}) = 'integer', {number}, {other}) "
            f"WHERE rowid = (SELECT max(rowid) FROM {table})"
        )


@contextmanager
def by_hand(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database of a closed case, as somebody with another program would open it."""
    with closing(sqlite3.connect(folder / "case.db", isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
