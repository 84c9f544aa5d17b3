"""What people ruled, in one list and where that stands which it is on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand import Case
from firsthand.dossier import Dossier
from firsthand.dossier.exports.html import html
from firsthand.dossier.pieces import Ruled, Shape
from firsthand.dossier.sheets import ReadingRow
from firsthand.model import Correction
from tests.ruling.cases import SO, weir


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("ruled")
    with Case.create(folder / "weir.case") as case:
        case.add(weir(folder))
        case.trace()
        case.rule("different", "R1-a2", "R2-a2", **SO)
        case.rule("from", "R3", "R2", **SO)
        case.rule("not from", "R2", "R1", **SO)
        case.rule("correct", "R1-a3", told=Correction(source="Bo Ek"), **SO)
        case.rule("contradicts", "R1-a3", "L2", **SO)
        case.rule("B", "Coast Mail", scope="the harbour", **SO)
        case.rule("2", "S1", **SO)
        case.rule("split", "R3-a2", told=[Correction("The gate had been open"), Correction("Monday")], **SO)
        case.rule("reject", "R3-a2", by="Bo Ek", because="no mayor said so")
        case.rule("same", "Bo Ek", "Ada Quist", **SO)
        case.trace()
        case.rule("accept", "R1-a1", by="Ida Fox")
        case.undo(10, by="Ida Fox")
        return case.dossier()


def rows(dossier: Dossier) -> dict[str, ReadingRow]:
    return {r.anchor: r for s in dossier.statements for f in s.families for r in f.rows}


def words(found: tuple[Ruled, ...]) -> list[str]:
    return [each.word for each in found]


def test_every_ruled_thing_shows_its_ruling_where_it_stands(made: Dossier) -> None:
    by = rows(made)
    assert words(by["R1-a3"].rulings) == ["corrected", "the record contradicts it"]
    assert by["R1-a3"].bearing is not None and by["R1-a3"].bearing.ruled
    assert words(by["R1-a2"].rulings) == ["ruled different"]
    statements = {s.anchor: s for s in made.statements}
    assert words(statements["S1"].rulings) == ["grade 2, probably true"]
    (told,) = [t for t in made.picture.tellings if t.rulings]
    assert told.parent == "Harbour Gazette" and words(told.rulings) == ["taken from Harbour Gazette"]
    reports = {r.anchor: r for r in made.reports}
    assert words(reports["R2"].rulings) == ["not taken from Coast Mail"]
    grade = "grade B, usually reliable (the harbour)"
    assert words(reports["R1"].rulings) == [grade]
    assert [words(s.rulings) for s in made.sources if s.name == "Coast Mail"] == [[grade]]
    tag = next(t for t in reports["R1"].tags if t.anchor == "R1-a3")
    assert tag.label.endswith("corrected, the record contradicts it")


def test_who_decided_when_and_why_is_said_beside_it(made: Dossier) -> None:
    (found,) = rows(made)["R1-a2"].rulings
    assert found.to == "J1" and found.shape is Shape.GOOD
    assert found.note.startswith("Una Vale, ") and found.note.endswith(": I rang them")


def test_a_page_does_not_say_that_nobody_ruled_where_somebody_did(made: Dossier) -> None:
    assert made.rulings and b"nobody has ruled on any of them" not in html(made)
    assert b"nobody has ruled on any of them" in html(replace(made, rulings=()))


def test_people_who_differ_stand_side_by_side(made: Dossier) -> None:
    split, rejected = rows(made)["R3-a2"].rulings
    assert (split.shape, rejected.shape) == (Shape.WARN, Shape.WARN)
    assert "Bo Ek differs (ruling 9): nothing is decided" in split.note
    notes = {each.anchor: each for each in made.rulings}
    assert notes["J8"].differs == ("J9",) and notes["J9"].differs == ("J8",)
    assert any(told.startswith("People differ: ") for told in made.contradictions)


def test_what_was_ruled_after_the_trace_is_said_to_be(made: Dossier) -> None:
    notes = {each.anchor: each for each in made.rulings}
    assert notes["J11"].later and not notes["J1"].later
    (accepted,) = rows(made)["R1-a1"].rulings
    assert accepted.note.endswith("not traced since") and accepted.shape is Shape.PLAIN


def test_a_note_leads_to_what_it_is_on(made: Dossier) -> None:
    notes = {each.anchor: each for each in made.rulings}
    assert notes["J4"].to == ("R1-a3",) and notes["J7"].to == ("S1",) and notes["J2"].to == ("R3", "R2")
    assert notes["J10"].undone.startswith("undone by Ida Fox") and not notes["J10"].holds


def test_what_lost_its_place_is_told_and_holds_no_longer(tmp_path: Path) -> None:
    with Case.create(tmp_path / "weir.case") as case:
        case.add(weir(tmp_path))
        case.trace()
        case.rule("different", "R2-a2", "R1-a2", **SO)
        case.rule("missed", "R2", told=Correction("The council did nothing", source="Cy Dov"), **SO)
        case.trace()
        first, second = case.dossier().rulings
        assert "something else" in first.lost and not first.holds and second.holds


def test_a_public_edition_has_none_of_the_words_that_are_withheld(tmp_path: Path) -> None:
    folder = weir(tmp_path)
    secret = '[[withhold]]\nwhat = "person"\nwords = ["Ann Lee"]\n'
    (folder / "case.toml").write_text(secret, "utf-8")
    with Case.create(tmp_path / "weir.case") as case:
        case.add(folder)
        case.trace()
        told = Correction(source="", name="the sister of Ann Lee")
        case.rule("correct", "R1-a3", told=told, by="Una Vale", because="Ann Lee told me herself")
        case.rule("B", "Ann Lee", by="Una Vale", because="she was there", scope="what Ann Lee saw")
        case.trace()
        whole, public = (case.export("json", public=each).decode() for each in (False, True))
    assert "Ann Lee told me herself" in whole and "sister of Ann Lee" in whole
    ours = json.loads(public)
    assert "Ann Lee" not in json.dumps([ours["rulings"], ours["statements"], ours["sources"]])
    assert "told me herself" in public and len(ours["rulings"]) == 2
