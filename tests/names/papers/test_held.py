"""How sentences speak of papers."""

from __future__ import annotations

from firsthand.model import Record
from firsthand.names.papers.held import Held, capital, facts, labels
from firsthand.names.papers.reading import papers
from firsthand.names.spelling import key
from tests.names.papers.made import paper, passport


def held(record: Record) -> Held:
    return Held(record, papers([record])[0])


def test_a_paper_is_called_by_its_year_or_its_title() -> None:
    dated = held(paper("card", text="Issued on: 2 June 2021"))
    assert (dated.label, held(paper("card")).label) == ("the paper of 2021", "“card”")
    assert labels([dated, held(paper("pass", text="Issued on: 1 May 2021"))]) == ["“card”", "“pass”"]


def test_a_name_in_parts_and_in_two_scripts() -> None:
    one = held(paper(text="Прізвище/Surname\nТКАЧУК\nTKACHUK\nІм'я/Given names\nОЛЕНА\nOLENA"))
    assert one.printed == ("ТКАЧУК ОЛЕНА", "TKACHUK OLENA")
    assert one.said("name as printed") == one.holder == "ТКАЧУК ОЛЕНА"


def test_the_holder_of_a_paper_of_which_only_the_zone_is_read() -> None:
    assert held(paper(text=passport())).holder == "LIND ODA MARTA"
    assert held(paper()).holder == ""


def test_values_are_compared_by_letters_and_figures() -> None:
    assert key("K 12-34.") == key("k1234")
    assert capital("the paper") == "The paper"


def test_what_is_printed_by_its_name() -> None:
    card = paper(text=f"Surname: Lind\nBorn: 4 May 1997\nBorn: 1998\n{passport()}", number="B 7")
    assert facts(card) == {
        "number": "B 7", "surname": "Lind", "born": "4 May 1997", "name as printed": "Lind",
    }  # fmt: skip
