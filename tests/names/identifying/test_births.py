from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.identifying.births import aged, agree, births, differ

DAYS = st.dates(date(1900, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    "written",
    ["1999", "born 1999", "1999 р. н.", "1999 г.р.", "1999 года рождения", "1999년생", "у 1999", "в 1999"],
)
def test_a_year_is_a_year_in_every_language(written: str) -> None:
    ((first, last, _),) = births(written)
    assert (first, last) == (date(1999, 1, 1), date(1999, 12, 31))


@pytest.mark.parametrize(
    ("one", "other", "agrees", "differs"),
    [
        ("4 May 1997", "04.05.1997", True, False),
        ("4 May 1997", "1997년 5월 4일", True, False),
        ("4 May 1997", "5 May 1997", False, True),
        ("May 1997", "4 May 1997", True, False),
        ("June 1997", "4 May 1997", False, True),
        ("03/04/1988", "4 March 1988", True, False),  # March or April
        ("03/04/1988", "5 March 1988", False, True),
        ("31.02.1990", "1990", True, False),  # no such day; the year stands
        ("aged 24 on 2024-11-20", "2000", True, False),
        ("aged 24 on 2024-11-20", "1990", False, False),  # a report of something long past
        ("aged 24 on 2024-11-20", "2005", False, True),  # not yet 24
        ("spring", "1997", False, False),
    ],
)
def test_births_that_can_and_cannot_both_hold(one: str, other: str, agrees: bool, differs: bool) -> None:
    assert (agree(one, other), differ(one, other)) == (agrees, differs)
    assert (agree(other, one), differ(other, one)) == (agrees, differs)


@given(DAYS, DAYS)
def test_two_days_differ_or_agree_and_never_both(one: date, other: date) -> None:
    a, b = one.isoformat(), other.isoformat()
    assert agree(a, b) == (one == other) and differ(a, b) == (one != other)


@given(DAYS, st.integers(0, 99), st.integers(0, 36500))
def test_who_was_as_old_as_told_then_is_never_ruled_out(born: date, more: int, later: int) -> None:
    told = date.fromordinal(min(born.toordinal() + later, date(2099, 12, 31).toordinal()))
    years = told.year - born.year - ((told.month, told.day) < (born.month, born.day))
    assert agree(aged(str(years), told.isoformat()), born.isoformat())
    assert not differ(aged(str(max(0, years - more)), told.isoformat()), born.isoformat())


def test_without_the_day_of_the_report_an_age_tells_no_birth() -> None:
    assert aged("24", "2024") == "" and aged("24", "2024-11-20T10:00") == "aged 24 on 2024-11-20"
