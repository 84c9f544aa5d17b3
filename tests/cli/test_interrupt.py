from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import pytest

from firsthand import cli
from firsthand.cli.interrupt import heed, remind
from firsthand.cli.output import Progress


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before, hook = signal.signal(signal.SIGINT, signal.default_int_handler), sys.unraisablehook
    heed()
    yield
    heed()  # nothing is remembered for the next test
    sys.unraisablehook = hook
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_that_was_swallowed_comes_back_at_the_next_step() -> None:
    remind()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        Progress(watched=False)("reading", 1, 2)


def test_an_error_that_an_interrupt_left_behind_is_an_interrupt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(**_: object) -> None:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        raise AssertionError("a library is in a state that it did not expect")

    monkeypatch.setattr(cli.group, "main", stumble)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == cli.INTERRUPTED
    assert "Interrupted" in capsys.readouterr().err


class Dropping:
    """What it raises while it goes, Python drops."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __del__(self) -> None:
        raise self.error


def test_of_what_python_drops_only_an_interrupt_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    Dropping(KeyboardInterrupt())
    assert capsys.readouterr().err == ""
    Dropping(ValueError("told"))
    assert "told" in capsys.readouterr().err


def test_a_new_run_remembers_nothing() -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    heed()
    remind()


def test_where_ctrl_c_is_ignored_it_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    heed()
    signal.raise_signal(signal.SIGINT)
    remind()
