from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier import phrases


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2024-11-15T09:00:00+02:00", "15 Nov 2024"),
        ("2024-11-05", "5 Nov 2024"),
        ("2024-11", "Nov 2024"),
        ("2024", "2024"),
        ("2024-13-01", "2024-13-01"),
        ("3-6 November", "3-6 November"),
        ("", ""),
    ],
)
def test_a_date_as_people_write_it(published: str, said: str) -> None:
    assert phrases.day(published) == said


def test_a_moment_says_its_zone() -> None:
    assert phrases.moment("2024-11-15T09:00:00+02:00") == "15 Nov 2024, 09:00 +02:00"
    assert phrases.moment("2024-11-15T09:00:00Z") == "15 Nov 2024, 09:00 UTC"
    assert phrases.moment("2024-11-15") == "15 Nov 2024"


def test_small_numbers_are_words_and_large_ones_figures() -> None:
    assert phrases.count(1, "report") == "one report"
    assert phrases.count(12, "entry", "entries") == "twelve entries"
    assert phrases.count(13, "report") == "13 reports"
    assert phrases.numeral(12345) == "12\u202f345"


def test_a_long_list_is_counted() -> None:
    assert phrases.listed(["A", "B", "C"]) == "A, B and C"
    assert phrases.listed(["A", "B", "C", "D", "E"]) == "A, B, C and two more"
    assert phrases.listed([]) == ""


def test_the_direction_is_that_of_the_first_letter() -> None:
    assert phrases.direction("12: قال", "en") == "rtl"
    assert phrases.direction("He said قال") == "ltr"
    assert phrases.direction("…", "he-IL") == "rtl"


@given(st.text(), st.integers(8, 60))
def test_a_short_text_is_one_line_and_short(text: str, limit: int) -> None:
    cut = phrases.short(text, limit)
    assert len(cut) <= limit + 2
    assert "\n" not in cut
