"""``firsthand users``: the file of those who may log in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from firsthand.workbench.users import fits, read
from tests.cli.conftest import Run

PASSWORD = "words that nobody guesses"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Standard input, a pipe with a password."""
    given = io.StringIO(f"{PASSWORD}\n")
    monkeypatch.setattr("sys.stdin", given)
    return given


def test_somebody_is_added_changed_and_taken_out(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    file = tmp_path / "desk.users"
    assert run("users", file, "add", "Ann Lee", "--role", "owner").out == "Ann Lee can log in as owner.\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert fits(read(file)["ann lee"], PASSWORD)
    assert run("users", file, "role", "ann lee", "reader").code == 0
    assert run("users", file, "list").out.split() == ["reader", "Ann", "Lee"]
    assert '"role": "reader"' in run("users", file, "list", "--json").out
    assert run("users", file, "remove", "Ann Lee").code == 0
    assert not read(file)


def test_a_password_is_changed(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    file = tmp_path / "desk.users"
    run("users", file, "add", "Ann Lee", "--role", "owner")
    typed.seek(0)
    typed.write("other words that nobody guesses\n")
    typed.seek(0)
    assert run("users", file, "password", "Ann Lee").code == 0
    assert not fits(read(file)["ann lee"], PASSWORD)


def test_what_makes_no_sense_is_refused_and_changes_nothing(
    run: Run, tmp_path: Path, typed: io.StringIO
) -> None:
    file = tmp_path / "desk.users"
    assert run("users", file, "list").code == 2
    run("users", file, "add", "Ann Lee", "--role", "owner")
    before = file.read_bytes()
    for arguments in (
        ("add", "ANN LEE", "--role", "reader"),  # is in it
        ("add", "Bo Ek", "--role", "reader"),  # no password is left in the pipe
        ("add", "\u202e", "--role", "reader"),
        ("add", "Bo Ek"),
        ("role", "Bo Ek", "reader"),
        ("role", "Ann Lee", "king"),
        ("remove", "Bo Ek"),
        ("password", "Ann Lee"),
    ):
        assert run("users", file, *arguments).code == 2, arguments
        assert file.read_bytes() == before


def test_it_is_told_where_others_may_read_the_file(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    file = tmp_path / "desk.users"
    run("users", file, "add", "Ann Lee", "--role", "owner")
    assert run("users", file, "list").err == ""
    file.chmod(0o644)
    assert "chmod 600" in run("users", file, "list").err
