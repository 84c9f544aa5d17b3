"""``kill -9`` at random moments: nothing received is lost, and the next run completes."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from firsthand import Case
from firsthand.model import Right

KILLS = 25
MOST = 30  # cases, each killed twice; a run that finished before the blow does not count
REPORTS = 30
NAMES = ("Ann Lee", "Borys Hale", "Ivo Marsh", "Dana Quill", "Oren Falk")


def folder_of_reports(at: Path) -> Path:
    at.mkdir()
    for number in range(REPORTS):
        name = NAMES[number % len(NAMES)]
        body = "\n".join(
            f'"The {part} of pier {number} gave way at dawn," {name} told the Harbour Gazette.'
            for part in ("railing", "footing", "lamp post", "east stair")
        )
        header = f"---\noutlet: Paper {number}\npublished: 2025-03-{1 + number % 28:02d}\n---\n"
        (at / f"report-{number:02d}.txt").write_text(header + body, "utf-8")
    (at / "broken.txt").write_bytes(b"\x00\x01\x02" * 50)
    return at


def command(folder: Path, case: Path) -> list[str]:
    return [sys.executable, "-m", "firsthand", "trace", str(folder), "--case", str(case)]


def killed_after(seconds: float, folder: Path, case: Path) -> bool:
    """Start a trace and kill it after a while; False if it had finished by then."""
    with subprocess.Popen(command(folder, case), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
        return run.wait() == -signal.SIGKILL


def logged_objects(case: Case) -> set[str]:
    return {entry.subject for entry in case.custody() if entry.action == "object received"}


def nothing_lost(folder: Path, at: Path) -> set[str]:
    """The objects that the log of a killed case names, each of them still there and whole."""
    if not (at / "case.db").exists():
        return set()
    with Case.at([folder], at) as case:
        logged = logged_objects(case)
        assert {sha256(case.original(name)).hexdigest() for name in logged} == logged
        return logged


def finish(folder: Path, at: Path) -> tuple[str, ...]:
    """Complete the run in this process; the ids of the statements found."""
    with Case.at([folder], at) as case:
        case.add(folder)
        return tuple(s.id for s in case.trace().statements)


@pytest.mark.timeout(600)
def test_killed_at_random_moments_nothing_is_lost_and_the_next_run_completes(tmp_path: Path) -> None:
    folder = folder_of_reports(tmp_path / "reports")
    received = {sha256(f.read_bytes()).hexdigest() for f in folder.iterdir()}
    began = time.monotonic()
    whole = subprocess.run(command(folder, tmp_path / "whole.case"), capture_output=True)
    assert whole.returncode == 0, whole.stderr
    length = time.monotonic() - began
    expected = finish(folder, tmp_path / "whole.case")
    chance = random.Random(20261123)
    killed = 0
    for turn in range(MOST):
        at = tmp_path / f"{turn}.case"
        killed += killed_after(chance.uniform(0.1, 0.8) * length, folder, at)
        before = nothing_lost(folder, at)
        killed += killed_after(chance.uniform(0.1, 0.8) * length, folder, at)
        assert before <= nothing_lost(folder, at)
        assert finish(folder, at) == expected
        with Case.open(at, Right.READ) as case:
            assert [fault for fault in case.verify() if not fault.harmless] == []
            assert logged_objects(case) == received
        if killed >= KILLS:
            break
    assert killed >= KILLS
