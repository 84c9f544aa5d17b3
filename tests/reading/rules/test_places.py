"""Sources beside a place, where case alone tells who speaks."""

from __future__ import annotations

import pytest

from firsthand.reading import read


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("В мэрии говорят, что вырубку остановят.", "ru", "мэрии"),
        ("«Воды нет», — сообщили в пресс-службе завода.", "ru", "пресс-службе завода"),
        ("«Доколе?» — спросила с места жительница улицы.", "ru", "жительница улицы"),
        (
            "Режиссёр Инна Вяз под аплодисменты сказала, что больше не играет.",
            "ru",
            "Режиссёр Инна Вяз",
        ),
        ("«Рейс отменён», — рассказал техник газете «Лётное поле».", "ru", "техник"),
        ("Воду дадут к утру, — сказал источник в управе города.", "ru", "источник в управе города"),
        ("У поліції кажуть, що водія знайшли.", "uk", "поліції"),
        ("Рада у відкритому листі вимагає зупинити роботи.", "uk", "Рада"),
    ],
)
def test_a_place_is_told_from_who_speaks(text: str, language: str, source: str) -> None:
    (each,) = read(text, language, reader="rules")
    assert each.source is not None
    assert text[each.source.start : each.source.end] == source


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        ("Мэр отказался говорить, знал ли он о проверке.", "ru", "знал ли он о проверке"),
        ("Она не сказала, от кого получила письмо.", "ru", "от кого получила письмо"),
        ("Міністр не уточнив, коли відкриють міст.", "uk", "коли відкриють міст"),
        ("Міністр не сказав, чи підпише угоду.", "uk", "підпише угоду"),
        ("Повідомляється, що міст закрито.", "uk", "міст закрито"),
    ],
)
def test_a_comma_before_what_is_asked_or_told(text: str, language: str, content: str) -> None:
    (each,) = read(text, language, reader="rules")
    assert [text[span.start : span.end] for span in each.content] == [content]
