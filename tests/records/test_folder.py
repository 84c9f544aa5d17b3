"""Walking folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Refused
from firsthand.model import Refusal
from firsthand.records.folder import Found, gather, printable


def names(*paths: Path) -> list[str]:
    return [found.name for found in gather(paths)]


def refusals(path: Path) -> list[Refusal]:
    return [found for found in gather([path]) if isinstance(found, Refusal)]


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a/b.txt", "a/z.txt", "b.txt", "c.txt"]


def test_a_single_file_has_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert names(tmp_path / "a.txt") == ["a.txt"]


def test_names_of_several_folders_begin_with_the_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("x")
    assert names(tmp_path / "one", tmp_path / "two") == ["one/a.txt", "two/a.txt"]


def test_hidden_files_and_cases_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "my.case").mkdir()
    (tmp_path / "my.case" / "case.db").write_text("x")
    (tmp_path / "my.case" / "report.txt").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    assert names(tmp_path) == ["a.txt"]


def test_a_link_back_to_its_own_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["in/a.txt"]


def test_only_the_manifest_of_the_folder_given_is_one(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("case.toml", "a/b/case.toml", "a.txt"):
        (tmp_path / name).write_text("")
    found = {each.name: each.is_manifest for each in gather([tmp_path]) if isinstance(each, Found)}
    assert found == {"case.toml": True, "a/b/case.toml": False, "a.txt": False}


def test_a_link_to_nothing_is_refused_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert [(each.name, each.what) for each in refusals(tmp_path)] == [
        ("b.txt", "points to a file that is not there")
    ]
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusals(tmp_path)[0].what == "is a named pipe, not a file with contents"


def test_a_folder_that_may_not_be_opened_is_refused_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text("x")
    scandir = os.scandir

    def denied(path: Path) -> object:  # permissions do not bind root, who may run this
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    refusal, found = gather([tmp_path])
    assert isinstance(refusal, Refusal)
    assert (refusal.name, refusal.what) == ("closed", "this folder may not be opened")
    assert refusal.do == "Change its permissions, then add it again"
    assert found.name == "open.txt"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert refusals(tmp_path)[0].what == "this file may not be read"


def test_a_path_that_is_not_there_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such file or folder"):
        gather([tmp_path, tmp_path / "nowhere"])


def test_names_that_no_text_can_hold_are_made_printable_and_stay_different(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.txt", b"line\nbreak.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("x")
    found = names(tmp_path)
    assert sorted(found) == ["\\xfe.txt", "\\xff.txt", "line\\nbreak.txt"]


def test_accents_stay_as_they_are_on_disk(tmp_path: Path) -> None:
    (tmp_path / "re\u0301sume.txt").write_text("x")
    assert names(tmp_path) == ["re\u0301sume.txt"]


@given(st.binary(min_size=1, max_size=20))
def test_any_name_can_be_stored_and_shown_in_one_line(raw: bytes) -> None:
    shown = printable(os.fsdecode(raw))
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown.splitlines()) <= 1


def test_of_a_folder_of_mails_the_mails_are_taken_and_what_programs_keep_beside_them_is_not(
    tmp_path: Path,
) -> None:
    for folder in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp", ".git"):
        (tmp_path / folder).mkdir(parents=True)
    kept = (".Sent/cur/2.b:2,S", "cur/1.a:2,S", "minutes.txt")
    for name in (*kept, "dovecot.index.log", "tmp/3", ".git/x", ".Sent/maildirsize"):
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == list(kept)


def test_a_name_cannot_turn_the_line_that_it_stands_in() -> None:
    assert printable("half \ud800 of it") == "half \\ud800 of it"
    assert printable("bill\u202etxt.exe") == "bill\\u202etxt.exe"
    assert printable("שער 가é\u200e.txt") == "שער 가é\u200e.txt"
