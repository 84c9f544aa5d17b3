from __future__ import annotations

import json
from pathlib import Path

import pytest

from firsthand import Case
from firsthand.engines import Local
from firsthand.errors import CaseBusy, NoRoom, Refused
from firsthand.model import Independence, Span
from tests.records.pdf.making import Column, pdf

HEAD = "---\noutlet: {outlet}\npublished: 2025-02-0{day}T10:00:00+00:00\n---\n"
FIRST = (
    '"The east pier was never inspected after the storm of March," harbour master Ann Lee told the Gazette.\n'
)
SECOND = (
    '"The east pier was never inspected after the storm," Ann Lee said, according to the Harbour Gazette.\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(HEAD.format(outlet="Harbour Gazette", day=1) + FIRST, "utf-8")
    (tmp_path / "in" / "b.txt").write_text(HEAD.format(outlet="Coast Mail", day=2) + SECOND, "utf-8")
    return tmp_path / "in"


@pytest.fixture
def case(folder: Path, tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "pier.case")
    made.add(folder)
    return made


def test_a_statement_of_two_reports_has_one_origin(case: Case) -> None:
    traced = case.trace()
    shared = [s for s in traced.statements if len(s.attributions) == 2]
    assert len(shared) == 1
    verdict = next(v for v in traced.verdicts if v.statement == shared[0].id)
    assert verdict.independence is Independence.SHARED


def test_a_case_in_which_nothing_changed_gives_the_stored_trace(case: Case) -> None:
    first = case.trace()
    entries = len(case.custody())
    assert case.trace() == first
    assert len(case.custody()) == entries


def test_how_the_work_is_spread_changes_nothing(folder: Path, tmp_path: Path) -> None:
    traces = []
    for processes in (1, 2):
        with Case.create(tmp_path / f"{processes}", engine=Local(processes)) as made:
            made.add(folder)
            traces.append(made.trace())
    assert traces[0] == traces[1]


def test_any_words_lead_back_to_the_bytes_received(case: Case) -> None:
    record = case.records()[0]
    start = record.text.index("harbour master")
    where = case.bytes_of(record.id, Span(start, start + len("harbour master")))
    assert where is not None
    assert case.original(record.object)[slice(*where)] == b"harbour master"


PAGE = (
    '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">'
    '<Page imageFilename="{0}.jpg">'
    "<TextRegion><TextLine><TextEquiv><Unicode>{1}</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"
)


def test_pages_in_files_of_their_own_are_one_record_and_lead_back_to_each(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, words in (
        ("p1", "The sluice stays shut."),
        ("p2", "Nobody asked us."),
        ("p3", "We came home."),
    ):
        (tmp_path / "in" / f"{name}.xml").write_text(PAGE.format(name, words), "utf-8")
    (tmp_path / "in" / "en.csv").write_text("line,translation\n1,Shut.\n2,Nobody.\n3,Home.\n", "utf-8")
    with Case.create(tmp_path / "whole.case") as made:
        told = made.add(tmp_path / "in" / "p1.xml", tmp_path / "in" / "p2.xml", tmp_path / "in" / "en.csv")
        assert "p1.xml to p2.xml are read as one record" in told.sentence()
        before = {each.id for each in made.records()}
        made.add(tmp_path / "in" / "p3.xml")
        translation, whole = sorted(made.records(), key=lambda each: len(each.joined))
        assert whole.id not in before
        assert translation.of == whole.id
        assert [line.number for line in whole.lines] == [1, 2, 3]
        for line, file in zip(whole.lines, whole.joined, strict=True):
            where = made.bytes_of(whole.id, line.span)
            assert where is not None
            assert made.original(file.object)[slice(*where)].decode() == whole.text[slice(*line.span)]
        assert made.bytes_of(whole.id, Span(0, len(whole.text))) is None
        made.trace()
        assert "Nobody asked us." in made.show("L2")


def test_a_translation_in_several_files_is_laid_beside_its_original_and_verified(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    lines = {
        "p1": "The sluice stays shut. Nobody asked us.",
        "e1": "The sluice stays shut.",
        "e2": "Nobody asked us.",
    }
    for name, words in lines.items():
        (tmp_path / "in" / f"{name}.xml").write_text(PAGE.format(name, words), "utf-8")
    entry = '[[record]]\nfiles = ["e1.xml", "e2.xml"{}]\nkind = "translation"\n'
    (tmp_path / "in" / "case.toml").write_text(entry.format(""), "utf-8")
    with Case.create(tmp_path / "whole.case") as made:
        made.add(tmp_path / "in")
        translation = next(each for each in made.records() if each.joined)
        assert [line.answers for line in translation.lines] == [(1,), (1,)]
        (tmp_path / "in" / "e3.xml").write_text(PAGE.format("e3", "We came home."), "utf-8")
        (tmp_path / "in" / "case.toml").write_text(entry.format(', "e3.xml"'), "utf-8")
        made.add(tmp_path / "in")
        translation = next(each for each in made.records() if each.joined)
        assert [line.answers for line in translation.lines][:2] == [(1,), (1,)]
        assert made.verify() == ()


def test_the_dossier_is_written_into_the_case(case: Case) -> None:
    case.trace()
    files = case.publish()
    assert files["html"].read_text("utf-8").startswith("<!doctype html>")
    assert json.loads(files["json"].read_bytes())["title"] == "pier"
    assert "exported" in {entry.action for entry in case.custody()}
    assert case.verify() == ()


def test_showing_something_that_is_not_there_says_what_is(case: Case) -> None:
    case.trace()
    with pytest.raises(Refused, match="S1"):
        case.show("S99")


def test_an_unknown_export_says_which_there_are(case: Case) -> None:
    with pytest.raises(Refused, match="html"):
        case.export("papyrus")


def test_an_export_that_cannot_be_written_leaves_what_was_there(case: Case, tmp_path: Path) -> None:
    case.trace()
    with pytest.raises(NoRoom):
        case.export("json", tmp_path / "no such folder" / "d.json")
    assert not (tmp_path / "no such folder").exists()


def test_two_writers_are_refused(case: Case) -> None:
    with pytest.raises(CaseBusy):
        Case.open(case.folder)


def test_at_makes_the_case_beside_the_current_folder_and_finds_it_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Case.at([folder]) as made:
        assert made.folder == Path("in.case")
    with Case.at([folder]) as again, pytest.raises(CaseBusy):
        Case.at(["in.case"])
    assert again.title == "in"


def test_at_refuses_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such file"):
        Case.at([tmp_path / "nothing"])
    assert list(tmp_path.iterdir()) == []


def test_the_title_comes_from_case_toml(folder: Path, tmp_path: Path) -> None:
    (folder / "case.toml").write_text('title = "The east pier"\n', "utf-8")
    with Case.at([folder], tmp_path / "c") as made:
        assert made.title == "The east pier"


def test_two_folders_of_one_name_do_not_run_together(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    other = tmp_path / "other" / "in"
    other.mkdir(parents=True)
    (other / "a.txt").write_text("The ferry was late, Borys Hale said.\n", "utf-8")
    with Case.at([folder]) as made:
        made.add(folder)
    with pytest.raises(Refused, match="holds other files"):
        Case.at([other])
    with Case.at([folder]):
        pass
    with Case.at([other], "in.case") as both:
        assert both.add(other).records == 1


def test_what_was_added_since_the_trace_is_said_first(case: Case, folder: Path) -> None:
    assert case.answer().startswith("This case has not been traced yet.")
    case.trace()
    assert "since this case was traced" not in case.answer()
    (folder / "c.txt").write_text("The mayor denied that the pier was unsafe.\n", "utf-8")
    case.add(folder)
    assert case.answer().startswith("Something was added, corrected or ruled since this case was traced")
    assert "since this case was traced" in case.show()


def test_what_a_report_changed_is_told_in_the_dossier_and_outlives_closing(case: Case, folder: Path) -> None:
    case.trace()
    assert case.changes() == () and case.changed() == ""
    (folder / "c.txt").write_text("Mayor Ida Voss said bridge tolls would double in June.\n", "utf-8")
    case.add(folder)
    case.trace()
    found, told = case.changes(), case.changed()
    assert "new statement" in {change.what for change in found}
    case.close()
    with Case.open(case.folder) as again:
        assert (again.changes(), again.changed()) == (found, told)
        assert told in again.dossier().notes
        assert told in json.loads(again.export("json"))["notes"]
        assert again.trace().changes == found


def test_a_dossier_altered_in_the_case_is_a_fault(case: Case) -> None:
    case.trace()
    file = case.publish()["html"]
    assert case.verify() == ()
    file.write_text(file.read_text("utf-8").replace("Ann Lee", "Ann Leigh"), "utf-8")
    assert [fault.where for fault in case.verify()] == ["dossier.html"]


def test_an_anchor_may_be_written_small(case: Case) -> None:
    case.trace()
    assert case.show("s1") == case.show("S1")


def test_a_line_of_a_pdf_is_shown_on_the_picture_of_its_page(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    pages = [[Column(["Nothing else."])], [Column(["We went down twice,", "and saw the cracks."])]]
    (folder / "notebook.pdf").write_bytes(pdf(pages))
    (folder / "case.toml").write_text('[[record]]\nfile = "notebook.pdf"\nkind = "primary"\n')
    (folder / "a.txt").write_text('Ann wrote: "We went down twice, and saw the cracks."\n')
    with Case.at([folder], tmp_path / "a.case", engine=Local(1)) as case:
        case.add(folder)
        case.trace()
        dossier = case.dossier()
    (image,) = dossier.images
    assert (image.name, image.width, image.height) == ("notebook.pdf, page 2", 1190, 1684)
    (crop,) = dossier.statements[0].crops
    assert crop.page == image.anchor == dossier.records[0].pages[0]
    assert [mark[1] for mark in crop.marked] == [144, 174]
