"""Work beside the server: how far it is, and that it ends with it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from firsthand.workbench.working import State, Tell, Work

LONG = 60.0


def for_ever(folder: Path, tell: Tell) -> None:
    """A task that has told of its first step, and does not end."""
    tell("waiting", 1, 2)
    Event().wait()


def short(folder: Path, tell: Tell) -> None:
    """A task that does one thing."""
    (folder / "done").touch()


def until(work: Work, seen: State) -> State:
    """The state after the next step that is told."""
    return work.news(seen, LONG)


def test_a_run_that_ends_well_has_no_fault(tmp_path: Path) -> None:
    work = Work(tmp_path)
    assert work.start(short, "one thing")
    ended = until(work, work.state)
    assert (ended.round, ended.running, ended.fault, ended.job) == (1, False, "", "one thing")
    assert (tmp_path / "done").exists()


def test_whoever_closes_ends_what_is_under_way(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.start(for_ever)
    waiting = until(work, work.state)
    assert (waiting.stage, waiting.done, waiting.total) == ("waiting", 1, 2)
    assert not work.start(short), "one run at a time"
    work.close()
    ended = until(work, waiting)
    assert not ended.running
    assert "cut short" in ended.fault


def test_closing_what_never_worked_does_nothing(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.close()
    assert work.state == State()
