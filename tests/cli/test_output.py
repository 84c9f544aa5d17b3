from __future__ import annotations

import pytest

from firsthand.cli import COMMANDS
from firsthand.cli.output import Progress
from tests.cli.conftest import Run


def test_a_bar_grows_and_leaves_a_clean_line(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Progress(watched=True)
    bar("reading", 1, 2)
    bar("reading", 2, 2)
    bar.clear()
    shown = capsys.readouterr().err
    assert "reading" in shown and "2/2" in shown and shown.endswith("\r\033[K")


def test_nobody_watching_means_silence(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Progress(watched=False)
    bar("reading", 1, 2)
    bar.clear()
    assert capsys.readouterr().err == ""


def test_every_command_has_help_with_an_example(run: Run) -> None:
    for command in COMMANDS:
        ran = run(command, "--help")
        assert ran.code == 0
        assert "Examples:" in ran.out
        assert "--json" in ran.out or command == "serve"  # which gives pages


def test_a_mistyped_command_is_a_mistake_of_the_request(run: Run) -> None:
    ran = run("tarce", "x")
    assert ran.code == 2
    assert "trace" in ran.err
