from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.casefile.lock import Lock
from firsthand.errors import CaseBusy

TRY = """
import sys
from pathlib import Path
from firsthand.casefile.lock import Lock
Lock(Path(sys.argv[1]))
print("taken", flush=True)
sys.stdin.read()
"""


def another(folder: Path) -> subprocess.Popen[str]:
    """Another process that takes the lock and holds it until it is killed or its input ends."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", TRY, folder], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )


def test_one_writer_at_a_time_in_one_process(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    with pytest.raises(CaseBusy, match="another Firsthand is writing"):
        Lock(tmp_path)
    lock.release()
    lock.release()
    Lock(tmp_path).release()


def test_two_cases_do_not_mind_each_other(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    locks = [Lock(tmp_path / "a"), Lock(tmp_path / "b")]
    for lock in locks:
        lock.release()


def test_one_writer_at_a_time_among_processes_and_none_after_a_kill(tmp_path: Path) -> None:
    with another(tmp_path) as holder:
        assert holder.stdout and holder.stdout.readline() == "taken\n"
        with pytest.raises(CaseBusy):
            Lock(tmp_path)
        holder.kill()
    lock = Lock(tmp_path)
    try:
        with another(tmp_path) as late:
            _, said = late.communicate()
        assert "CaseBusy" in said
    finally:
        lock.release()


def test_a_forked_worker_that_outlives_its_parent_holds_no_lock(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        Lock(tmp_path)
        if os.fork() == 0:
            os.close(writing)
            os.read(reading, 1)  # lives on until the test closes its end
        os._exit(0)
    os.waitpid(parent, 0)
    try:
        Lock(tmp_path).release()
    finally:
        os.close(writing)
        os.close(reading)
