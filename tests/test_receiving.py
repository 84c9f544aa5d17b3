from __future__ import annotations

from pathlib import Path

import pytest

from firsthand import Case
from firsthand.receiving import Intake
from tests.records.ocr.pages import LINES, needs_tesseract, printed

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


WORDS = "The weir is safe, Ann Lee said.\n"
TOML = """[[record]]
file = "gazette/a.txt"
outlet = "Gazette"
published = 2025-02-01
[[record]]
file = "herald/a.txt"
outlet = "Herald"
published = 2025-02-02
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """The same words in the folders of two papers, and once more beside the first."""
    for name in ("gazette/a.txt", "gazette/a (1).txt", "herald/a.txt"):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_text(WORDS, "utf-8")
    return tmp_path / "all"


def test_the_same_bytes_in_the_folders_of_two_papers_are_two_reports(papers: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "c") as case:
        intake = case.add(papers)
        assert (intake.received, intake.records) == (2, 2)
        assert [name for name, _ in intake.again + intake.shared] == ["gazette/a.txt", "herald/a.txt"]
        assert "herald/a.txt holds the same bytes as gazette/a (1).txt and is a report" in intake.sentence()
        assert names(case) == ["gazette/a (1).txt", "herald/a.txt"]
        one, other = case.records()
        assert (one.object, one.text) == (other.object, other.text) and one.id != other.id
        before = case.custody()
        assert (case.add(papers).received, case.custody()) == (0, before)
        assert case.verify() == ()


def test_a_case_toml_gives_each_of_two_papers_its_outlet_and_date(papers: Path, tmp_path: Path) -> None:
    (papers / "case.toml").write_text(TOML, "utf-8")
    (papers / "gazette" / "a (1).txt").unlink()
    with Case.create(tmp_path / "c") as case:
        case.add(papers)
        told = [(r.outlet, r.published) for r in case.records()]
        assert told == [("Gazette", "2025-02-01"), ("Herald", "2025-02-02")]
        assert len({a.record for a in (case.trace(), case.attributions())[1]}) == 2
        (papers / "case.toml").write_text(TOML.replace("Herald", "Evening Herald"), "utf-8")
        case.add(papers)
        assert [r.outlet for r in case.records()] == ["Gazette", "Evening Herald"]


def test_a_case_toml_that_comes_later_tells_two_papers_apart(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_text(REPORT, "utf-8")
    with Case.create(tmp_path / "c") as case:
        case.add(folder)
        assert names(case) == ["a.txt"]
        (folder / "case.toml").write_text('[[record]]\nfile = "b.txt"\noutlet = "Herald"\n', "utf-8")
        assert case.add(folder).shared == (("b.txt", "a.txt"),)
        assert [r.outlet for r in case.records()] == ["Harbour Gazette", "Herald"]


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
    from firsthand import opening

    with Case.create(tmp_path / "c") as case, monkeypatch.context() as cut:
        cut.setattr(opening, "read_in", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            case.add(folder)
    with Case.open(tmp_path / "c") as case:
        assert case.records() == ()
        case.trace()
        assert names(case) == ["a.txt"]


def test_a_report_in_bytes_that_were_read_before_is_read_by_the_next_run_too(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firsthand import opening

    with Case.create(tmp_path / "c") as case:
        case.add(papers / "gazette")
        with monkeypatch.context() as cut:
            cut.setattr(opening, "read_in", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                case.add(papers)
        assert names(case) == ["a (1).txt"]
        case.trace()
        assert names(case) == ["a (1).txt", "herald/a.txt"]


def test_the_sentence_speaks_of_one_and_of_many() -> None:
    assert Intake(1, 1).sentence() == "1 new file received, 1 record read."
    assert Intake(2, 3).sentence() == "2 new files received, 3 records read."


def test_a_case_toml_that_comes_alone_does_not_miss_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The lock was shut.", "utf-8")
    with Case.create(tmp_path / "c") as case:
        case.add(tmp_path / "in")
        (tmp_path / "case.toml").write_text('[[record]]\nfile = "a.txt"\n[[record]]\nfile = "b.txt"\n')
        notes = case.add(tmp_path / "case.toml").notes
    assert len(notes) == 1 and "b.txt is listed, but" in notes[0]


def test_a_case_toml_that_is_as_it_was_before_the_last_one_holds_again(folder: Path, tmp_path: Path) -> None:
    described = '[[record]]\nfile = "a.txt"\n[record.handling]\nrelation = "dead"\n'
    with Case.create(tmp_path / "c") as case:
        for toml in (described, f'{described}publish = "yes"\n', described):
            (folder / "case.toml").write_text(toml)
            case.add(folder)
            (record,) = case.records()
            assert record.handling and record.handling.withheld is ("publish" not in toml)
        entries = len(case.custody())
        case.add(folder)
        assert len(case.custody()) == entries
        assert case.verify() == ()


@needs_tesseract
def test_pictures_that_are_here_are_read_by_machine_once_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(printed(*LINES))
    with Case.create(tmp_path / "c") as case:
        assert "no word was read from it" in case.add(tmp_path / "p.png").sentence()
        again = case.add(tmp_path / "p.png", ocr="eng")
        assert (again.received, again.records) == (0, 1)
        assert "no word" not in again.sentence()
        assert case.add(tmp_path / "p.png", ocr="eng").records == 0
        page, read = sorted(case.records(), key=lambda record: record.manner)
        assert (read.of, read.manner) == (page.id, "machine")
        assert LINES[0].split()[0] in read.text
