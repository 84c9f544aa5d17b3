"""Days as papers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.papers.dating import day, era, no_such_day, years, zone_days


@pytest.mark.parametrize(
    "written",
    [
        "14 February 1988", "14.02.1988", "14 02 1988", "14-02-1988", "1988-02-14", "14 ЛЮТ/FEB 1988",
        "14 FEB 1988", "14 лютого 1988 р.", "14 февраля 1988 г.", "14 februarie 1988", "1988년 2월 14일",
        "주체77(1988)년 2월 14일", "Juche 77 (1988).2.14",
    ],
)  # fmt: skip
def test_one_day_in_many_ways(written: str) -> None:
    found = day(written)
    assert found and found.days == (date(1988, 2, 14),)
    assert not found.rivals


def test_a_year_is_all_its_days() -> None:
    found = day("1988")
    assert found and (found.first, found.last) == (date(1988, 1, 1), date(1988, 12, 31))
    month = day("December 1988")
    assert month and (month.first, month.last) == (date(1988, 12, 1), date(1988, 12, 31))


def test_day_and_month_in_either_order() -> None:
    found = day("03/04/1988")
    assert found and found.rivals
    assert found.days == (date(1988, 3, 4), date(1988, 4, 3))


def test_a_year_without_its_century_may_be_of_two() -> None:
    found = day("14 ЛЮТ/FEB 88")
    assert found and found.days == (date(1988, 2, 14), date(2088, 2, 14))


@pytest.mark.parametrize("written", ["31.02.1990", "30 лютого 1990", "31 04 1990", "주체79(1990)년 2월 30일"])
def test_a_day_that_no_calendar_has(written: str) -> None:
    assert day(written) is None
    assert no_such_day(written)


@pytest.mark.parametrize("written", ["", "unknown", "14.02.1988", "29.02.2000", "29 FEB 00", "K 12"])
def test_what_has_a_day_or_is_no_date(written: str) -> None:
    assert not no_such_day(written)


def test_years_of_two_eras_that_part() -> None:
    assert era("주체77(1989)년 2월 14일") == (77, 1989)
    assert era("주체77(1988)년 2월 14일") is None
    assert era("1989") is None


def test_six_figures_are_a_day_of_two_centuries() -> None:
    assert zone_days("880214") == ("1988-02-14", "2088-02-14")
    assert zone_days("000229") == ("2000-02-29",)
    assert zone_days("8802") == zone_days("88<<<<") == ()


@given(st.dates(), st.integers(0, 90))
def test_how_old_somebody_is(born: date, age: int) -> None:
    if born.year + age > 9999 or (born.month, born.day) == (2, 29):
        return
    assert years(born, born.replace(year=born.year + age)) == age


@given(st.text("0123456789./- годлютFEB주체()년月"))
def test_any_text_has_a_day_or_none(text: str) -> None:
    found = day(text)
    assert found is None or (found.first <= found.last and not no_such_day(text))


def test_two_figures_of_a_year_may_be_of_two_centuries() -> None:
    found = day("12.03.24")
    assert found and [each.isoformat() for each in found.days] == ["1924-03-12", "2024-03-12"]
    assert no_such_day("30.02.24") and not no_such_day("29.02.24")
