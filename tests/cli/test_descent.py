"""``firsthand descent``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

FIRST = "the red hare ran over the green hill and slept below an old grey wall"


def texts(place: Path) -> Path:
    place.mkdir()
    second = FIRST.replace("hare", "hart").replace("green", "greet").replace("wall", "well")
    for name, text in {"one": FIRST, "two": second, "three": second.replace("old", "odd")}.items():
        (place / f"{name}.txt").write_text(text, "utf-8")
    return place


def test_a_folder_of_texts(run: Run, tmp_path: Path) -> None:
    found = run("descent", texts(tmp_path / "versions"), "--json")
    assert found.code == 0
    lines = json.loads(found.out)["lines"]
    assert {frozenset((e["parent"], e["child"])) for e in lines} == {
        frozenset(("one", "two")),
        frozenset(("two", "three")),
    }


def test_the_ending_of_the_file_chooses_the_form(run: Run, tmp_path: Path) -> None:
    found = run("descent", texts(tmp_path / "versions"), "-o", "tree.svg")
    assert found.code == 0
    assert (tmp_path / "tree.svg").read_text("utf-8").startswith("<svg")


def test_an_ending_that_no_form_has_is_refused(run: Run, tmp_path: Path) -> None:
    found = run("descent", texts(tmp_path / "versions"), "-o", "tree.png")
    assert found.code == 2 and ".svg" in found.err
    assert not (tmp_path / "tree.png").exists()
    assert run("descent", tmp_path / "versions", "-o", "tree.txt").code == 0


def test_a_missing_folder_is_named(run: Run, tmp_path: Path) -> None:
    found = run("descent", texts(tmp_path / "versions"), "-o", "gone/tree.svg")
    assert found.code == 6 and "Make the folder gone first" in found.err


def test_a_case_gives_its_lines_of_descent(run: Run, folder: Path) -> None:
    run("trace", folder, "--case", "pier.case")
    found = run("descent", "pier.case", "--format", "text")
    assert found.code == 0
    assert "Coast Mail" in found.out


def test_a_case_that_was_not_traced_says_what_to_do(run: Run, folder: Path) -> None:
    run("init", "pier.case")
    run("add", "pier.case", folder)
    found = run("descent", "pier.case")
    assert found.code == 2 and "Run firsthand trace pier.case first" in found.err


def test_a_path_that_is_not_there_is_refused(run: Run) -> None:
    assert run("descent", "nowhere").code == 2
