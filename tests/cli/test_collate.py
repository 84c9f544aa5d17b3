"""``firsthand collate``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_two_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("the red hare ran", "utf-8")
    (tmp_path / "b.txt").write_text("the red hair ran", "utf-8")
    found = run("collate", "a.txt", "b.txt", "--format", "tsv")
    assert (found.code, found.out.splitlines()[3]) == (0, "hare\thair")


def test_the_readings_of_a_statement(run: Run, folder: Path) -> None:
    run("trace", folder, "--case", "pier.case")
    found = run("collate", "pier.case", "--statement", "S1", "--json")
    assert found.code == 0
    assert set(json.loads(found.out)["texts"]) == {"Harbour Gazette", "Coast Mail"}


def test_what_cannot_be_read_is_named_and_the_rest_is_done(run: Run, folder: Path) -> None:
    found = run("collate", folder)
    assert found.code == 1
    assert "c.txt" in found.err and "where they part" in found.out
