"""Keys by which one name in two spellings is found in a table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.index import keys

SPELLINGS = [
    ("Pyo Jin-gu", "표진구"),
    ("Pyo Jin-gu", "Пьо Джин Гу"),
    ("PYO CHINGU", "표진구"),
    ("Petrenko", "Петренка"),
    ("Lee", "이"),
    ("Ri Thae Hyok", "이태혁"),
    ("Yuliia Bondar", "Юлія Бондар"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert keys(one) & keys(other)


def test_the_order_of_names_does_not_matter() -> None:
    assert keys("Ada Quist") == keys("Quist Ada")


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=200))
def test_any_text_has_keys_of_letters_or_none(name: str) -> None:
    assert all(key and len(key) <= 8 for key in keys(name))
