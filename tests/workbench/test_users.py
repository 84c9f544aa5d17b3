"""The file of users: nobody else reads it, it is written whole or not at all, and what is none is refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Refused
from firsthand.workbench.roles import Role
from firsthand.workbench.users import User, Users, fits, hashed, key, named, open_to_others, read, write
from tests.workbench.visiting import PASSWORD, QUICK, file_of_users

ANN = User("Ann Lee", Role.OWNER, hashed(PASSWORD, QUICK))


def test_what_is_written_is_read_again_and_only_its_owner_can(tmp_path: Path) -> None:
    file = tmp_path / "desk.users"
    write(file, [ANN])
    assert list(read(file).values()) == [ANN]
    assert file.stat().st_mode & 0o777 == 0o600 and not open_to_others(file)
    assert PASSWORD not in file.read_text("utf-8")
    file.chmod(0o640)
    assert open_to_others(file)


def test_while_it_is_written_nobody_else_writes_it(tmp_path: Path) -> None:
    file = file_of_users(tmp_path / "desk.users")
    before = file.read_bytes()
    (tmp_path / "desk.users.new").touch()
    with pytest.raises(Refused, match="being written"):
        write(file, [])
    assert file.read_bytes() == before


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "desk.users", tmp_path / "link.users"
    file_of_users(file)
    link.symlink_to(file)
    write(link, [ANN])
    assert link.is_symlink() and list(read(file)) == [key("Ann Lee")]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b'{"format":1}', b'{"format":2,"users":[]}', b'{"format":1,"users":[{"name":"a"}]}',
     b'{"format":1,"users":[{"name":"a","role":"king","password":""}]}'],
)  # fmt: skip
def test_what_is_no_file_of_users_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "desk.users"
    file.write_bytes(content)
    with pytest.raises(Refused, match=r"desk\.users"):
        Users(file)


def test_a_file_that_is_not_there_is_refused_with_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="firsthand users"):
        Users(tmp_path / "desk.users")


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x00b", "a\u202eb", "x" * 81, "\ud800"])
def test_a_name_that_cannot_be_seen_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        named(name)


@pytest.mark.parametrize("password", ["", "short", "x" * 11, "x" * 1001])
def test_a_password_that_is_too_short_or_long_is_refused(password: str) -> None:
    with pytest.raises(Refused, match="12 to 1000"):
        hashed(password, QUICK)


@settings(max_examples=25)
@given(st.text(min_size=12, max_size=30), st.text(min_size=12, max_size=30))
def test_a_password_fits_itself_alone(one: str, other: str) -> None:
    user = User("a", Role.READER, hashed(one, QUICK))
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert fits(user, one) and fits(user, other) is same


def test_a_password_is_the_same_on_a_keyboard_that_puts_letters_together() -> None:
    user = User("a", Role.READER, hashed("café café café", QUICK))
    assert fits(user, unicodedata.normalize("NFD", "café café café"))


@pytest.mark.parametrize("broken", ["", "plain text", "$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$" + "x" * 99])
def test_nothing_fits_a_hash_that_is_none(broken: str) -> None:
    assert not fits(User("a", Role.READER, broken), PASSWORD)


def test_the_file_is_read_again_when_it_is_another(tmp_path: Path) -> None:
    file = file_of_users(tmp_path / "desk.users")
    users = Users(file)
    assert users.find("ona OWNER") and len(users) == 3
    write(file, [ANN])
    assert users.find("Ona Owner") is None and users.find("ann lee") == ANN
    file.unlink()
    with pytest.raises(Refused):
        users.find("Ann Lee")
