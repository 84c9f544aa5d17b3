"""Scripts of letters, and what of a word is compared."""

from __future__ import annotations

import pytest

from firsthand.names.routes.letters import bare, script, scripts, words_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("정 Kim", ("HANGUL", "LATIN")),
        ("Кім", ("CYRILLIC",)),
        ("金", ("HAN",)),
        ("キム", ("KATAKANA",)),
        ("7 😀", ()),
        ("", ()),
    ],
)
def test_scripts(text: str, found: tuple[str, ...]) -> None:
    assert scripts(text) == found


def test_marks_fall_from_latin_letters_alone() -> None:
    assert bare("Ch'ŏl-Ŭn") == "cholun"
    assert bare("Ёжик її Йов") == "ёжикїїйов"


def test_words() -> None:
    assert words_of("Jong, Kyong-hong (Mr.)") == ("Jong", "Kyong", "hong", "Mr")
    assert words_of("Squall 110 – 4") == ("Squall", "110", "4")


@pytest.mark.parametrize(("text", "found"), [("7 Кім Jong", "CYRILLIC"), ("(金)", "HAN"), ("7 😀", "")])
def test_the_script_of_a_text_is_that_of_its_first_letter(text: str, found: str) -> None:
    assert script(text) == found
