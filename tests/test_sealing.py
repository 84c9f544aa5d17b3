from __future__ import annotations

import socket
from pathlib import Path

import pytest

from firsthand import sealing, verify
from firsthand.case import Case
from firsthand.checking import check
from firsthand.errors import CaseDamaged, FirsthandError
from tests.casefile import cases
from tests.casefile.authority import Authority, serving


@pytest.fixture
def key(tmp_path: Path) -> Path:
    sealing.new_key(tmp_path / "my.pem")
    return tmp_path / "my.pem"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with cases.place(tmp_path / "c") as case:
        cases.record(case)
    return tmp_path / "c"


def test_a_sealed_case_says_who_signed_it_and_opens_no_connection(
    folder: Path, key: Path, monkeypatch
) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("a connection was opened"))
    with Case.open(folder) as case:
        last = case.custody()[-1]
        made = case.sign(key, "Ann Lee")
        case.sign(key)
    assert (made.number, made.hash, made.by) == (last.number, last.hash, "Ann Lee")
    found = check(folder)
    assert (found.altered, len(found.signatures)) == (0, 2)
    assert found.signatures[0].startswith("Ann Lee signed the log up to entry 3 on ")
    assert made.key in found.signatures[0]
    assert all(said.startswith("- ") for said in verify.check(folder))


def test_a_case_that_was_altered_is_not_signed(folder: Path, key: Path) -> None:
    path = next(p for p in (folder / "objects").rglob("*") if p.is_file())
    path.chmod(0o644)
    path.write_bytes(b"other")
    with Case.open(folder) as case, pytest.raises(CaseDamaged, match="was not signed"):
        case.sign(key)
    with Case.open(folder) as case:
        assert case.signatures() == ()


def test_a_timestamp_is_stored_and_checked_with_the_root(folder: Path, key: Path, tmp_path: Path) -> None:
    authority, other = Authority(tmp_path / "here"), Authority(tmp_path / "other")
    with serving(authority.answer) as (address, came), Case.open(folder) as case:
        made = case.sign(key, "Ann Lee", address)
    assert (made.authority, len(came)) == (address, 1)
    assert [f"A timestamp of {address} says" in said for said in check(folder).signatures] == [False, True]
    assert check(folder, [authority.root]).altered == 0
    found = check(folder, [other.root])
    assert (found.altered, len(found.signatures)) == (1, 1)
    assert any("a timestamp is with it" in said for said in verify.check(folder))


def test_without_an_answer_nothing_is_signed(folder: Path, key: Path) -> None:
    with Case.open(folder) as case, serving(lambda _: b"no") as (address, _):
        with pytest.raises(FirsthandError, match="cannot be read"):
            case.sign(key, "", address)
        assert case.signatures() == ()
