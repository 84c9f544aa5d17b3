"""Work beside the server: how far it is, and that it ends with it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

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


def ended(work: Work) -> State:
    """The state after the run that was begun."""
    seen = work.state
    while seen.running:
        before, seen = seen, until(work, seen)
        assert seen != before, "it goes on"
    return seen


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


@pytest.mark.parametrize("turn", range(5))
def test_whoever_closes_while_it_is_begun_ends_it_too(tmp_path: Path, turn: int) -> None:
    work = Work(tmp_path)
    work.start(for_ever)
    work.close()
    assert "cut short" in ended(work).fault


def test_what_cannot_be_begun_is_told_and_can_be_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, gone = Work(tmp_path), tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()  # no process can be begun in a folder that is none
    work.start(short)
    assert "could not be begun (No such file or directory)" in ended(work).fault
    monkeypatch.chdir(tmp_path)
    assert work.start(short)
    assert ended(work).fault == "" and (tmp_path / "done").exists()


def test_closing_what_never_worked_does_nothing(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.close()
    assert work.state == State()
