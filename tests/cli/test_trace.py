from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import BOTH_WAYS, Run


@BOTH_WAYS
def test_a_folder_becomes_a_dossier_and_its_path_is_the_last_word(run: Run, folder: Path) -> None:
    ran = run("trace", folder)
    assert ran.code == 0, ran.err
    dossier = Path(ran.out.splitlines()[-1].removeprefix("Dossier: "))
    assert dossier.is_file()
    assert "never inspected after the storm" in dossier.read_text("utf-8")


def test_what_could_not_be_read_is_said_and_is_no_failure(run: Run, folder: Path) -> None:
    ran = run("trace", folder)
    assert ran.code == 0
    assert "not read: c.txt: is empty" in ran.err


def test_the_folder_itself_is_left_as_it_was(run: Run, folder: Path) -> None:
    before = {f.name: f.read_bytes() for f in folder.iterdir()}
    assert run("trace", folder).code == 0
    assert {f.name: f.read_bytes() for f in folder.iterdir()} == before


def test_one_file_is_enough(run: Run, folder: Path) -> None:
    ran = run("trace", folder / "a.txt")
    assert ran.code == 0, ran.err
    assert Path("a.case/dossier.html").is_file()


def test_json_for_programs(run: Run, folder: Path) -> None:
    ran = run("trace", folder, "--json")
    found = json.loads(ran.out)
    assert (found["reports"], len(found["refusals"])) == (2, 1)
    assert Path(found["dossier"]).is_file() and Path(found["json"]).is_file()


def test_again_after_adding_a_file_reads_only_that(run: Run, folder: Path) -> None:
    run("trace", folder)
    (folder / "d.txt").write_text("The mayor denied that the pier was unsafe.\n", "utf-8")
    ran = run("trace", folder)
    assert "1 new file received, 1 record read" in ran.out


@BOTH_WAYS
def test_a_folder_that_is_not_there(run: Run) -> None:
    ran = run("trace", "nothing")
    assert ran.code == 2
    assert ran.err.startswith("firsthand: nothing: there is no such file or folder.")


def test_an_empty_folder_gives_a_dossier_that_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("trace", "empty")
    assert ran.code == 0, ran.err
    assert "0 new files received" in ran.out
    assert "no file was found" in ran.err


def test_a_case_that_was_altered_is_said_to_be(run: Run, folder: Path) -> None:
    run("trace", folder)
    file = next(p for p in Path("pier.case/objects").rglob("*") if p.is_file() and p.stat().st_size)
    file.chmod(0o600)
    file.write_bytes(file.read_bytes() + b" ")
    ran = run("trace", "pier.case")
    assert ran.code == 4
    assert f"altered: objects/{file.parent.name}/{file.name}" in ran.err
    assert Path("pier.case/dossier.html").is_file()


def test_what_nothing_in_the_files_says_is_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The mayor said that the gate was shut.\n", "utf-8")
    told = "---\noutlet: Daily Breakwater\npublished: 2025-11-05\n---\nThe pilot said that it was open.\n"
    (tmp_path / "in" / "b.txt").write_text(told, "utf-8")
    assert "of 2 reports 1 say no date and 1 say no outlet" in run("trace", "in").err
    (tmp_path / "in" / "a.txt").write_text(told.replace("pilot", "mayor"), "utf-8")
    assert "say no date" not in run("trace", "in", "--case", "other.case").err
