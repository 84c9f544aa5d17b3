"""The seal: ``case.db.sha256``, the hash of the database at rest, in the form ``sha256sum -c`` reads.

The rows are covered by the custody log. The seal covers the rest of the file: bytes of SQLite that
carry nothing. It is taken away before the first one who may write touches the database and written
anew when the last one closes it. So a missing seal means that somebody is at work or was interrupted,
and a seal that does not fit means that something else changed the file.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from firsthand.casefile.beside import digest
from firsthand.casefile.objects import sync, write_whole

DATABASE = "case.db"
SEAL = "case.db.sha256"


class SealState(Enum):
    """How the seal of a case stands."""

    FITS = "fits"
    MISSING = "missing"
    BROKEN = "broken"


def seal_text(database: Path) -> str:
    """The line that ``sha256sum case.db`` prints for this database file."""
    return f"{digest(database)}  {DATABASE}\n"


def state(folder: Path) -> SealState:
    """Whether the seal of the case in ``folder`` is there and fits its database."""
    seal = _look(folder)
    if seal is None:
        return SealState.MISSING
    if seal == seal_text(folder / DATABASE).encode():
        return SealState.FITS
    # A writer may have begun between the two looks; then the seal is gone, or a new one is there.
    return SealState.BROKEN if _look(folder) == seal else SealState.MISSING


def _look(folder: Path) -> bytes | None:
    try:
        return (folder / SEAL).read_bytes()
    except FileNotFoundError:
        return None


def lift(folder: Path) -> None:
    """Takes the seal away, durably: from here on the database may change."""
    (folder / SEAL).unlink(missing_ok=True)
    sync(folder)


def put(folder: Path, database: Path | None = None) -> None:
    """Seals ``database``, which will be or is the ``case.db`` of ``folder``.

    Does nothing while SQLite still keeps a journal beside it: the file is then not at rest.
    """
    database = database or folder / DATABASE
    if not any(database.with_name(database.name + end).exists() for end in ("-wal", "-journal")):
        write_whole(folder / SEAL, seal_text(database))
