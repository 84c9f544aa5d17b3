"""Making a case folder and opening it: what is checked, in which order, before anything is touched."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select, text

from firsthand.casefile import migrations, schema, seal, writes
from firsthand.casefile.database import append
from firsthand.casefile.lock import Lock
from firsthand.casefile.objects import Objects, sync, write_whole
from firsthand.casefile.readme import ALONE, README, alone
from firsthand.casefile.seal import DATABASE, SEAL, SealState
from firsthand.casefile.sqlite import SQLite
from firsthand.casefile.trouble import VERIFY, explained
from firsthand.errors import CaseDamaged, CaseTooNew, Refused
from firsthand.model import Right

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
}
# What each format must have.
LATER = {"derivations", "alignments", "signatures", "rulings"}
TABLES = {1: set(schema.metadata.tables) - LATER, 2: set(schema.metadata.tables)}
DO_VACANT = "Name a new or empty folder for the case"


def make(folder: Path, title: str) -> None:
    """Makes a case in ``folder``. The renaming of its database is the moment at which it exists."""
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
            _make_database(folder / NEW, title)
            seal.put(folder, folder / NEW)
            (folder / NEW).rename(folder / DATABASE)
            sync(folder)
        lock.release()


def _check_vacant(folder: Path) -> None:
    where = str(folder)
    with explained(folder):
        if folder.exists() and not folder.is_dir():
            raise Refused("is a file; a case is a folder", where=where, do="Name a new folder for the case")
        if (folder / DATABASE).exists():
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


def _make_database(path: Path, title: str) -> None:
    database = SQLite(path, write=True)
    try:
        with database.transaction(write=True) as connection:
            migrations.make_tables(connection, schema.REVISION)
            append(connection, [writes.created(title)])
        database.rest()
    finally:
        database.close()


def open_for_reading(folder: Path) -> SQLite:
    """The database of the case in ``folder``, for reading; nothing in the folder is touched.

    Of a case of an older format it is a copy in memory, brought to this one.
    """
    _check_is_case(folder)
    database = SQLite(folder / DATABASE, write=False)
    try:
        if _check_format(database, folder):
            database = database.copied()
            with database.transaction(write=True) as connection:
                migrations.make_tables(connection, schema.REVISION)
    except BaseException:
        database.close()
        raise
    return database


def open_for(right: Right, folder: Path) -> SQLite:
    """The database of the case in ``folder``, with this right to it.

    To rule or write, the format and the seal are checked before anything changes, for a broken seal is
    evidence. A case of an older format is brought to this one.
    """
    database = open_for_reading(folder)
    if right is Right.READ:
        return database
    database.close()
    lock = Lock(folder, right)
    with lock.coming() as first, explained(folder):
        found = seal.state(folder) if first else None
        if found is SealState.BROKEN:
            raise CaseDamaged(f"{DATABASE} was changed outside Firsthand", where=str(folder), do=VERIFY)
        if first:
            seal.lift(folder)
        database = SQLite(folder / DATABASE, write=True, lock=lock)
        try:
            if right is Right.WRITE:
                Objects(folder / "objects").clear_arriving()
            if older := _check_format(database, folder):
                _upgrade(database, older)
            if found is SealState.MISSING:
                database.commit([writes.resumed()])
        except BaseException:
            database.abandon()
            raise
    return database


def _upgrade(database: SQLite, before: int) -> None:
    """Tables of a later format, and the entry that says so, as one step."""
    with database.transaction(write=True) as connection:
        migrations.make_tables(connection, schema.REVISION)
        append(connection, [writes.upgraded(before)])


def _check_is_case(folder: Path) -> None:
    where = str(folder)
    with explained(folder):
        if not folder.is_dir():
            raise Refused("no such folder", where=where, do="Check the name of the case")
        if not (folder / DATABASE).is_file():
            raise Refused(
                f"not a case: it has no {DATABASE}", where=where, do="Name a folder that Firsthand made"
            )


def _check_format(database: SQLite, folder: Path) -> int:
    """The number of an older format, 0 if the case has this one. Refuses what is newer or no case."""
    with database.transaction() as connection:
        names = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
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
