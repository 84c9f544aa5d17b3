"""Names in two scripts: one name by the routes or by how they sound, or none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.across import across, written
from firsthand.names.spelling import Name, key


def name(text: str) -> Name:
    words = tuple(map(key, text.split()))
    return Name(text, "".join(words), words)


@pytest.mark.parametrize(
    ("of", "spelled", "way"),
    [
        ("박예솔", "Pak Ye-sol", "North Korean rule, family name first"),
        ("박예솔", "Пак Е Соль", "Russian press spellings, family name first"),
        (
            "Pyo Chingu",
            "Пьо Джин Гу",
            "McCune–Reischauer and Russian press spellings, both for 표진구, family name first",
        ),
        ("윤서진", "Seojin Yun", "Revised Romanisation, family name last"),
        ("문히봄", "Mun Hibom", "family name first"),
        ("Ада Брандт", "Ada Brandt", "Ukrainian national system"),
        ("Юрий Хохлов", "Yuri Khokhlov", "Ukrainian national system"),
        ("Oleksandr Bondar", "올렉산드르 본다르", "as it sounds"),
        ("Борис Грін", "보리스 그린", "as it sounds"),
        ("Oleksandr Petrenko", "Олександра Петренка", "Ukrainian national system, declined"),
    ],
)
def test_one_name_in_two_scripts_is_found_with_its_way(of: str, spelled: str, way: str) -> None:
    for found in (across([name(of), name(spelled)]), across([name(of)], [name(spelled)])):
        (each,) = found
        assert {each.of.core, each.spelled.core} == {of, spelled}
        assert way in each.reason
        assert each.declined is ("declined" in way)


def test_what_is_written_otherwise_stands_first() -> None:
    (each,) = across([name("Pak Ye-sol"), name("박예솔")])
    assert each.reason.startswith("Pak Ye-sol is 박예솔 in Latin letters: ")
    (each,) = across([name("올렉산드르 본다르"), name("Oleksandr Bondar")])
    assert each.reason == "올렉산드르 본다르 is Oleksandr Bondar in Hangul: as it sounds"


def test_two_that_nobody_asked_about_are_not_compared() -> None:
    assert list(across([], [name("Pak Ye-sol"), name("박예솔")])) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mun Ki-bom", "문가범"),
        ("윤서진", "Yoon Seo-jun"),
        ("윤서진", "Yang Seo-jin"),
        ("Тарас Гордієнко", "Taras Hordienok"),
        ("Ольга Яцюк", "Olena Yatsiuk"),
        ("Ольга Яцюк", "Yatsiuk"),
        ("Yun Seo-jin", "Yun Seojin"),
        ("Валентина Петрова", "Valentin Petrov"),
        ("조표", "Cao Shao"),
    ],
)
def test_names_that_resemble_each_other_or_may_be_two_are_no_pair(one: str, other: str) -> None:
    assert list(across([name(one), name(other)])) == []


SOME = [
    "박예솔",
    "Pak Ye-sol",
    "Пак Е Соль",
    "Mun Ki-bom",
    "문기범",
    "Ада Брандт",
    "Ada Brandt",
    "보리스 그린",
    "x",
]


@settings(deadline=None)  # the first example loads the tables
@given(st.lists(st.sampled_from(SOME), unique=True))
def test_the_same_pairs_are_found_in_any_order(some: list[str]) -> None:
    pairs = {frozenset((a, b)) for a in some for b in some if a < b and written(name(a), name(b))}
    assert {frozenset((e.of.core, e.spelled.core)) for e in across(map(name, some))} == pairs
