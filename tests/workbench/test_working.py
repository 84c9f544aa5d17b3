"""Work beside the server: how far it is, and that it ends with it."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from firsthand.case import Case
from firsthand.errors import Refused
from firsthand.shelving import Sheets
from firsthand.workbench.working import State, Tell, Work, follow
from tests.workbench.made import pier

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


def until_told(work: Work, stage: str) -> State:
    """The state in which a stage is told of."""
    seen = work.state
    while seen.running and seen.stage != stage:
        before, seen = seen, until(work, seen)
        assert seen != before, "it is not told of"
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


def test_what_no_thread_can_be_had_for_is_told_and_can_be_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    work = Work(tmp_path)
    with monkeypatch.context() as full:
        full.setattr(Thread, "start", none)
        work.start(short)
    assert not work.state.running and "could not be begun" in work.state.fault
    assert work.start(short)
    assert ended(work).fault == ""


def refused(folder: Path, tell: Tell) -> None:
    """A task that is refused."""
    raise Refused("there is no room", where=str(folder / "case.db"), do=f"Move {folder}")


def test_a_fault_does_not_tell_where_the_case_lies(tmp_path: Path) -> None:
    work = Work(tmp_path / "deep" / "quay.case")
    work.start(refused)
    assert ended(work).fault == "quay.case/case.db: there is no room. Move quay.case."


def test_what_is_traced_elsewhere_is_waited_for_and_laid_ready_once(tmp_path: Path) -> None:
    work, sheets = Work(folder := pier(tmp_path)), Sheets(folder)
    for lays in (True, False):
        with Case.open(folder) as elsewhere:
            work.start(follow)
            assert until_told(work, "waiting").running
            elsewhere.rule("reject", f"R1-a{1 + lays}", by="Ada", because="a caption")
            elsewhere.trace()
            if lays:
                elsewhere.shelve()
            before = sheets.front()
        assert ended(work).fault == ""
        after = sheets.front()
        assert before and after and after.rulings == (1 if lays else 2)
        assert (before.entries == after.entries) is lays


def test_closing_what_never_worked_does_nothing(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.close()
    assert work.state == State()
