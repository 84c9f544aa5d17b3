from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import DataError, OperationalError

from firsthand.casefile.trouble import explained
from firsthand.errors import CaseAway, CaseBusy, CaseDamaged, FirsthandError, NoRoom, Refused


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (errors.DiskFull(), NoRoom, "no room left"),
        (errors.InsufficientPrivilege(), NoRoom, "your role"),
        (errors.ReadOnlySqlTransaction(), NoRoom, "only be read"),
        (errors.LockNotAvailable(), CaseBusy, "too long"),
        (errors.DeadlockDetected(), CaseBusy, "at the same moment"),
        (errors.AdminShutdown(), CaseAway, "ended the connection"),
        (errors.ConnectionFailure(), CaseAway, "was lost"),
        (errors.UndefinedTable(), CaseDamaged, "missing"),
        (errors.DataCorrupted(), CaseDamaged, "damaged"),
        (psycopg.OperationalError("FATAL: password authentication failed for user"), Refused, "password"),
        (psycopg.OperationalError("fe_sendauth: no password supplied"), Refused, "password"),
        (psycopg.OperationalError('FATAL: database "x" does not exist'), Refused, "no such database"),
        (psycopg.OperationalError('FATAL: role "x" does not exist'), Refused, "no such role"),
        (psycopg.OperationalError("FATAL: no pg_hba.conf entry for host"), Refused, "nobody in"),
        (psycopg.OperationalError("FATAL: sorry, too many clients already"), CaseBusy, "no connection left"),
        (psycopg.OperationalError("connection refused\nIs it running?"), CaseAway, r"refused\)"),
        (psycopg.OperationalError(""), CaseAway, "no answer"),
    ],
)
def test_what_a_server_says_is_told_in_words_for_a_person(
    error: Exception, kind: type[FirsthandError], said: str
) -> None:
    with pytest.raises(kind, match=said) as caught, explained(Path("my.case")):
        raise OperationalError("SELECT", None, error)
    assert caught.value.where == "my.case" and caught.value.do


def test_mistakes_of_the_programmer_pass_as_they_are() -> None:
    with pytest.raises(DataError), explained(Path("my.case")):
        raise DataError("SELECT", None, errors.NumericValueOutOfRange())
