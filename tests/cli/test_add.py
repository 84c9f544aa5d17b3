from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_files_are_received_and_counted(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    ran = run("add", "pier.case", folder)
    assert ran.code == 0, ran.err
    assert "3 new files received, 2 records read" in ran.out


def test_json_names_the_refusals(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    found = json.loads(run("add", "pier.case", folder / "c.txt", "--json").out)
    assert [refusal["what"] for refusal in found["refusals"]] == ["is empty"]


def test_what_is_no_case_is_refused(run: Run, folder: Path) -> None:
    ran = run("add", folder, folder / "a.txt")
    assert ran.code == 2
    assert str(folder) in ran.err
