"""Identity papers that differ, told in plain words and judged by nobody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from firsthand.model import Disagreement, Record
from firsthand.names.papers import examine
from tests.names.papers.made import paper


def disagreements(records: Sequence[Record]) -> tuple[Disagreement, ...]:
    return examine(records).disagreements


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


def test_three_papers_make_one_disagreement_a_field() -> None:
    rest = [paper(n, born=b, number=n) for n, b in (("x", "4 May 1998"), ("y", "4 May 1999"))]
    (found,) = disagreements([OLD, *rest])
    assert len(found.values) == 3


def test_no_note_calls_a_paper_anything_but_a_paper() -> None:
    found = disagreements([OLD, paper("card", born="1 May 1990", name_as_signed="Ida Lund")])
    assert found
    assert not any(word in d.note for d in found for word in ("fake", "false", "forged", "falsified"))


def test_a_name_that_is_signed_with_an_initial_is_no_disagreement() -> None:
    assert disagreements([paper("card", name_as_printed="Oda Lind", name_as_signed="O. Lind")]) == ()


def test_a_name_printed_in_parts_is_put_together() -> None:
    card = paper("card", surname="Lund", given_names="Ida", born="4 May 1997")
    (found,) = disagreements([OLD, card])
    assert found.values == ((OLD.id, "Oda Lind"), (card.id, "Lund Ida"))
