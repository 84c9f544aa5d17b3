"""What is found among many names is what is heard best, whatever the scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.sound import Lexicon, heard
from firsthand.names.sound.lexicon import READ
from tests.names.sound.strategies import WORDS

NAMES = [
    "Kyong-hong",
    "Kyong-hun",
    "Taebin",
    "경홍",
    "경훈",
    "태빈",
    "Петренко",
    "Павленко",
    "Кён Хон",
    "Petrenko",
]


@pytest.mark.parametrize(
    ("name", "script", "first"),
    [
        ("Gyeonghong", "HANGUL", "경홍"),
        ("경홍", "LATIN", "Kyong-hong"),
        ("경홍", "CYRILLIC", "Кён Хон"),
        ("Petrenka", "CYRILLIC", "Петренко"),
        ("Петренка", "LATIN", "Petrenko"),
        ("태빈", "LATIN", "Taebin"),
    ],
)
def test_the_name_is_found_in_another_script(name: str, script: str, first: str) -> None:
    assert Lexicon(NAMES).nearest(name, 1, script)[0][0] == first


@settings(max_examples=30, deadline=None)
@given(WORDS.filter(lambda word: " " not in word), st.lists(WORDS, max_size=8))
def test_chances_are_those_that_are_heard_or_of_another_reading(name: str, names: list[str]) -> None:
    for each, likely in Lexicon(names).nearest(name, len(names)):
        told = heard(name, each)
        assert likely == pytest.approx(told, abs=1e-4) or told < likely <= READ


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("정", "Zheng"),
        ("정", "Zhèng"),
        ("안제", "Anqi"),
        ("왕정위", "Wang Jingwei"),
        ("왕정위", "Wāng Jīngwèi"),
    ],
)
def test_another_reading_of_the_characters_is_found_from_either(name: str, other: str) -> None:
    for asked, meant in ((name, other), (other, name)):
        assert dict(Lexicon([meant, "Petrenko", "태빈"]).nearest(asked))[meant] >= READ - 1e-6


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_string_may_be_asked_for(name: str) -> None:
    found = Lexicon(NAMES).nearest(name, 5)
    assert len(found) <= 5
    assert all(each in NAMES and 0 <= likely <= 1 for each, likely in found)


def test_few_branches_find_what_many_find() -> None:
    assert Lexicon(NAMES, branches=4).nearest("경홍", 1, "LATIN") == Lexicon(NAMES).nearest(
        "경홍", 1, "LATIN"
    )
