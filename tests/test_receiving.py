from __future__ import annotations

from pathlib import Path

import pytest

from firsthand import Case
from firsthand.receiving import Intake

REPORT = "---\noutlet: Harbour Gazette\npublished: 2025-02-01\n---\nThe bridge is safe, Ann Lee said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(REPORT, "utf-8")
    return tmp_path / "in"


def names(case: Case) -> list[str]:
    return [record.name for record in case.records()]


def test_files_become_records_and_bytes_are_kept(folder: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        intake = case.add(folder)
        assert (intake.received, intake.records, intake.refusals) == (1, 1, ())
        assert case.original(case.records()[0].object) == REPORT.encode()


def test_the_same_bytes_under_two_names_are_kept_once_and_both_names_are_told(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "b.txt").write_text(REPORT, "utf-8")
    with Case.create(tmp_path / "c") as case:
        intake = case.add(folder)
        assert intake.again == (("b.txt", "a.txt"),)
        assert "b.txt holds the same bytes as a.txt" in intake.sentence()
        assert names(case) == ["a.txt"]
        assert sum("b.txt" in entry.detail for entry in case.custody()) == 1


def test_adding_a_folder_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        before = case.custody()
        assert case.add(folder).received == 0
        assert case.custody() == before


def test_a_new_case_toml_corrects_what_was_read_before(folder: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        (folder / "case.toml").write_text('[[record]]\nfile = "a.txt"\noutlet = "The Gazette"\n', "utf-8")
        case.add(folder)
        assert [r.outlet for r in case.records()] == ["The Gazette"]


def test_a_broken_case_toml_is_said_and_stops_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "case.toml").write_text("[[record]\n", "utf-8")
    with Case.create(tmp_path / "c") as case:
        intake = case.add(folder)
        assert any("case.toml" in note for note in intake.notes)
        assert names(case) == ["a.txt"]


def test_what_cannot_be_read_is_kept_and_does_not_stop_the_rest(folder: Path, tmp_path: Path) -> None:
    (folder / "0-empty.txt").touch()
    (folder / "1-binary.txt").write_bytes(bytes(range(256)) * 40)
    with Case.create(tmp_path / "c") as case:
        intake = case.add(folder)
        assert {r.name for r in intake.refusals} == {"0-empty.txt", "1-binary.txt"}
        assert names(case) == ["a.txt"]
        assert case.original(next(r.object for r in intake.refusals if r.name == "1-binary.txt"))


def test_what_an_interrupted_run_received_is_read_by_the_next(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firsthand import receiving

    with Case.create(tmp_path / "c") as case, monkeypatch.context() as cut:
        cut.setattr(receiving, "_read_in", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            case.add(folder)
    with Case.open(tmp_path / "c") as case:
        assert case.records() == ()
        case.trace()
        assert names(case) == ["a.txt"]


def test_the_sentence_speaks_of_one_and_of_many() -> None:
    assert Intake(1, 1).sentence() == "1 new file received, 1 record read."
    assert Intake(2, 3).sentence() == "2 new files received, 3 records read."
