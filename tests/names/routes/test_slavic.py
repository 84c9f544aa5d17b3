"""Words that agree: by marks, by tables, as cases, in another language, by the habits of newspapers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes.slavic import agreeing

AGREE = [
    ("Müller", "Mueller", "marks-spelled"),
    ("Müller", "Muller", "marks-dropped"),
    ("Şahin", "Sahin", "marks-dropped"),
    ("Çelik", "Chelik", "marks-sounded"),
    ("Łukasz", "Lukasz", "marks-dropped"),
    ("Đorđe", "Djordje", "marks-spelled"),
    ("Țurcanu", "Turcanu", "marks-dropped"),
    ("Kovač", "Kovach", "marks-sounded"),
    ("Őrsi", "Orsi", "marks-dropped"),
    ("Novák", "Novak", "marks-dropped"),
    ("Đức", "Duc", "marks-dropped"),
    ("Петренка", "Петренко", "declined"),
    ("Іваненком", "Іваненко", "declined"),
    ("Ковальського", "Ковальський", "declined"),
    ("Щербаковым", "Щербаков", "declined"),
    ("Сергія", "Сергій", "declined"),
    ("Коваля", "Коваль", "declined"),
    ("Петренком", "Petrenko", "declined"),
    ("Володимир", "Владимир", "name-pair"),
    ("Олександр", "Alexander", "name-pair"),
    ("Olexander", "Александр", "name-pair"),
    ("Олексій", "Aleksei", "name-pair"),
    ("Volodymyr", "Vladimir", "name-pair"),
    ("Микола", "Nikolay", "name-pair"),
    ("Сергеевич", "Сергійович", "name-pair"),
    ("Миколаївна", "Nikolaevna", "name-pair"),
    ("Ковальська", "Ковальський", "gender-pair"),
    ("Іванова", "Иванова", "east-slavic-letters"),
    ("Zelensky", "Zelenskyy", "read-en-uk"),
    ("Zelenskiy", "Selenskyj", "read-de"),
    ("Shevchenko", "Szewczenko", "read-pl"),
    ("Chevtchenko", "Schewtschenko", "read-fr"),
    ("Pushkin", "Pouchkine", "read-fr"),
    ("Горбачев", "Gorbatschow", "read-de"),
    ("Горбачёв", "Gorbatschow", "ru-german"),
    ("Ševčenko", "Szewczenko", "read-scholarly"),
    ("Smirnov", "Smirnoff", "read-en-ru"),
    ("Γιώργος", "Giorgos", "other-scripts"),
    ("Hrytsenko", "Gritsenko", "read-en-ru"),
    ("Ковальська", "Kovalskaya", "read-en-ru"),
    ("Щербак", "Shcherbak", "uk-kmu"),
]


@pytest.mark.parametrize(("one", "other", "route"), AGREE)
def test_words_that_agree(one: str, other: str, route: str) -> None:
    part, back = agreeing(one, other), agreeing(other, one)
    assert part is not None
    assert route in (*part.one_routes, *part.other_routes)
    assert back is not None
    assert {back.one_routes, back.other_routes} == {part.one_routes, part.other_routes}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Петренко", "Петренчук"),
        ("Ivan", "Ivanov"),
        ("Олег", "Олена"),
        ("Brown", "Braun"),
        ("Kim", "Kym"),
        ("高石", "高市"),
        ("Martins", "Martinez"),
    ],
)
def test_words_that_differ(one: str, other: str) -> None:
    assert agreeing(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [("Марії", "Марія", "Марія"), ("Ігоря", "Ihor", "Ігор"), ("Петренка", "Петренко", "Петренко")],
)
def test_the_name_that_both_are(one: str, other: str, name: str) -> None:
    part = agreeing(one, other)
    assert part is not None
    assert part.pivot == name


def test_the_same_letters_need_no_route() -> None:
    part = agreeing("O'Neil", "O’NEIL")
    assert part is not None
    assert (part.one_routes, part.other_routes) == ((), ())


def test_with_its_routes_switched_off_nothing_agrees() -> None:
    assert agreeing("Володимир", "Владимир", frozenset({"name-pair"})) is None


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_words_have_one_answer(one: str, other: str) -> None:
    assert (agreeing(one, other) is None) == (agreeing(other, one) is None)
