from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from firsthand.cli.read import FORMS, READERS
from tests.cli.conftest import BOTH_WAYS, Run

SAID = "“The east pier was never inspected,” harbour master Ann Lee told the Gazette.\n"


def piped(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "firsthand", "read", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True)


def test_into_a_pipe_it_is_an_attribution_a_line_in_the_order_of_the_files(run: Run, folder: Path) -> None:
    ran = run("read", folder / "b.txt", folder / "a.txt")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0, ran.err
    assert [Path(row["file"]).name for row in rows] == ["b.txt", "a.txt"]
    assert rows[1]["name"] == "Ann Lee" and "never inspected" in rows[1]["content"][0]["text"]


@BOTH_WAYS
def test_one_unreadable_file_does_not_stop_the_rest(run: Run, folder: Path) -> None:
    (folder / "c.txt").rename(folder / "aa.txt")
    ran = run("read", folder)
    assert ran.code == 1
    assert [json.loads(line)["file"][-5:] for line in ran.out.splitlines()] == ["a.txt", "b.txt"]
    assert ran.err == f"not read: {folder / 'aa.txt'}: is empty. Copy or fetch it again.\n"


def test_a_file_that_is_not_there_is_said_before_anything_is_read(run: Run, folder: Path) -> None:
    ran = run("read", folder / "a.txt", "nothing.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("firsthand: nothing.txt: there is no such file or folder.")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_words(run: Run, folder: Path, form: str) -> None:
    ran = run("read", folder / "a.txt", "--format", form)
    assert ran.code == 0, ran.err
    assert all(word in ran.out for word in ("inspected", "pier", "Lee"))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_in_a_folder_has_the_text_beside_it(run: Run, folder: Path, form: str) -> None:
    ran = run("read", folder, "--format", form, "--out", "found")
    assert ran.code == 1, ran.err  # c.txt is empty
    assert "2 texts" in ran.out
    text = Path("found/a.txt").read_text("utf-8")
    assert text.startswith('"The east pier') and "outlet" not in text
    assert len([p for p in Path("found").iterdir() if p.name.startswith("a.")]) == 2


def test_brat_offsets_count_the_text_beside(run: Run, folder: Path) -> None:
    run("read", folder, "--format", "brat", "--out", "found")
    text = Path("found/b.txt").read_text("utf-8")
    for line in Path("found/b.ann").read_text("utf-8").splitlines():
        if line.startswith("T") and ";" not in line:
            _, place, words = line.split("\t")
            start, end = map(int, place.split()[1:])
            assert text[start:end] == words
    assert "Attribution" in Path("found/annotation.conf").read_text("utf-8")


def test_brat_of_several_texts_needs_a_folder(run: Run, folder: Path) -> None:
    ran = run("read", folder / "a.txt", folder / "b.txt", "--format", "brat")
    assert ran.code == 2
    assert "--out" in ran.err


def test_what_is_read_is_never_written_over(run: Run, folder: Path) -> None:
    before = (folder / "a.txt").read_bytes()
    ran = run("read", folder, "--out", folder)
    assert ran.code == 2
    assert "written over" in ran.err
    assert (folder / "a.txt").read_bytes() == before


def test_beside_a_text_without_a_header_there_is_room(run: Run) -> None:
    Path("plain.txt").write_text(SAID, "utf-8")
    assert run("read", "plain.txt", "--format", "brat", "--out", ".").code == 0
    assert Path("plain.txt").read_text("utf-8") == SAID
    assert "Ann Lee" in Path("plain.ann").read_text("utf-8")


def test_files_of_one_name_get_a_place_each(run: Run) -> None:
    for place in ("x", "y"):
        Path(place).mkdir()
        Path(place, "a.txt").write_text(SAID, "utf-8")
    assert run("read", "x/a.txt", "y/a.txt", "--out", "files").code == 0
    assert {p.name for p in Path("files").iterdir()} == {"a.txt", "a.jsonl", "a-2.txt", "a-2.jsonl"}
    assert run("read", "x", "y", "--out", "folders").code == 0
    assert Path("folders/x/a.jsonl").is_file() and Path("folders/y/a.jsonl").is_file()


def test_a_folder_that_cannot_be_written(run: Run, folder: Path) -> None:
    Path("file").touch()
    ran = run("read", folder / "a.txt", "--out", "file/found")
    assert ran.code == 6
    assert "Traceback" not in ran.err


def test_rows_of_a_table_are_texts_of_their_own(run: Run) -> None:
    rows = [{"text": SAID}, {"nothing": 1}, {"text": SAID}]
    Path("list.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    ran = run("read", "list.jsonl")
    assert [json.loads(line)["part"] for line in ran.out.splitlines()] == ["row 1", "row 3"]
    assert (ran.code, "row 2" in ran.err) == (1, True)


def test_a_picture_is_passed_over_in_a_folder_and_refused_when_named(run: Run, folder: Path) -> None:
    (folder / "c.txt").unlink()
    Image.new("RGB", (4, 4)).save(folder / "page.png")
    assert run("read", folder).code == 0
    ran = run("read", folder / "page.png")
    assert (ran.code, ran.out) == (1, "")
    assert "is a picture" in ran.err


def test_standard_input() -> None:
    ran = piped("-", stdin=SAID.encode())
    row = json.loads(ran.stdout)
    assert (ran.returncode, row["file"], row["name"]) == (0, "-", "Ann Lee")


def test_standard_input_is_read_alone(run: Run, folder: Path) -> None:
    assert run("read", "-", folder / "a.txt").code == 2


def test_a_short_sentence_is_taken_for_english_and_a_stated_language_holds() -> None:
    assert b'"language": "en"' in piped("-", stdin=b"It rained, Ann Lee said.").stdout
    assert b'"language": "uk"' in piped("-", "--language", "uk", stdin=SAID.encode()).stdout


def test_a_reader_without_weights_is_said_for_each_text(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("---\nlanguage: fi\n---\n" + SAID, "utf-8")
    ran = run("read", folder / "a.txt", "--reader", "learned")
    assert (ran.code, ran.out) == (1, "")
    assert "no weights" in ran.err and "Traceback" not in ran.err


def test_a_language_without_word_lists_is_said_once(run: Run) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(
            "Le maire a dit que la route est fermée depuis lundi matin. «Elle reste fermée.»\n"
        )
    ran = run("read", "a.txt", "b.txt")
    assert ran.code == 0
    assert ran.err.count("no word lists for the language 'fr'") == 1


def test_many_processes_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    for number in range(8):
        room = "\n" * 80_000  # many processes are worth it from half a megabyte
        (tmp_path / f"{number:02}.txt").write_text(SAID + room, "utf-8")
    one, two = piped(tmp_path, "--jobs", 1), piped(tmp_path, "--jobs", 2)
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 8


def test_a_reader_of_the_output_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:03}.txt").write_text(SAID * 40, "utf-8")
    command = f"{sys.executable} -m firsthand read {tmp_path} | head -1"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert (len(ran.stdout.splitlines()), ran.stderr) == (1, "")


def test_on_a_terminal_it_is_a_listing(folder: Path) -> None:
    here, there = pty.openpty()
    command = [sys.executable, "-m", "firsthand", "read", str(folder / "a.txt")]
    subprocess.run(command, stdout=there, stderr=subprocess.PIPE, check=True)
    os.close(there)
    assert b": 1 attribution\r\n" in os.read(here, 1 << 16)
    os.close(here)


def test_the_forms_and_readers_are_those_of_the_library() -> None:
    from firsthand import texts
    from firsthand.writing import FORMS as OFFERED

    assert tuple(OFFERED) == FORMS
    assert texts.READERS == READERS
