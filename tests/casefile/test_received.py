from __future__ import annotations

import io
from pathlib import Path

import pytest

from firsthand.casefile import CaseFile
from firsthand.model import Refusal
from tests.casefile import cases


@pytest.fixture
def case(tmp_path: Path, database: str):
    with cases.place(tmp_path / "bridge.case", database) as opened:
        yield opened


def test_what_is_received_comes_back_byte_for_byte(case: CaseFile) -> None:
    receipt = case.receive(io.BytesIO(b"\0\xff"), "odd.bin", at="2025-02-01T10:00:00+00:00")
    assert (receipt.size, receipt.name, receipt.known) == (2, "odd.bin", False)
    assert receipt.at == case.custody()[-1].at == "2025-02-01T10:00:00+00:00"
    assert case.object_bytes(receipt.object) == case.object_path(receipt.object).read_bytes() == b"\0\xff"


def test_a_file_is_received_from_its_path(case: CaseFile, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(cases.BYTES)
    assert case.receive(tmp_path / "a.txt", "a.txt").object == cases.receive(case)


def test_a_source_that_is_not_there_is_the_callers_to_report(case: CaseFile, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        case.receive(tmp_path / "no.txt", "no.txt")
    assert case.receipts() == ()


def test_the_same_bytes_are_stored_once_and_every_name_is_kept(case: CaseFile) -> None:
    for name in ("a.txt", "b.txt", "a.txt"):
        sha256 = cases.receive(case, name=name)
    cases.receive(case, b"other", "c.txt")
    assert [(r.name, r.known) for r in case.receipts(sha256)] == [
        ("a.txt", False),
        ("b.txt", True),
        ("a.txt", True),
    ]
    assert len(case.receipts()) == 4
    assert len([p for p in (case.folder / "objects").rglob("*") if p.is_file()]) == 2


def test_an_object_that_went_missing_is_put_back_when_it_comes_again(case: CaseFile) -> None:
    sha256 = cases.receive(case)
    case.object_path(sha256).unlink()
    assert cases.receive(case) == sha256
    assert case.object_bytes(sha256) == cases.BYTES
    assert case.verify() == ()


def test_an_object_waits_until_it_was_read_or_refused(case: CaseFile) -> None:
    cases.receive(case)
    cases.receive(case, name="copy.txt")
    cases.receive(case, b"", "empty.txt")
    assert [receipt.name for receipt in case.unread()] == ["report.txt", "empty.txt"]
    cases.record(case)
    assert [receipt.name for receipt in case.unread()] == ["empty.txt"]
    case.refuse(Refusal("empty.txt", cases.receive(case, b""), "", "the file is empty"))
    assert case.unread() == ()


def test_many_files_are_received_as_one_by_one(case: CaseFile, tmp_path: Path) -> None:
    given = [(b"first", "a.txt"), (b"second", "b.txt"), (b"first", "c.txt")]
    many = [(io.BytesIO(data), name) for data, name in given]
    assert case.receive_all(many) == tuple(cases.receive(case, data, name) for data, name in given)
    receipts = [(r.object, r.name, r.known) for r in case.receipts()]
    assert [known for *_, known in receipts] == [False, False, True, True, True, True]
    assert [each[:2] for each in receipts[:3]] == [each[:2] for each in receipts[3:]]
    assert case.verify() == ()


def test_of_many_files_of_which_one_is_not_there_none_is_kept(case: CaseFile, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        case.receive_all([(io.BytesIO(b"first"), "a.txt"), (tmp_path / "no.txt", "no.txt")])
    assert case.receipts() == () and case.verify() == ()
