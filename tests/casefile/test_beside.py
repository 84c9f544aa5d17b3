from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from firsthand.casefile import beside

WRITES = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0).execute("INSERT INTO t VALUES (1)").connection.commit()
except sqlite3.OperationalError as error:
    print(error)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE t (a)")
    return path


def written(file: Path) -> str:
    """What another process that writes to the file says."""
    return subprocess.run([sys.executable, "-c", WRITES, file], capture_output=True, text=True).stdout


def test_a_look_at_the_file_takes_no_lock_of_sqlite_away(file: Path) -> None:
    expected = sha256(file.read_bytes()).hexdigest()
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        key = beside.connected(file)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM t").fetchall()
        assert beside.digest(file) == beside.digest(file) == expected
        assert "locked" in written(file)
        reader.execute("COMMIT")
        beside.disconnected(key)
    assert written(file) == ""


def test_no_handle_is_left_open(file: Path) -> None:
    handles = Path("/proc/self/fd")
    before = len(list(handles.iterdir()))
    keys = [beside.connected(file), beside.connected(file)]
    for _ in range(3):
        beside.digest(file)
    assert len(list(handles.iterdir())) == before + 1
    for key in keys:
        beside.disconnected(key)
    beside.digest(file)
    assert len(list(handles.iterdir())) == before
