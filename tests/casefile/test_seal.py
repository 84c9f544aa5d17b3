from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from firsthand.casefile import seal
from firsthand.casefile.seal import SealState
from tests.casefile import cases


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.db").write_bytes(b"rows")
    seal.put(tmp_path)
    return tmp_path


def test_sha256sum_can_check_a_case_at_rest(tmp_path: Path) -> None:
    folder = cases.full(tmp_path / "c")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "case.db.sha256"], cwd=folder, check=True)


def test_a_seal_fits_until_the_database_or_the_seal_is_changed(folder: Path) -> None:
    assert seal.state(folder) is SealState.FITS
    (folder / "case.db").write_bytes(b"rowz")
    assert seal.state(folder) is SealState.BROKEN
    seal.put(folder)
    (folder / "case.db.sha256").write_bytes(b"\xff")
    assert seal.state(folder) is SealState.BROKEN


def test_a_lifted_seal_is_missing_not_broken(folder: Path) -> None:
    seal.lift(folder)
    seal.lift(folder)
    assert seal.state(folder) is SealState.MISSING


@pytest.mark.parametrize("companion", ["case.db-wal", "case.db-journal"])
def test_a_database_that_is_not_at_rest_is_not_sealed(folder: Path, companion: str) -> None:
    seal.lift(folder)
    (folder / companion).touch()
    seal.put(folder)
    assert seal.state(folder) is SealState.MISSING


def test_a_writer_that_begins_during_the_look_is_no_tampering(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begins(_: Path) -> str:
        seal.lift(folder)
        return "another hash"

    monkeypatch.setattr(seal, "seal_text", begins)
    assert seal.state(folder) is SealState.MISSING
