"""Detecting the language."""

from __future__ import annotations

import pytest

from firsthand.records.language import code_of, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge is safe, the engineer said on Monday.", "en"),
        ("Міст безпечний, сказала інженерка в понеділок.", "uk"),
        ("Мост безопасен, сказала женщина-инженер в понедельник.", "ru"),
        ("Podul este sigur, a spus luni inginera orașului.", "ro"),
        ("Inženjerka je u ponedjeljak rekla kako je most siguran, no grad ga je ipak zatvorio.", "hr"),
        ("다리는 안전하다고 기사가 월요일에 말했다.", "ko"),
        ("橋は安全だと技師が月曜日に述べた。", "ja"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "Ann Lee said", "12345 67890 12345 67890 12345", "다리"])
def test_too_little_is_not_guessed_from(text: str) -> None:
    assert detect(text) == ""


@pytest.mark.parametrize(
    ("word", "code"),
    [
        *(("Korean", "ko"), ("uk", "uk"), ("latin", "la"), ("translation", "")),
        *(("корейською", "ko"), ("Українська", "uk"), ("немецкий", "de"), ("러시아어", "ru")),
        *(("Luska", ""), ("Луська", "")),
    ],
)
def test_languages_are_known_by_code_and_name(word: str, code: str) -> None:
    assert code_of(word) == code


def test_a_long_text_is_known_by_its_beginning_middle_and_end() -> None:
    words = "Das Gutachten liegt dem Stadtrat seit gestern vor. "
    assert detect(words * 20_000) == "de"
    name = "Kim Jong-un. " * 80
    assert detect(name + words * 60) == "de"
