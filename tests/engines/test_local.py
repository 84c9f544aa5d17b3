from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.engines import Local
from firsthand.engines.local import WORTH_A_POOL
from firsthand.errors import FirsthandError


def whose(_: int) -> int:
    return os.getpid()


def test_little_work_stays_in_this_process() -> None:
    assert set(Local(processes=2).each(whose, range(WORTH_A_POOL - 1))) == {os.getpid()}


def test_more_work_is_spread_over_others() -> None:
    assert os.getpid() not in set(Local(processes=2).each(whose, range(WORTH_A_POOL)))


def test_one_process_is_this_one() -> None:
    assert set(Local(processes=1).each(whose, range(WORTH_A_POOL))) == {os.getpid()}


ENDLESS = """
import os, pathlib, sys, time
from firsthand.engines import Local

def work(_):
    pathlib.Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(0.2)

if __name__ == "__main__":
    list(Local(processes=2).each(work, range(1000)))
"""


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, "utf-8")
    seen = tmp_path / "seen"
    seen.mkdir()
    with subprocess.Popen([sys.executable, str(script), str(seen)]) as parent:
        while not (workers := [int(file.name) for file in seen.iterdir()]):
            time.sleep(0.05)
        parent.send_signal(signal.SIGKILL)
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.1)
    raise AssertionError("a worker outlived its parent")


def test_items_are_taken_only_a_little_ahead_of_what_is_consumed() -> None:
    taken: list[int] = []
    items = (taken.append(number) or number for number in range(10_000))  # type: ignore[func-returns-value]
    done = Local(processes=2).each(whose, items)
    next(done)
    assert len(taken) < 200
    done.close()  # type: ignore[attr-defined]


def end_here(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_ended_from_outside_is_said_in_a_sentence() -> None:
    with pytest.raises(FirsthandError, match="ended from outside"):
        list(Local(processes=2).each(end_here, range(WORTH_A_POOL)))
