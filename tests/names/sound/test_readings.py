"""What a name is by the Chinese reading of its characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.sound.readings import read_otherwise

SYLLABLES = ["정", "왕", "위", "김", "려", "남"]


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("정", "zheng"),
        ("정", "ding"),
        ("왕정위", "wangjingwei"),
        ("Wang Jingwei", "왕정위"),
        ("Lǚ", "려"),
        ("Xi'an", "서안"),
    ],
)
def test_a_name_is_read_otherwise(name: str, reading: str) -> None:
    assert reading in read_otherwise(name)


@pytest.mark.parametrize("name", ["", "Petrenko", "쓰옌", "정정정정", "Чжэн", "鄭"])
def test_what_no_table_has_is_not_read(name: str) -> None:
    assert read_otherwise(name) == ()


@settings(deadline=None)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3).map("".join))
def test_what_a_name_is_read_as_is_read_as_the_name(name: str) -> None:
    assert all(name in read_otherwise(each) for each in read_otherwise(name))


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_string_may_be_asked_for(name: str) -> None:
    assert "" not in read_otherwise(name)
