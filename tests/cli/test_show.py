from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_case_a_statement_and_a_report(run: Run, folder: Path) -> None:
    run("trace", folder)
    assert "never inspected after the storm" in run("show", "pier.case").out
    assert "One shared origin" in run("show", "pier.case", "S1").out
    assert "Harbour Gazette" in run("show", "pier.case", "R1").out


def test_json_has_the_sheet(run: Run, folder: Path) -> None:
    run("trace", folder)
    assert json.loads(run("show", "pier.case", "S1", "--json").out)["anchor"] == "S1"
    assert json.loads(run("show", "pier.case", "--json").out)["title"] == "pier"


def test_something_that_is_not_there(run: Run, folder: Path) -> None:
    run("trace", folder)
    ran = run("show", "pier.case", "S99")
    assert ran.code == 2
    assert "S1" in ran.err
