"""Identity papers as a reader of the dossier sees them."""

from __future__ import annotations

from dataclasses import replace

from firsthand.dossier import Dossier
from firsthand.dossier.exports.html import html
from firsthand.model import (
    Line,
    Paper,
    PaperField,
    PaperFinding,
    PaperFindingKind,
    Place,
    RecordKind,
    Region,
    Span,
    Trace,
)
from tests import builders
from tests.dossier import cases

TEXT = "Name: Oda Lind\nBorn: 31.02.1990"
NAME, BORN = Place("card", (Span(6, 14),), (1,)), Place("card", (Span(21, 31),), (2,))


def built(*findings: PaperFinding, **paper: object) -> Dossier:
    """A notebook and the card that was found with it, which has a picture."""
    book = builders.record("One line.", id="book", kind=RecordKind.PRIMARY, outlet="", published="",
                           lines=(Line(1, Span(0, 9)),))  # fmt: skip
    page = builders.record("", id="page", name="card.png", kind=RecordKind.PAGE, of="card", outlet="")
    region = Region("page", 10, 20, 200, 30)
    lines = (Line(1, Span(0, 14), region), Line(2, Span(15, 31), replace(region, y=60)))
    card = builders.record(TEXT, id="card", kind=RecordKind.PAPER, of="book", title="The card", lines=lines,
                           outlet="", published="", extra={"number": "B 7", "note": "a copy"})  # fmt: skip
    fields = (
        PaperField("number", "B 7", "number"),
        PaperField("name as printed", "Oda Lind", "Name", NAME),
        PaperField("born", "31.02.1990", "Born", BORN),
        PaperField("born", "900228", "machine readable zone", BORN, zone=True),
    )
    found = Paper("card", fields, (Region("page", 300, 20, 80, 100),), "24 years")
    trace = Trace(papers=(replace(found, **paper),), paper_findings=findings)  # type: ignore[arg-type]
    images = {"page": cases.picture(400, 200)}
    return cases.Case("Papers", [book, card, page], [], trace, images=images).build()


NO_DAY = PaperFinding(PaperFindingKind.NO_SUCH_DAY, ("card",), "No calendar has that day.", (BORN,))


def test_every_field_leads_to_its_line_on_the_paper_and_not_on_the_record_it_was_found_with() -> None:
    (sheet,) = built().papers
    assert sheet.paper is not None
    assert [(row.name, row.value, row.to) for row in sheet.paper.rows] == [
        ("number", "B 7", ""),
        ("name as printed", "Oda Lind", "I1-L1"),
        ("born", "31.02.1990", "I1-L2"),
        ("born", "900228", "I1-L2"),
    ]
    assert [line.anchor for line in sheet.lines] == ["I1-L1", "I1-L2"]
    assert sheet.paper.age_at_issue == "24 years"


def test_a_header_that_is_a_field_is_told_once() -> None:
    names = [fact.name for fact in built().papers[0].facts]
    assert "number" not in names and "note" in names


def test_the_place_of_a_photograph_is_told_and_the_face_not_cut_out() -> None:
    sheet = built().papers[0].paper
    assert sheet and sheet.photographs == ("card.png, 80 × 100 pixels at 300, 20",)


def test_a_fact_leads_to_its_line_and_shows_its_pixels() -> None:
    dossier = built(NO_DAY)
    sheet = dossier.papers[0].paper
    assert sheet is not None
    (fact,) = sheet.facts
    assert (fact.anchor, fact.note, fact.to) == ("F1", "No calendar has that day.", ("I1-L2",))
    assert fact.crops[0].marked == ((10, 60, 200, 30),)
    page = html(dossier).decode()
    assert 'id="F1"' in page and 'href="#I1-L2"' in page and 'id="I1-L2"' in page


def test_a_fact_without_a_place_leads_to_its_paper_and_one_of_a_paper_that_is_not_here_is_left_out() -> None:
    told = PaperFinding(PaperFindingKind.NUMBER, ("card",), "One number.")
    sheet = built(PaperFinding(PaperFindingKind.NUMBER, ("gone",), "x"), told).papers[0].paper
    assert sheet and [(fact.anchor, fact.to) for fact in sheet.facts] == [("F1", ("I1",))]


def test_facts_that_a_reader_has_to_know_of_stand_before_those_of_how_papers_are_made() -> None:
    letters = PaperFinding(PaperFindingKind.LETTERS, ("card",), "A letter.", (NAME,))
    groups = [(g.word, g.shape, [f.to for f in g.shown]) for g in built(letters, NO_DAY).findings]
    assert groups == [
        ("On the papers", "warn", [("F2",)]),
        ("Also on the papers", "plain", [("F1",)]),
    ]
