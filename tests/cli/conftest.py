"""Commands run inside this process, and a few also as the program that people start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from firsthand import circles


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

HEAD = "---\noutlet: {outlet}\npublished: 2025-02-0{day}T10:00:00+00:00\n---\n"
FIRST = (
    '"The east pier was never inspected after the storm of March," harbour master Ann Lee told the Gazette.\n'
)
SECOND = (
    '"The east pier was never inspected after the storm," Ann Lee said, according to the Harbour Gazette.\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports of one quotation, and a file that cannot be read."""
    place = tmp_path / "pier"
    place.mkdir()
    (place / "a.txt").write_text(HEAD.format(outlet="Harbour Gazette", day=1) + FIRST, "utf-8")
    (place / "b.txt").write_text(HEAD.format(outlet="Coast Mail", day=2) + SECOND, "utf-8")
    (place / "c.txt").touch()
    return place


# Starting Python anew takes a second or more, so only a few tests do it.
BOTH_WAYS = pytest.mark.parametrize("run", ["in this process", "as a program"], indirect=True)


@pytest.fixture
def run(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Run:
    """Runs ``firsthand`` with the arguments given, in tmp_path."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(circles, "this_process_ends_soon", lambda: None)  # this process goes on

    def inside(*arguments: object) -> Ran:
        from firsthand.cli import main

        monkeypatch.setattr(sys, "argv", ["firsthand", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 0, *capfd.readouterr())

    def outside(*arguments: object) -> Ran:
        command = [sys.executable, "-m", "firsthand", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return Ran(done.returncode, done.stdout, done.stderr)

    return outside if getattr(request, "param", "") == "as a program" else inside
