"""The tables of a case moved from its folder to a server, and back. What was received stays where it lies.

Either way all rows are copied, checked there against the log, and the move is entered in it, before the
folder says that they are elsewhere. Until then the case is as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, text

from firsthand.casefile import address as addresses
from firsthand.casefile import copying, migrations, opening, schema, seal, verify, writes
from firsthand.casefile.address import ADDRESS
from firsthand.casefile.database import Database, append
from firsthand.casefile.lock import Lock
from firsthand.casefile.objects import sync
from firsthand.casefile.seal import DATABASE, SEAL
from firsthand.casefile.sqlite import SQLite
from firsthand.casefile.trouble import VERIFY, explained
from firsthand.errors import CaseBusy, CaseDamaged, Refused
from firsthand.model import Right


def to_server(folder: Path, url: str) -> int:
    """Moves the tables of the case in ``folder`` into the PostgreSQL database ``url``; how many rows.

    Refused where they are on a server already, or the address is none; CaseBusy where anybody else rules or
    writes; CaseDamaged where something was altered, which is then left as it is.
    """
    from firsthand.casefile.postgresql import PostgreSQL

    address = addresses.new(url)
    if (folder / ADDRESS).is_file():
        do = f"Back into the folder: firsthand move {folder} --back"
        raise Refused("its tables are on a server already", where=str(folder), do=do)
    opening.open_for(Right.WRITE, folder).close()  # an older format is brought to this one
    with _alone(folder), closing(SQLite(folder / DATABASE, write=False)) as source:
        with (
            closing(PostgreSQL(folder, address, Right.WRITE)) as target,
            source.transaction() as old,
            target.transaction(write=True) as new,
        ):
            _check(source, old, folder)
            target.make_schema(new)
            count = _copied(old, target, new, folder, address.url)
        addresses.write(folder, address)
        # A reader who stays may have kept the database from coming to rest, and so without a seal.
        for name in (SEAL, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
            (folder / name).unlink(missing_ok=True)
        sync(folder)
    return count


def to_folder(folder: Path) -> int:
    """Moves the tables of the case in ``folder`` from their server into the folder; how many rows. On
    the server they are there no more.

    Refused where they are in the folder; CaseBusy and CaseDamaged as for ``to_server``.
    """
    from firsthand.casefile.postgresql import PostgreSQL

    if not (folder / ADDRESS).is_file():
        do = f"To a server: firsthand move {folder} --database postgresql://HOST/DATABASE"
        raise Refused("no tables of it are on a server", where=str(folder), do=do)
    opening.open_for(Right.WRITE, folder).close()
    address = addresses.read(folder)
    with (
        closing(PostgreSQL(folder, address, Right.WRITE)) as source,
        explained(folder),
        source.transaction(write=True) as old,  # who rules waits, and finds the tables gone
    ):
        _check(source, old, folder)
        count = _into_file(old, folder)
        old.execute(text(f'DROP SCHEMA "{address.schema}" CASCADE'))
        seal.put(folder, folder / opening.NEW)
        (folder / opening.NEW).rename(folder / DATABASE)
        (folder / ADDRESS).unlink()
        sync(folder)
    return count


def _into_file(old: Connection, folder: Path) -> int:
    """The rows in a new file of SQLite in the folder, the move entered, at rest."""
    for left in folder.glob(f"{opening.NEW}*"):
        left.unlink()
    with closing(SQLite(folder / opening.NEW, write=True)) as target:
        with target.transaction(write=True) as new:
            count = _copied(old, target, new, folder, DATABASE)
        target.rest()
    return count


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else has a right to the case, and nobody comes meanwhile."""
    lock = Lock(folder, Right.WRITE)
    with lock.coming() as first, explained(folder):
        if not first:
            what = "others have this case open to rule"
            raise CaseBusy(what, where=str(folder), do="Stop the servers of it, then move it")
        yield
    lock.release()


def _check(database: Database, connection: Connection, folder: Path) -> None:
    if any(not fault.harmless for fault in verify.tables(database, connection)):
        raise CaseDamaged("something in its tables is not as it was written", where=str(folder), do=VERIFY)


def _copied(old: Connection, target: Database, new: Connection, folder: Path, to: str) -> int:
    """Makes the tables in ``target`` and copies all rows; the move is entered, and all of it fits the log."""
    migrations.make_tables(new, schema.REVISION)
    count = copying.rows(old, new)
    append(new, [writes.moved(to)])
    _check(target, new, folder)
    return count
