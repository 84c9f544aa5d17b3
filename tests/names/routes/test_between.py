"""The path between two spellings says its routes, and what agrees and differs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes import route_between, routes

# One invented person under the spellings of several routes, family name first or last.
WRITER = [
    "정경홍",
    "Jeong Kyeong Hong",
    "Jong Kyong-hong",
    "Gyong Hong Jong",
    "Кьон Хон Джон",
    "Chŏng Kyŏng-hong",
]


@pytest.mark.parametrize("one", WRITER)
@pytest.mark.parametrize("other", WRITER)
def test_one_name_in_every_spelling(one: str, other: str) -> None:
    path = route_between(one, other)
    assert path is not None
    assert path.whole


@pytest.mark.parametrize(
    ("one", "other", "pivot"),
    [
        ("Ким Чен Ын", "Kim Jong Un", "김정은"),
        ("Кім Чен Ин", "김정은", "김정은"),
        ("리영호", "Lee Young Ho", "리영호"),
        ("Володимир Зеленський", "Zelensky, Volodymyr", "Володимир Зеленський"),
        ("Тарас Шевченко", "Taras Chevtchenko", "Тарас Шевченко"),
        ("KANG MUN KIL", "Jiang Wen-ji", "강문길"),
        ("Hong Dschong Wha", "홍정화", "홍정화"),
        ("Yoon Suk-joon", "Yun Seok Jun", "윤석준"),
        ("강문길", "姜文吉", "강문길"),
        ("キム・ジョンウン", "김정은", "김정은"),
        ("ボク・セイキ", "박정희", "박정희"),
        ("Γιώργος Μάνος", "Giorgos Manos", "Γιώργος Μάνος"),
    ],
)
def test_what_both_write(one: str, other: str, pivot: str) -> None:
    path = route_between(one, other)
    assert path is not None
    assert (path.whole, path.pivot) == (True, pivot)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Chang Ho", "Paek Chang Ho"),
        ("Kim Jong Nam", "Kim Yong Nam"),
        ("Kim Song Il", "Kim Son Il"),
        ("Chon Il", "Hon Il"),
        ("Ri Min", "Ri Mun"),
        ("Kim Jong Un", "Ким Чен Ир"),
    ],
)
def test_one_syllable_apart(one: str, other: str) -> None:
    path = route_between(one, other)
    assert path is None or not path.whole


def test_parts_that_agree_and_differ() -> None:
    path = route_between("Kim Jong Un", "김정일")
    assert path is not None
    assert not path.whole
    assert [part.pivot for part in path.agree] == ["김", "정"]
    assert [(part.one, part.other) for part in path.differ] == [("un", "일")]


def test_the_routes_that_explain_most_come_first() -> None:
    path = route_between("정경홍", "Jong Kyong Hong")
    assert path is not None
    assert path.routes == ("ko-dprk",)


def test_a_route_that_is_switched_off_explains_nothing() -> None:
    assert route_between("정경홍", "Jung Kyung-hong") is not None
    path = route_between("정경홍", "Jung Kyung-hong", exclude=["ko-press", "ko-custom"])
    assert path is None or not path.whole


@pytest.mark.parametrize(
    ("one", "other"), [("Anna Maria", "Diana Lee"), ("", ""), ("Kim", "12"), ("정", "😀"), ("Wenji", "Wenqi")]
)
def test_no_path(one: str, other: str) -> None:
    assert route_between(one, other) is None


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_have_an_answer_either_way(one: str, other: str) -> None:
    there, back = route_between(one, other), route_between(other, one)
    assert (there is None) == (back is None)
    assert there is None or back is None or there.whole == back.whole


def test_with_every_route_switched_off_only_the_same_letters_agree() -> None:
    assert route_between("Kim Jong Un", "김정은", exclude=routes()) is None
    path = route_between("KIM Jong-un", "Kim Jong Un", exclude=routes())
    assert path is not None
    assert path.whole
