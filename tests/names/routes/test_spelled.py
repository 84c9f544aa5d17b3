"""The spellings of a name: bounded, each with its route, whatever the string."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes import routes, spellings
from firsthand.names.routes.spelled import MOST, WRITTEN


def test_a_korean_name_by_each_route() -> None:
    found = {(s.route, s.text) for s in spellings("이영호")}
    assert {("ko-rr", "Lee Yeong-ho"), ("ko-mr", "Yi Yŏng-ho"), ("ko-dprk", "Ri Yong Ho")} <= found
    assert {("ko-ru", "Ли Ён Хо"), ("ko-uk", "Лі Йон Хо"), ("ko-press", "Rhee Young-ho")} <= found


def test_a_cyrillic_name_by_each_route() -> None:
    found = {(s.route, s.text) for s in spellings("Юрій Щедренко")}
    assert {("uk-kmu", "Yurii Shchedrenko"), ("uk-iso9", "Ûrìj Ŝedrenko")} <= found


def test_a_name_in_characters_and_in_kana() -> None:
    found = {(s.route, s.text) for s in (*spellings("姜文吉"), *spellings("강문길"))}
    assert {("ko-hanja", "강문길"), ("ko-pinyin", "Jiang Wenji"), ("ko-on", "Kyou Bunkichi")} <= found
    assert ("ko-kana", "カン・ムンギル") in found


def test_a_given_name_in_another_language() -> None:
    found = {(s.route, s.text) for s in spellings("Володимир Ткач")}
    assert {("name-pair", "Владимир Ткач"), ("ru-press", "Vladimir Tkach")} <= found


def test_marks_are_dropped_or_spelled() -> None:
    assert [s.text for s in spellings("Jürgen")] == ["Jürgen", "Jurgen", "Juergen"]


def test_the_name_itself_comes_first() -> None:
    assert spellings("정경홍")[0].text == "정경홍"
    assert spellings("정경홍")[0].route == WRITTEN


def test_routes_are_switched_off() -> None:
    assert {s.route for s in spellings("정경홍", exclude=["ko-yale"])} == {
        s.route for s in spellings("정경홍")
    } - {"ko-yale"}


@pytest.mark.parametrize("text", ["", "😀", "7", "a" * 10_000, "한" * 10_000, "Kimа", "\u202eKim", "ﬁ"])
def test_odd_strings_are_given_back(text: str) -> None:
    assert spellings(text)[0].text == text


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=60))
def test_any_string_has_few_spellings_with_known_routes(text: str) -> None:
    found = spellings(text)
    assert 1 <= len(found) <= MOST
    assert {s.route for s in found} <= {WRITTEN, *routes()}
    assert len({s.text for s in found}) == len(found)
