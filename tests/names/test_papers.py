"""Identity papers that differ, told in plain words and judged by nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Record, RecordKind
from firsthand.names import disagreements
from firsthand.names.papers import facts
from tests.builders import record


def paper(name: str, of: str = "notebook", **fields: str) -> Record:
    return record(
        "", name=name, kind=RecordKind.PAPER, title=name, of=of, outlet="", published="", extra=fields
    )


OLD = paper("pass", name_as_printed="Oda Lind", born="4 May 1997", issued_on="2 June 2021", number="A 1")


def test_two_papers_of_one_person_that_differ_in_a_field() -> None:
    new = paper("card", name_as_printed="Oda Lind", born="4 May 1999", issued_on="9 July 2023", number="B 7")
    (found,) = disagreements([OLD, new])
    assert (found.subject, found.field) == ("Oda Lind", "born")
    assert found.values == ((OLD.id, "4 May 1997"), (new.id, "4 May 1999"))
    assert found.note == "Born: the paper of 2021 says 4 May 1997; the paper of 2023 says 4 May 1999."


def test_papers_of_two_people_are_not_compared() -> None:
    assert disagreements([OLD, paper("card", of="", born="4 May 1999", number="B 7")]) == ()


def test_papers_of_one_number_are_of_one_person_and_differ_in_issue_too() -> None:
    new = paper("card", of="", born="4 May 1997", issued_on="9 July 2023", number="a1")
    assert [d.field for d in disagreements([OLD, new])] == ["issued on"]


@pytest.mark.parametrize("same", ["1997-05-04", "May 4, 1997", "04.05.1997", "4 MAY 1997", "4th May 1997"])
def test_one_date_written_otherwise_is_no_disagreement(same: str) -> None:
    assert disagreements([OLD, paper("card", born=same)]) == ()


def test_a_field_that_one_paper_lacks_is_no_disagreement() -> None:
    assert disagreements([OLD, paper("card", place_of_birth="Sandle")]) == ()


def test_a_name_printed_one_way_and_signed_another() -> None:
    (found,) = disagreements([paper("card", name_as_printed="Oda Lind", name_as_signed="Ida Lund")])
    assert found.field == "name as printed / name as signed"
    assert [value for _, value in found.values] == ["Oda Lind", "Ida Lund"]


def test_a_name_printed_in_one_script_and_signed_in_another_is_not_compared() -> None:
    assert disagreements([paper("card", name_as_printed="Oda Lind", name_as_signed="오다")]) == ()


def test_the_facts_stand_in_the_header_or_in_the_lines() -> None:
    text = "Identity card\nDate of birth: 4 May 1997\nSeen at 10:30 by a clerk.\n"
    card = record(text, kind=RecordKind.PAPER, extra={"Number": "B 7", "note": "a copy"})
    assert facts(card) == {"number": "B 7", "born": "4 May 1997"}


def test_three_papers_make_one_disagreement_a_field() -> None:
    rest = [paper(n, born=b, number=n) for n, b in (("x", "4 May 1998"), ("y", "4 May 1999"))]
    (found,) = disagreements([OLD, *rest])
    assert len(found.values) == 3


def test_no_note_calls_a_paper_anything_but_a_paper() -> None:
    found = disagreements([OLD, paper("card", born="1 May 1990", name_as_signed="Ida Lund")])
    assert found
    assert not any(word in d.note for d in found for word in ("fake", "false", "forged", "falsified"))


@given(st.text())
def test_any_text_is_a_paper(text: str) -> None:
    assert all(value.strip() for value in facts(record(text, kind=RecordKind.PAPER)).values())
