"""Candidates side by side, and what was ruled, as a reader meets it."""

from __future__ import annotations

from dataclasses import replace

from firsthand.dossier.identities import disputed_writers, identity_sheets
from firsthand.dossier.index import index
from firsthand.dossier.pieces import Shape
from firsthand.dossier.rulings import ruling_notes
from firsthand.model import (
    Anchor,
    Being,
    Candidate,
    Column,
    Identity,
    Indication,
    Judgement,
    Matter,
    Place,
    RecordKind,
    Ruling,
    Source,
    Trace,
    Way,
)
from tests.builders import record, span

REPORT = record("The logbook is by Ada Quist.")
BOOK = record("One line.", kind=RecordKind.PRIMARY, name="book.txt", title="Logbook")
SAID = Indication(
    Column.NAMES, Way.FOR, "Harbour Gazette says so.", (Place(REPORT.id, (span(REPORT.text, "Ada"),)),)
)
BORN = Indication(Column.FACTS, Way.AGAINST, "Born: two.", (Place("gone", ()),))
SOURCES = (
    Source("a", "Ada Quist", Being.PERSON, ("Ada Quist", "Quist")),
    Source("b", "Ida Brandt", Being.PERSON, ("Ida Brandt",)),
)
ASKED = Identity(
    "w", "the writer of “Logbook”",
    (Candidate("a", "Ada Quist", (BORN, SAID)), Candidate("b", "Ida Brandt", (SAID,))), record=BOOK.id,
)  # fmt: skip
TRACE = Trace(sources=SOURCES, identities=(ASKED,))


def ruled(number: int, judgement: Judgement = Judgement.SAME, undoes: int = 0) -> Ruling:
    on = (Anchor("the writer", BOOK.id), Anchor("Ada Quist"))
    return Ruling(number, Matter.NAMES, judgement, on, "Bo Ek", f"2025-02-0{number}", "her hand", undoes)


def test_candidates_stand_side_by_side_with_names_and_facts_apart() -> None:
    (sheet,) = identity_sheets(index([REPORT, BOOK], [], TRACE), TRACE, [], [])
    assert (sheet.anchor, sheet.question, sheet.to) == ("W1", "Who is the writer of “Logbook”?", "M1")
    assert (sheet.state, sheet.shape) == ("open: nobody has ruled", Shape.WARN)
    first, second = sheet.candidates
    assert first.spellings == ("Ada Quist", "Quist") and first.to == "P1"
    assert [(n.word, n.to) for n in first.names] == [("for", ("R1",))]
    assert [(n.word, n.shape, n.to) for n in first.facts] == [("against", Shape.BAD, ())]
    assert second.facts == ()
    assert disputed_writers([sheet], TRACE) == [sheet]


def test_a_ruling_on_the_writer_ends_the_question_until_it_is_undone() -> None:
    sources = (replace(SOURCES[0], rulings=(1,)), SOURCES[1])
    trace = replace(TRACE, sources=sources)
    case = index([REPORT, BOOK], [], trace)
    (sheet,) = identity_sheets(case, trace, [ruled(1)], ruling_notes(case, [ruled(1)]))
    assert sheet.state == "ruled: Ada Quist" and disputed_writers([sheet], trace) == []
    (note,) = sheet.candidates[0].rulings
    assert (note.anchor, note.by, note.because, note.holds) == ("J1", "Bo Ek", "her hand", True)
    made = [ruled(1), ruled(2, undoes=1)]
    (sheet,) = identity_sheets(case, trace, made, ruling_notes(case, made))
    assert sheet.shape is Shape.WARN


def test_what_was_ruled_is_told_with_who_when_and_why() -> None:
    case = index([REPORT, BOOK], [], TRACE)
    made = [ruled(1), ruled(2, Judgement.UNDECIDED), ruled(3, undoes=2)]
    first, second = ruling_notes(case, made)
    assert first.what == "“the writer” in M1 and “Ada Quist” are the same"
    assert (first.holds, first.undone) == (False, "decided anew later by the same person")
    assert second.what == "whether “the writer” in M1 and “Ada Quist” are the same is left open"
    assert second.undone.startswith("undone by Bo Ek, 3 Feb")


def test_two_of_one_name_and_one_of_two_are_asked_in_other_words() -> None:
    alone = replace(ASKED, id="o", whom="Ada Quist", record="", source="a", candidates=ASKED.candidates[:1])
    other = replace(alone, id="p", candidates=ASKED.candidates[1:])
    trace = replace(TRACE, identities=(alone, other))
    one, two = identity_sheets(index([REPORT, BOOK], [], trace), trace, [], [])
    assert one.question == "Is Ada Quist one person, or two of one name?"
    assert one.how.startswith('firsthand rule CASE different "Ada Quist@R1" "Ada Quist@R2" --by')
    assert two.question == "Is Ada Quist somebody else, too?"
    assert two.how.startswith('firsthand rule CASE same "Ada Quist" "Ida Brandt" --by')
