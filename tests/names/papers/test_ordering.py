"""Dates on a paper, and the order in which they can have come."""

from __future__ import annotations

import pytest

from firsthand.model import PaperFindingKind
from firsthand.names.papers import examine
from tests.names.papers.made import facts, notes, paper

DATES = PaperFindingKind.DATES


def test_dates_that_come_in_their_order_are_no_finding() -> None:
    text = "Born: 4 May 1997\nIssued on: 2 June 2021\nValid until: 2 June 2031"
    assert facts(paper(text=text)) == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "Born: 4 May 1997\nIssued on: 3 May 1997",
            "On the paper of 1997 the day of issue, 3 May 1997, is before the day of birth, 4 May 1997.",
        ),
        (
            "Issued on: 2 June 2021\nValid until: 2021-06-01",
            "On the paper of 2021 the end of validity, 2021-06-01, is before the day of issue, 2 June 2021.",
        ),
        (
            "Born: 4 May 1897\nIssued on: 2 June 2021",
            "By the paper of 2021 its holder was 124 years old on the day of issue.",
        ),
        (
            "발급일: 주체100(2010)년 2월 14일",
            "On the paper of 2010 the day of issue has the year 100 of the Juche era, "
            "which is 2011, beside 2010.",
        ),
    ],
)
def test_an_order_that_cannot_be(text: str, note: str) -> None:
    assert notes(DATES, paper(text=text)) == [note]


def test_a_year_alone_contradicts_no_day_in_it() -> None:
    assert notes(DATES, paper(text="Born: 1997\nIssued on: 3 May 1997")) == []


def test_a_day_that_no_calendar_has_and_one_in_two_ways() -> None:
    card = paper("card", text="Born: 31.02.1990\nIssued on: 03/04/2011")
    assert notes(PaperFindingKind.NO_SUCH_DAY, card) == [
        "On the paper of 2011 the day of birth is 31.02.1990; no calendar has that day."
    ]
    assert notes(PaperFindingKind.DAY_OR_MONTH, card) == [
        "On the paper of 2011 the day of issue, 03/04/2011, may be 4 March 2011 or 3 April 2011."
    ]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Born: 4 May 1997\nIssued on: 2 June 2021", "24 years"),
        ("Born: 1997\nIssued on: 2 June 2021", "23 or 24 years"),
        ("Born: 14 ЛЮТ/FEB 88\nIssued on: 2 June 2021", "33 years"),
        ("Born: 4 May 1997", ""),
        ("Born: 4 May 1997\nIssued on: 3 May 1997", ""),
    ],
)
def test_how_old_the_holder_was(text: str, age: str) -> None:
    assert examine([paper(text=text)]).papers[0].age_at_issue == age


def test_a_finding_leads_to_both_lines() -> None:
    (found,) = facts(paper(text="Born: 4 May 1997\nIssued on: 3 May 1997"))
    assert [place.lines for place in found.places] == [(1,), (2,)]
