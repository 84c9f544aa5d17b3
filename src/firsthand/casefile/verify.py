"""Is everything in the case as it was written? Every byte that carries something is looked at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, exists, func, select, text

from firsthand.casefile import custody, schema, seal, signing, stamping
from firsthand.casefile.custody import RESTORE
from firsthand.casefile.database import Database
from firsthand.casefile.objects import Objects
from firsthand.casefile.rows import to_entry, to_signature
from firsthand.casefile.seal import DATABASE, SEAL, SealState
from firsthand.errors import CaseDamaged
from firsthand.model import Entry, Fault, digest

NAME = re.compile(r"[0-9a-f]{64}\Z")


def faults(folder: Path, database: Database, objects: Objects, writing: bool) -> tuple[Fault, ...]:
    """What is not as it was written, in the order: file, database, log, rows, objects.

    ``writing`` says that this process may write, so that no seal is expected; where the tables are on a
    server there is none. A fault marked harmless is what an interrupted run leaves behind.
    """
    found = list(_seal(folder)) if (folder / DATABASE).is_file() and not writing else []
    try:
        with database.transaction() as connection:
            found += tables(database, connection)
            sizes = {row["sha256"]: row["size"] for row in database.rows(connection, schema.objects)}
    except CaseDamaged as error:
        return (*found, Fault(database.name, error.what, RESTORE))
    return (*found, *_objects(objects, sizes))


def _seal(folder: Path) -> Iterator[Fault]:
    match seal.state(folder):
        case SealState.BROKEN:
            yield Fault(DATABASE, f"it was changed outside Firsthand: {SEAL} does not fit it", RESTORE)
        case SealState.MISSING:
            what = f"{SEAL} is missing: Firsthand is writing now, or its last write was interrupted"
            yield Fault(DATABASE, what, "Nothing is lost; the next write puts the seal back", harmless=True)


def tables(database: Database, connection: Connection) -> Iterator[Fault]:
    """What in the tables is not as it was written: the file, the log, the rows that it answers for."""
    yield from database.broken(connection)
    yield from _references(database, connection)
    versions = connection.execute(text("SELECT version_num FROM alembic_version"))
    if [tuple(row) for row in versions] != [(schema.REVISION,)]:
        where = f"{database.name}, table alembic_version"
        yield Fault(where, f"it should say {schema.REVISION}", RESTORE)
    entries = [to_entry(row) for row in connection.execute(select(schema.custody).order_by("number"))]
    yield from custody.check(entries)
    yield from _head(database, connection, entries)
    yield from _rows(database, connection, entries)
    yield from _signatures(connection, entries)


def _references(database: Database, connection: Connection) -> Iterator[Fault]:
    """Rows that name rows which are not there: a server does not look again at what it once let in."""
    for table in schema.metadata.sorted_tables:
        for key in table.foreign_keys:
            there = exists().where(key.column == key.parent)
            count = select(func.count()).select_from(table).where(~there)
            if lost := connection.execute(count).scalar():
                what = f"{lost} rows name rows of {key.column.table.name} that are not there"
                yield Fault(f"{database.name}, table {table.name}", what, RESTORE)


def _head(database: Database, connection: Connection, entries: Sequence[Entry]) -> Iterator[Fault]:
    heads = [(row["id"], row["number"], row["hash"]) for row in database.rows(connection, schema.head)]
    last = [(1, entries[-1].number, entries[-1].hash)] if entries else []
    if heads != last or not entries:
        yield Fault("custody log", "it does not end with the entry that was written last", RESTORE)


def _rows(database: Database, connection: Connection, entries: Sequence[Entry]) -> Iterator[Fault]:
    digests: defaultdict[Any, list[bytes]] = defaultdict(list)
    for table in schema.COVERED:
        for row in database.rows(connection, table):
            digests[row["entry"]].append(custody.row_digest(table.name, row))
    for number, entry in custody.standing(entries).items():
        there = digests.pop(number, [])
        if custody.rows_of(entry) != (len(there), custody.common_digest(there)):
            where = f"{database.name}, what was written as “{entry.action}: {entry.subject}”"
            yield Fault(where, f"the rows are no longer those of entry {number} of the log", RESTORE)
    for number, extra in digests.items():
        what = f"{len(extra)} rows name entry {number} of the log, which did not write them"
        yield Fault(database.name, what, RESTORE)


def _signatures(connection: Connection, entries: Sequence[Entry]) -> Iterator[Fault]:
    hashes = {entry.number: entry.hash for entry in entries}
    for row in connection.execute(select(schema.signatures.c.number, schema.signatures.c.value)):
        where = f"signature over entry {row.number} of the log"
        try:
            found = to_signature(row)
        except CaseDamaged as error:
            yield Fault(where, error.what, RESTORE)
            continue
        if hashes.get(found.number) != found.hash or found.number != row.number:
            yield Fault(where, "the log has another entry there than the one that was signed", RESTORE)
        elif not signing.holds(found):
            yield Fault(where, f"it does not fit the key {found.key} of {found.by}", RESTORE)
        elif found.token and (wrong := stamping.wrong(found)):
            yield Fault(where, f"its timestamp {wrong}", RESTORE)


def _objects(objects: Objects, sizes: dict[Any, Any]) -> Iterator[Fault]:
    there: set[str] = set()
    for path in objects.files():
        where = path.relative_to(objects.folder.parent).as_posix()
        if path.parent == objects.folder and path.match("arriving-*.part"):
            what = "a file half copied when a run was interrupted"
            yield Fault(where, what, "The next write clears it away", harmless=True)
        elif path != objects.path(path.name) or not NAME.match(path.name):
            yield Fault(where, "a file that Firsthand did not put there", "Move it out of the case")
        else:
            there.add(path.name)
            yield from _object(path, where, path.name in sizes)
    for name in sizes:
        if name not in there:
            yield Fault(f"object {name}", "it is missing", RESTORE)


def _object(path: Path, where: str, known: bool) -> Iterator[Fault]:
    try:
        fits = digest(path) == path.name
    except OSError as error:
        yield Fault(where, f"it cannot be read ({error.strerror})", "Allow reading it, then verify again")
        return
    if not fits:
        yield Fault(where, "it was altered after it was received", RESTORE)
    elif not known:
        what = "it arrived when a run was interrupted, before it was entered in the case"
        yield Fault(where, what, "Add the file again", harmless=True)
