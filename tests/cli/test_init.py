from __future__ import annotations

import json
import subprocess
import sys
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


def test_a_case_is_the_same_work_wherever_its_tables_are(run: Run, folder: Path, database: str) -> None:
    def done(*arguments: object) -> str:
        ran = run(*arguments)
        assert ran.code == 0, ran.err
        return ran.out

    done("init", "pier.case", *(["--database", database] if database else []))
    assert Path("pier.case/case.database").is_file() is bool(database)
    done("add", "pier.case", folder)
    done("trace", "pier.case")
    assert "never inspected after the storm" in done("show", "pier.case", "S1")
    because = ("--by", "Bo Ek", "--because", "two people")
    assert "Ruling 1" in done("rule", "pier.case", "different", "Ann Lee@R1", "Ann Lee@R2", *because)
    done("trace", "pier.case")
    done("seal", "--new-key", "my.pem")
    done("seal", "pier.case", "--key", "my.pem", "--name", "Ann Lee")
    done("export", "pier.case", "--format", "html", "-o", "dossier.html")
    done("export", "pier.case", "--bagit", "-o", "pier.bag")
    assert "as it was written" in done("verify", "pier.case")
    told = done("show", "pier.bag/data")
    assert told == done("show", "pier.case") and "Ann Lee" in told
    assert "Ann Lee signed the log" in done("verify", "pier.bag")
    alone = [sys.executable, "pier.bag/verify.py", "pier.bag"]
    assert subprocess.run(alone, capture_output=True).returncode == 0
