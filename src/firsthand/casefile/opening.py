"""Making a case folder and opening it: what is checked, in which order, before anything is touched."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, select

from firsthand.casefile import address as addresses
from firsthand.casefile import migrations, schema, seal, writes
from firsthand.casefile.address import ADDRESS, Address
from firsthand.casefile.database import Database, append
from firsthand.casefile.lock import Lock
from firsthand.casefile.objects import Objects, sync, write_whole
from firsthand.casefile.readme import ALONE, README, alone
from firsthand.casefile.seal import DATABASE, SEAL, SealState
from firsthand.casefile.sqlite import SQLite
from firsthand.casefile.trouble import VERIFY, explained
from firsthand.errors import CaseBusy, CaseDamaged, CaseTooNew, Refused
from firsthand.model import Right, is_case

NEW = "case.db.new"  # the database of a case that is still being made
# What a case that was never finished may have left; making it once more starts from these.
LEFTOVERS = {
    "README.txt",
    "README.txt.new",
    ALONE,
    f"{ALONE}.new",
    "case.lock",
    "objects",
    SEAL,
    f"{SEAL}.new",
    f"{ADDRESS}.new",
}
# What each format must have.
LATER = {"derivations", "alignments", "signatures", "rulings"}
TABLES = {1: set(schema.metadata.tables) - LATER, 2: set(schema.metadata.tables)}
DO_VACANT = "Name a new or empty folder for the case"


def make(folder: Path, title: str, url: str = "") -> None:
    """Makes a case in ``folder``; with ``url`` its tables are made in that PostgreSQL database.

    The renaming of its database, or of the file that says where that is, is the moment at which it exists.
    """
    address = addresses.new(url) if url else None
    _check_vacant(folder)
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = Lock(folder)
        with lock.coming():
            _check_vacant(folder)
            for left in folder.glob(f"{NEW}*"):
                left.unlink()
            write_whole(folder / "README.txt", README)
            write_whole(folder / ALONE, alone())
            (folder / "objects").mkdir(exist_ok=True)
            if address:
                _make_schema(folder, address, title)
                addresses.write(folder, address)
            else:
                _make_file(folder, title)
        lock.release()


def _check_vacant(folder: Path) -> None:
    where = str(folder)
    with explained(folder):
        if folder.exists() and not folder.is_dir():
            raise Refused("is a file; a case is a folder", where=where, do="Name a new folder for the case")
        if is_case(folder):
            raise Refused("is a case already", where=where, do="Open it, or name a new folder for the case")
        there = {each.name for each in folder.iterdir()} if folder.exists() else set()
        foreign = any(name not in LEFTOVERS and not name.startswith(NEW) for name in there)
        if foreign or not _is_ours(folder):
            raise Refused("holds other files, so no case is made in it", where=where, do=DO_VACANT)


def _is_ours(folder: Path) -> bool:
    """Whether README, verify.py and objects, if there, are those of a case that was never finished."""
    texts, objects = {"README.txt": README, ALONE: alone()}, folder / "objects"
    left = {name: folder / name for name in texts if (folder / name).exists()}
    return all(path.read_bytes() == texts[name].encode() for name, path in left.items()) and (
        not objects.exists() or (objects.is_dir() and not any(objects.iterdir()))
    )


def _make_file(folder: Path, title: str) -> None:
    database = SQLite(folder / NEW, write=True)
    try:
        with database.transaction(write=True) as connection:
            _first_rows(connection, title)
        database.rest()
    finally:
        database.close()
    seal.put(folder, folder / NEW)
    (folder / NEW).rename(folder / DATABASE)
    sync(folder)


def _make_schema(folder: Path, address: Address, title: str) -> None:
    from firsthand.casefile.postgresql import PostgreSQL

    database = PostgreSQL(folder, address, Right.WRITE)
    try:
        with database.transaction(write=True) as connection:
            database.make_schema(connection)
            _first_rows(connection, title)
    finally:
        database.close()


def _first_rows(connection: Connection, title: str) -> None:
    migrations.make_tables(connection, schema.REVISION)
    append(connection, [writes.created(title)])


def open_for(right: Right, folder: Path) -> Database:
    """The database of the case in ``folder``, with this right to it; to read, nothing is touched.

    A case of an older format is brought to this one; to read it, in a copy in memory.
    """
    _check_is_case(folder)
    if (folder / ADDRESS).is_file():
        return _open_server(right, folder)
    database = _readable(SQLite(folder / DATABASE, write=False), folder)
    if right is Right.READ:
        return database
    database.close()
    return _open_file(right, folder)


def _readable(database: Database, folder: Path) -> Database:
    try:
        if _check_format(database, folder):
            database = database.copied()
            with database.transaction(write=True) as connection:
                migrations.make_tables(connection, schema.REVISION)
    except BaseException:
        database.close()
        raise
    return database


def _open_server(right: Right, folder: Path) -> Database:
    from firsthand.casefile.postgresql import PostgreSQL

    database = PostgreSQL(folder, addresses.read(folder), right)
    if right is Right.READ:
        return _readable(database, folder)
    try:
        _brought_up(database, folder, right)
    except BaseException:
        database.close()
        raise
    return database


def _open_file(right: Right, folder: Path) -> Database:
    """The format and the seal are checked before anything changes, for a broken seal is evidence."""
    lock = Lock(folder, right)
    with lock.coming() as first, explained(folder):
        if not (folder / DATABASE).is_file():  # who came while the case was moved waited at the door
            raise CaseBusy("it was moved meanwhile", where=str(folder), do="Do the same again")
        found = seal.state(folder) if first else None
        if found is SealState.BROKEN:
            raise CaseDamaged(f"{DATABASE} was changed outside Firsthand", where=str(folder), do=VERIFY)
        if first:
            seal.lift(folder)
        database = SQLite(folder / DATABASE, write=True, lock=lock)
        try:
            _brought_up(database, folder, right)
            if found is SealState.MISSING:
                database.commit([writes.resumed()])
        except BaseException:
            database.abandon()
            raise
    return database


def _brought_up(database: Database, folder: Path, right: Right) -> None:
    if right is Right.WRITE:
        Objects(folder / "objects").clear_arriving()
    if older := _check_format(database, folder):
        _upgrade(database, older)


def _upgrade(database: Database, before: int) -> None:
    """Tables of a later format, and the entry that says so, as one step; of two who come at once by one."""
    with database.transaction(write=True) as connection:
        if migrations.make_tables(connection, schema.REVISION):
            append(connection, [writes.upgraded(before)])


def _check_is_case(folder: Path) -> None:
    where = str(folder)
    with explained(folder):
        if folder.is_file():
            around = next((each for each in folder.absolute().parents if is_case(each)), None)
            do = f"Its case is {around}" if around else "Name the folder of the case"
            raise Refused("is a file; a case is a folder", where=where, do=do)
        if not folder.is_dir():
            raise Refused("no such folder", where=where, do="Check the name of the case")
        if not is_case(folder):
            made = folder.with_name(f"{folder.name}.case")
            do = f"Its case is {made}" if is_case(made) else "Name a folder that Firsthand made"
            raise Refused(f"not a case: it has no {DATABASE}", where=where, do=do)
        if all((folder / name).exists() for name in (DATABASE, ADDRESS)):
            what = f"it has both {DATABASE} and {ADDRESS}, of which one is not its own"
            raise CaseDamaged(what, where=where, do="Move the one that you do not trust out of the folder")


def _check_format(database: Database, folder: Path) -> int:
    """The number of an older format, 0 if the case has this one. Refuses what is newer or no case."""
    with database.transaction() as connection:
        names = set(inspect(connection).get_table_names())
        if schema.about.name not in names:
            raise CaseDamaged("the database is not that of a case", where=str(folder), do=VERIFY)
        query = select(schema.about.c.value).where(schema.about.c.key.startswith("format"))
        written = [value or "" for value in connection.execute(query).scalars()]
    number = max((int(each) for each in written if each.isdecimal()), default=0)
    if number > schema.FORMAT:
        raise CaseTooNew(
            f"the case has format {number}; this Firsthand knows formats up to {schema.FORMAT}",
            where=str(folder),
            do="Install a newer Firsthand",
        )
    missing = sorted(set(TABLES.get(number, ())) - names)
    if not number or missing:
        what = f"tables are missing ({', '.join(missing)})" if missing else "the format number was altered"
        raise CaseDamaged(what, where=str(folder), do=VERIFY)
    return number if number < schema.FORMAT else 0
