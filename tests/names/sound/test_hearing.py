"""Words that are one name are heard as one, in either order; any strings have an answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.sound import heard, may_begin
from tests.names.sound.strategies import WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("경홍", "kyong-hong"),
        ("경홍", "Kyeonghong"),
        ("경홍", "Кён Хон"),
        ("김", "Kim"),
        ("이", "Lee"),
        ("최", "Choi"),
        ("Петренко", "Petrenko"),
        ("Петренко", "Петренка"),
        ("Wolloschin", "Волошин"),
        ("쇼헤이", "Shōhei"),
        ("Mohammed", "Muhammad"),
        ("Schmidt", "Schmitt"),
    ],
)
def test_one_name_written_twice_is_heard(one: str, other: str) -> None:
    assert heard(one, other) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("경홍", "kyong-hun"),
        ("태빈", "태훈"),
        ("Taebin", "태훈"),
        ("Петренко", "Павленко"),
        ("Иванов", "Ivanenko"),
        ("Tom", "Tim"),
        ("혁", "Hyon"),
        ("кот", "собака"),
        ("", "Kim"),
        ("김", "123"),
    ],
)
def test_near_names_are_kept_apart(one: str, other: str) -> None:
    assert heard(one, other) < 0.5


@pytest.mark.parametrize(
    ("initial", "word", "may"),
    [
        ("C", "치카", True),
        ("J", "Ян", True),
        ("Р", "림", True),
        ("W", "하늘", False),
        ("О", "Hata", False),
        ("K", "Karl", False),  # one script: the letters themselves tell
        ("", "치카", False),
        ("C", "", False),
    ],
)
def test_an_initial_may_begin_a_word_of_another_script(initial: str, word: str, may: bool) -> None:
    assert may_begin(initial, word) is may


@settings(deadline=None)  # the first example loads the tables
@given(WORDS, WORDS)
def test_either_order_hears_the_same(one: str, other: str) -> None:
    assert heard(one, other) == heard(other, one)
    assert 0 <= heard(one, other) <= 1


@settings(deadline=None)  # the first example loads the tables
@given(WORDS.filter(lambda word: any(c.isalpha() for c in word)), WORDS)
def test_nothing_is_heard_better_than_the_word_itself(word: str, other: str) -> None:
    assert heard(word, word) == 1 >= heard(word, other)


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_strings_have_an_answer(one: str, other: str) -> None:
    assert 0 <= heard(one, other) <= 1


def test_ten_thousand_letters_have_an_answer() -> None:
    assert 0 <= heard("정" * 10_000, "jung" * 2_500) <= 1


def test_what_looks_alike_is_read_in_the_script_of_most_letters() -> None:
    assert heard("Пeтрeнко", "Петренко") == 1  # with two Latin letters
