"""What the operating system, SQLite and PostgreSQL say when they cannot, in words for a person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from firsthand.casefile.away import of_server
from firsthand.errors import CaseAway, CaseBusy, CaseDamaged, FirsthandError, NoRoom

VERIFY = "Run `firsthand verify` on it to see what changed, or restore it from a copy"
FREE = "Free some space and run the same command again; what was stored so far is kept"
ALLOW = "Ask for the permission, or copy the case to a folder of your own"

_NO_ROOM = {
    errno.ENOSPC: ("the disk is full", FREE),
    errno.EDQUOT: ("your share of the disk is used up", FREE),
    errno.EFBIG: ("the file would be larger than this disk allows", FREE),
    errno.EACCES: ("you may not read or write here", ALLOW),
    errno.EPERM: ("you may not read or write here", ALLOW),
    errno.EROFS: ("this disk is read-only", "Copy the case to a disk that is not"),
    errno.ENOTDIR: ("a file stands where a folder should be", "Check the path"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "Choose a shorter one"),
    errno.EIO: ("the disk reports an error", "Check the disk, and copy the case to another one"),
}
_SQLITE_NO_ROOM = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}


@contextmanager
def explained(where: Path) -> Iterator[None]:
    """Turns what went wrong inside with the file or folder ``where`` into one of our own errors.

    Mistakes of the programmer (a broken constraint, say) pass through as they are.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        raise _no_room(error.errno, where) from error
    except IntegrityError:
        raise
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) or error.orig is None:
            raise _of_sqlite(error.orig, where) from error
        if told := of_server(error.orig, where):
            raise told from error
        raise
    except sqlite3.Error as error:
        raise _of_sqlite(error, where) from error
    except UnicodeDecodeError as error:  # SQLite quotes altered bytes in its own message
        raise CaseDamaged("the database holds text that is not UTF-8", where=str(where), do=VERIFY) from error


def _no_room(number: int, where: Path) -> NoRoom:
    what, do = _NO_ROOM[number]
    return NoRoom(what, where=str(where), do=do)


def _of_sqlite(error: BaseException | None, where: Path) -> FirsthandError:
    exactly = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if exactly == sqlite3.SQLITE_READONLY_DBMOVED:
        do = "Open it from where it is now; what was stored so far is in it"
        return CaseAway("the case was moved or deleted while it was open", where=str(where), do=do)
    code = exactly & 0xFF  # the low byte is the family
    if code in _SQLITE_NO_ROOM:
        return _no_room(_SQLITE_NO_ROOM[code], where)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CaseBusy(
            "another program is using this case", where=str(where), do="Try again when it has finished"
        )
    return CaseDamaged(f"the database cannot be read ({error})", where=str(where), do=VERIFY)
