from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tracing import clock
from tests.builders import record

MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda d: d.replace(tzinfo=UTC)
)


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13", "2024-02-30", "20240"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert clock.stretch(text) is None


@pytest.mark.parametrize(
    "text", ["2024", "2024-02", "2024-02-29", "2024-02-29T10:00", "2024-02-29T10:00:00+09:00"]
)
def test_every_precision_holds_its_own_moment(text: str) -> None:
    found = clock.stretch(text)
    assert found is not None
    assert found[0] <= found[1]
    assert found[0].year in (2023, 2024)


def test_zones_are_compared_as_moments() -> None:
    early = record(published="2024-05-01T09:00:00+09:00")
    late = record(published="2024-05-01T02:00:00+00:00")
    assert clock.certainly_later(late, early)
    assert not clock.certainly_later(early, late)


def test_a_day_and_an_hour_of_it_have_no_order() -> None:
    day, hour = record(published="2024-05-01"), record(published="2024-05-01T12:00:00+00:00")
    assert not clock.certainly_later(day, hour)
    assert not clock.certainly_later(hour, day)


def test_an_undated_record_is_never_certainly_later_and_ranks_last() -> None:
    dated, undated = record(published="2024-05-01"), record(published="")
    assert not clock.certainly_later(undated, dated)
    assert clock.days_between(dated, undated) is None
    assert sorted([undated, dated], key=clock.rank) == [dated, undated]


@given(MOMENTS, st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=400)))
def test_order_and_distance_agree(moment: datetime, gap: timedelta) -> None:
    a, b = record(published=moment.isoformat()), record(published=(moment + gap).isoformat())
    assert clock.certainly_later(b, a)
    days = clock.days_between(a, b)
    assert days is not None
    assert abs(days - gap.total_seconds() / 86400) < 1e-6


def test_days_as_printed_decide_where_one_has_no_hour() -> None:
    day, next_day = record(published="2025-03-18"), record(published="2025-03-19")
    hour = record(published="2025-03-18T23:00:00+00:00")
    assert clock.certainly_later(next_day, day) and not clock.certainly_later(day, next_day)
    assert clock.certainly_later(next_day, hour)
    assert not clock.certainly_later(hour, day) and not clock.certainly_later(day, hour)
