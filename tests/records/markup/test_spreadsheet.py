"""Dates of spreadsheets, which are numbers, and their columns, which are letters."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records.markup.elements import source
from firsthand.records.markup.spreadsheet import column_of, date_of, lettered, styles


@pytest.mark.parametrize(
    ("number", "shows", "date"),
    [
        ("45689", "ymd", "2025-02-01"),
        ("45689.5", "ymd", "2025-02-01"),
        ("45689.5", "ymdhms", "2025-02-01T12:00"),
        ("45689", "ym", "2025-02"),
        ("45689", "y", "2025"),
        ("0.75", "hms", "18:00"),
        ("1", "ymd", "1900-01-01"),
        ("59", "ymd", "1900-02-28"),
        ("61", "ymd", "1900-03-01"),
        ("-1", "ymd", ""),
        ("1e300", "ymd", ""),
        ("nan", "ymd", ""),
        ("inf", "ymd", ""),
        ("soon", "ymd", ""),
    ],
)
def test_a_number_is_a_date_as_far_as_it_is_shown(number: str, shows: str, date: str) -> None:
    assert date_of(number, shows) == date


@given(st.datetimes(datetime(1905, 1, 1), datetime(2200, 1, 1)), st.booleans())
def test_every_moment_comes_back_to_the_second(moment: datetime, since_1904: bool) -> None:
    moment = moment.replace(microsecond=0)
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    found = date_of(repr((moment - first) / timedelta(days=1)), "ymdhms", since_1904)
    assert datetime.fromisoformat(found) == moment


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("General", ""), ("0.00", ""), ('0 "days"', ""), ("[Red]0", ""), ("@", ""), ("[h]:mm", ""),
        ("yyyy-mm-dd", "ymd"), ("d mmmm", "ymd"), ("mmm yy", "ym"), ("mmmm", "ym"), ("yyyy", "y"),
        ("hh:mm AM/PM", "hms"), ("dd/mm/yyyy hh:mm;@", "ymdhms"), ('yyyy"년" m"월"', "ym"),
    ],
)  # fmt: skip
def test_formats_say_what_of_a_date_is_shown(code: str, shows: str) -> None:
    written = code.replace('"', "&quot;")
    data = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
        f'<numFmt numFmtId="170" formatCode="{written}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
        "</styleSheet>"
    )
    assert styles(source(data.encode())) == [shows]


@given(st.integers(0, 20_000))
def test_the_letters_over_a_column_lead_back_to_it(column: int) -> None:
    assert (column_of(lettered(column)), lettered(27)) == (column, "AB")
