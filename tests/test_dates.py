"""Dates as they are written."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.dates import impossible, iso, readings


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2024", "2024"),
        ("2024-11", "2024-11"),
        ("2024-11-19", "2024-11-19"),
        ("2024-11-14T16:20:00+02:00", "2024-11-14T16:20:00+02:00"),
        ("2024-11-14T16:20:00.123Z", "2024-11-14T16:20:00+00:00"),
        ("2024-11-14 16:20", "2024-11-14T16:20:00"),
        ("2024-11-14T16:20:00+0200", "2024-11-14T16:20:00+02:00"),
        ("14 November 2024", "2024-11-14"),
        ("Thursday, 14 Nov. 2024", "2024-11-14"),
        ("November 14, 2024", "2024-11-14"),
        ("Nov 14th 2024", "2024-11-14"),
        ("November 2024", "2024-11"),
        ("14.11.2024", "2024-11-14"),
        ("2024/11/14", "2024-11-14"),
        ("2024년 11월 14일", "2024-11-14"),
        ("14 листопада 2024 року", "2024-11-14"),
        ("14 ноября 2024 г.", "2024-11-14"),
        ("14 noiembrie 2024", "2024-11-14"),
        ("14. studenoga 2024.", "2024-11-14"),
        ("3. listopada 2023", "2023-10-03"),
        ("14 de mayo de 2024", "2024-05-14"),
        ("14/11/2024", "2024-11-14"),
        ("11/14/2024", "2024-11-14"),
        ("Thu, 14 Nov 2024 16:20:00 +0200", "2024-11-14T16:20:00+02:00"),
        ("Sun, 14 Nov 99 16:20:00 +0000", "1999-11-14T16:20:00+00:00"),
    ],
)
def test_what_is_known_is_kept_and_nothing_is_added(written: str, known: str) -> None:
    assert iso(written) == known


@pytest.mark.parametrize(
    "written",
    [
        "3-6 November",
        "03/04/2024",
        "2024-13-01",
        "30 February 2024",
        "yesterday",
        "16:20",
        "",
        "0000",
        "Thu, 01 Jan 0000 16:20:00 +0000",
        "12 Foo 2024",
    ],
)
def test_what_cannot_be_placed_in_time_is_not_guessed(written: str) -> None:
    assert iso(written) == ""


@given(st.datetimes(min_value=datetime(1000, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_a_moment_keeps_its_zone(moment: datetime, minutes: int) -> None:
    there = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert iso(there.isoformat()) == there.isoformat()


@given(st.text(max_size=40))
def test_any_text_gives_a_date_or_nothing(written: str) -> None:
    known = iso(written)
    assert known == "" or iso(known) == known


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("03/04/2024", ("2024-03-04", "2024-04-03")),
        (" 12/01/2024", ("2024-01-12", "2024-12-01")),
        ("04/04/2024", ()),
        ("13/04/2024", ()),
        ("14/15/2024", ()),
        ("3 April 2024", ()),
        ("", ()),
    ],
)
def test_a_date_of_two_minds_names_both_days(written: str, days: tuple[str, ...]) -> None:
    assert readings(written) == days


@pytest.mark.parametrize(
    "written",
    ["31.02.1990", "1990-02-31", "30 February 1990", "31 листопада 1990", "1990년 2월 30일", "31/31/1990"],
)
def test_a_day_that_no_calendar_has(written: str) -> None:
    assert iso(written) == ""
    assert impossible(written)


@pytest.mark.parametrize("written", ["28.02.1990", "03/04/2024", "1990", "30 pumps 1990", "", "Holmvik"])
def test_what_is_a_day_or_no_date_at_all_is_not_impossible(written: str) -> None:
    assert not impossible(written)
