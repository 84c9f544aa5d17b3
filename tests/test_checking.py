from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.casefile import CaseFile, signing
from firsthand.checking import check
from firsthand.errors import Refused
from tests.casefile import cases


def test_a_whole_case_has_its_head_and_its_signatures(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    with CaseFile.open(folder) as case:
        log, (signature,) = case.custody(), case.signatures()
    found = check(folder)
    assert (found.faults, found.altered, found.entries, found.head) == ((), 0, len(log), log[-1].hash)
    signed = f"Ann Lee signed the log up to entry {signature.number}"
    assert [said.split(" on ")[0] for said in found.signatures] == [signed]


def test_a_signature_that_does_not_hold_is_a_fault_and_no_sentence(tmp_path: Path, monkeypatch) -> None:
    with cases.place(tmp_path / "c") as case:
        monkeypatch.setattr(signing, "holds", lambda _: True)
        case.sign(replace(cases.signature(case), by="Somebody else"))
        monkeypatch.undo()
    found = check(tmp_path / "c")
    assert (found.altered, found.signatures) == (1, ())


def test_what_an_interrupted_run_leaves_is_not_altered(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    (folder / "case.db.sha256").unlink()
    found = check(folder)
    assert (len(found.faults), found.altered) == (1, 0)


def test_a_folder_that_is_no_case_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not a case"):
        check(tmp_path)
