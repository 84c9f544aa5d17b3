from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from firsthand.casefile.sqlite import SQLite
from firsthand.errors import CaseBusy


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[SQLite]:
    made = SQLite(tmp_path / "case.db", write=True)
    with made.transaction(write=True) as connection:
        connection.execute(text("CREATE TABLE t (a)"))
    yield made
    made.close()


def test_an_interrupt_just_after_begin_leaves_nothing_that_hinders_the_end(opened: SQLite) -> None:
    driver = opened._connection.connection.driver_connection
    assert driver is not None
    driver.execute("BEGIN IMMEDIATE")
    opened.rest()
    assert not opened.where.with_name(f"{opened.where.name}-wal").exists()


def test_who_reads_hinders_nobody_who_writes(opened: SQLite, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db", timeout=0)) as other:
        with opened.transaction() as connection:
            assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
            other.execute("INSERT INTO t VALUES (1)")
            other.commit()
            assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
        with opened.transaction(write=True), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("INSERT INTO t VALUES (2)")


def test_who_waits_too_long_for_another_is_told(opened: SQLite, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db")) as other:
        other.execute("INSERT INTO t VALUES (1)")
        opened._driver().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(CaseBusy, match="another program"), opened.transaction(write=True):
            pass


def test_a_copy_has_what_is_committed_and_no_companions(opened: SQLite, tmp_path: Path) -> None:
    with opened.transaction(write=True) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
    opened.copy_to(tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.db"]
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT a FROM t").fetchall() == [(1,)]
