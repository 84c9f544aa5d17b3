from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from firsthand.casefile.lock import Lock
from firsthand.errors import CaseBusy
from firsthand.model import Right

TRY = """
import sys
from pathlib import Path
from firsthand.casefile.lock import Lock
from firsthand.model import Right
lock = Lock(Path(sys.argv[1]), Right(sys.argv[2]))
with lock.coming() as first:
    print(first, flush=True)
sys.stdin.read()
with lock.going() as last:
    print(last, flush=True)
"""


def another(folder: Path, right: Right) -> subprocess.Popen[str]:
    """Another process that takes a right and holds it until it is killed or its input ends."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", TRY, folder, right], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )


def taken(folder: Path, right: Right = Right.WRITE) -> tuple[Lock, bool]:
    """A right, and whether nobody else had one."""
    lock = Lock(folder, right)
    with lock.coming() as first:
        pass
    return lock, first


def given_back(lock: Lock) -> bool:
    """Whether nobody else has a right."""
    with lock.going() as last:
        pass
    return last


def test_one_writer_at_a_time_in_one_process(tmp_path: Path) -> None:
    lock, _ = taken(tmp_path)
    with pytest.raises(CaseBusy, match="another Firsthand is writing"):
        taken(tmp_path)
    lock.release()
    lock.release()
    assert taken(tmp_path)[1]


def test_many_rule_beside_one_who_writes_and_first_and_last_are_told(tmp_path: Path) -> None:
    locks = [taken(tmp_path, right) for right in (Right.RULE, Right.WRITE, Right.RULE)]
    assert [first for _, first in locks] == [True, False, False]
    with pytest.raises(CaseBusy):
        taken(tmp_path)
    assert [given_back(lock) for lock, _ in locks] == [False, False, True]
    assert given_back(taken(tmp_path)[0])


def test_two_cases_do_not_mind_each_other(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    locks = [taken(tmp_path / name) for name in "ab"]
    assert [given_back(lock) for lock, first in locks if first] == [True, True]


def test_one_writer_at_a_time_among_processes_and_none_after_a_kill(tmp_path: Path) -> None:
    with another(tmp_path, Right.WRITE) as holder:
        assert holder.stdout and holder.stdout.readline() == "True\n"
        with pytest.raises(CaseBusy):
            taken(tmp_path)
        holder.kill()
    lock, first = taken(tmp_path)
    try:
        with another(tmp_path, Right.WRITE) as late:
            _, said = late.communicate()
        assert first and "CaseBusy" in said
    finally:
        lock.release()


@pytest.mark.parametrize("right", [Right.RULE, Right.WRITE])
def test_first_and_last_are_told_among_processes(tmp_path: Path, right: Right) -> None:
    lock, _ = taken(tmp_path, Right.RULE)
    with another(tmp_path, right) as beside:
        assert beside.stdout and beside.stdout.readline() == "False\n"
        assert not given_back(lock)
        assert beside.communicate() == ("True\n", "")
    assert taken(tmp_path)[1]


def test_a_thread_that_goes_takes_nothing_from_the_others(tmp_path: Path) -> None:
    lock, _ = taken(tmp_path, Right.WRITE)
    thread = threading.Thread(target=lambda: given_back(taken(tmp_path, Right.RULE)[0]))
    thread.start()
    thread.join()
    with another(tmp_path, Right.WRITE) as late:
        assert "CaseBusy" in late.communicate()[1]
    assert given_back(lock)


def test_what_fails_at_the_door_holds_nothing(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    with pytest.raises(KeyboardInterrupt), lock.coming():
        raise KeyboardInterrupt
    assert taken(tmp_path)[1]


def test_a_forked_worker_that_outlives_its_parent_holds_no_lock(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        taken(tmp_path)
        if os.fork() == 0:
            os.close(writing)
            os.read(reading, 1)  # lives on until the test closes its end
        os._exit(0)
    os.waitpid(parent, 0)
    try:
        assert taken(tmp_path)[1]
    finally:
        os.close(writing)
        os.close(reading)
