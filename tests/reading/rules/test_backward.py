"""A sentence that names who told the one before it."""

from __future__ import annotations

from firsthand.reading import read
from tests.reading.cases import chain, contents


def test_the_sentence_before_is_the_content() -> None:
    text = "Шахту закрили в червні. Про це розповів директор Іван Кмета в інтерв'ю газеті «Пристань»."
    (each,) = read(text, "uk")
    assert contents(text, "uk") == ["Шахту закрили в червні"]
    assert chain(text, each) == [
        ("speaker", "директор Іван Кмета"),
        ("channel", "інтерв'ю"),
        ("addressee", "газеті «Пристань»"),
    ]


def test_what_has_a_source_already_gets_one_more_hand() -> None:
    text = "Мер Гнат Орел сказав, що шахту закрили. Про це повідомляє агентство «Плесо»."
    (each,) = read(text, "uk")
    assert chain(text, each) == [("speaker", "Мер Гнат Орел"), ("relay", "агентство «Плесо»")]


def test_with_nothing_before_it_it_tells_nothing() -> None:
    assert read("Про це повідомляє агентство «Плесо».", "uk") == ()
