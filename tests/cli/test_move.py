from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_case_goes_to_a_server_and_back(run: Run, postgresql: str) -> None:
    run("init", "pier.case", "--title", "The east pier")
    went = run("move", "pier.case", "--database", postgresql)
    assert went.code == 0 and "The tables are in postgresql://" in went.out
    assert Path("pier.case/case.database").is_file()
    told = json.loads(run("move", "pier.case", "--back", "--json").out)
    assert told["case"] == "pier.case" and told["rows"] > 0
    assert run("verify", "pier.case").code == 0


def test_where_to_is_said_once(run: Run) -> None:
    run("init", "pier.case")
    assert run("move", "pier.case").code == run("move", "pier.case", "--back", "--database", "x").code == 2
    assert run("move", "pier.case", "--back").code == 2
