from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from firsthand.casefile import CaseFile, objects
from firsthand.casefile.trouble import explained
from firsthand.errors import CaseAway, CaseBusy, CaseDamaged, FirsthandError, NoRoom
from tests.casefile import cases


def of_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (OSError(errno.ENOSPC, ""), NoRoom, "disk is full"),
        (OSError(errno.EDQUOT, ""), NoRoom, "share of the disk"),
        (OSError(errno.EFBIG, ""), NoRoom, "larger than"),
        (OSError(errno.EACCES, ""), NoRoom, "may not read or write"),
        (OSError(errno.EPERM, ""), NoRoom, "may not read or write"),
        (OSError(errno.EROFS, ""), NoRoom, "read-only"),
        (OSError(errno.EIO, ""), NoRoom, "disk reports an error"),
        (of_sqlite(sqlite3.SQLITE_FULL), NoRoom, "disk is full"),
        (of_sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), NoRoom, "may not read or write"),
        (of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED), CaseAway, "moved or deleted"),
        (of_sqlite(sqlite3.SQLITE_CANTOPEN), NoRoom, "may not read or write"),
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), NoRoom, "disk reports an error"),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), CaseBusy, "another program"),
        (of_sqlite(sqlite3.SQLITE_NOTADB), CaseDamaged, "said SQLite"),
        (of_sqlite(sqlite3.SQLITE_CORRUPT_INDEX), CaseDamaged, "said SQLite"),
        (sqlite3.OperationalError("said Python"), CaseDamaged, "said Python"),
    ],
)
def test_what_the_system_says_in_words_for_a_person(
    error: Exception, kind: type[FirsthandError], said: str
) -> None:
    wrapped = OperationalError("SELECT", None, error) if isinstance(error, sqlite3.Error) else error
    for each in (error, wrapped):
        with pytest.raises(kind, match=said) as caught, explained(Path("my.case")):
            raise each
        assert caught.value.where == "my.case" and caught.value.do


@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOENT, ""), ValueError(), IntegrityError("INSERT", None, sqlite3.IntegrityError())],
)
def test_mistakes_of_the_programmer_pass_as_they_are(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, explained(Path("my.case")):
        raise error
    assert caught.value is error


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("nth", range(1, 5))
def test_a_disk_that_fails_at_any_sync_loses_nothing_and_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, nth: int
) -> None:
    folder = tmp_path / "c"
    with cases.place(folder) as case:
        made = cases.record(case)
        synced = os.fsync
        left = [nth]

        def fails(handle: int) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(number, "no")
            synced(handle)

        with monkeypatch.context() as patch:
            patch.setattr(objects.os, "fsync", fails)
            with pytest.raises(NoRoom):
                for n in range(4):
                    cases.receive(case, b"more %d" % n)
        assert case.records() == (made,)
        assert all(fault.harmless for fault in case.verify())
        for n in range(4):
            cases.receive(case, b"more %d" % n)
    with CaseFile.open(folder) as case:
        assert case.verify() == ()
