from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import BOTH_WAYS, Run


@BOTH_WAYS
def test_an_empty_case_says_what_comes_next(run: Run) -> None:
    ran = run("init", "pier.case", "--title", "The east pier")
    assert ran.code == 0, ran.err
    assert "firsthand add pier.case" in ran.out
    assert Path("pier.case/case.db").is_file()


def test_json(run: Run) -> None:
    assert (
        json.loads(run("init", "pier.case", "--title", "The east pier", "--json").out)["title"]
        == "The east pier"
    )


def test_a_folder_with_other_files_is_refused(run: Run, folder: Path) -> None:
    ran = run("init", folder)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


def test_a_case_is_not_made_twice(run: Run) -> None:
    run("init", "pier.case")
    assert run("init", "pier.case").code == 2
