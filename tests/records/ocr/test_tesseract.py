"""Tesseract as it is installed here."""

from __future__ import annotations

import pytest

from firsthand.errors import Refused, Unreadable
from firsthand.records.ocr import tesseract
from tests.records.ocr.pages import LINES, needs_tesseract, printed

pytestmark = needs_tesseract


def test_words_stand_where_they_are_printed() -> None:
    text = ("우리는 두 번 내려가서 금이 간 것을 보았다.", "아무도 잠수부들에게 묻지 않았다.")
    found = tesseract.words(printed(*text, font="NanumGothic.ttf"), "kor")
    assert "".join(word.text for word in found) == "".join(text).replace(" ", "")
    first = found[0]
    assert (abs(first.box[0] - 80) < 6, 95 < first.box[1] < 125, first.confidence > 0.6) == (True, True, True)


def test_a_leaning_page_is_read_and_its_places_are_those_on_the_page() -> None:
    found = tesseract.words(printed(*LINES, angle=3), "eng")
    assert " ".join(word.text for word in found) == " ".join(LINES)
    # Turned against the clock about its middle: the left side sinks by 22 pixels.
    assert found[0].box[1] > 115


def test_the_script_of_a_page_names_its_languages() -> None:
    text = ("Ми двічі спускалися і бачили тріщини", "на власні очі. Міст небезпечний.", "Ніхто не питав.")
    assert "ukr" in tesseract.guessed(printed(*text * 2)).split("+")


def test_a_language_that_is_not_here_is_refused_with_what_to_install() -> None:
    with pytest.raises(Refused, match=r"no language zzz here: it has .*eng"):
        tesseract.check("eng+zzz")
    with pytest.raises(Refused, match="no language"):
        tesseract.check("-c evil=1")
    tesseract.check("eng+kor")


def test_what_is_no_picture_cannot_be_read() -> None:
    with pytest.raises(Unreadable, match="could not be read by Tesseract"):
        tesseract.words(printed(), "zzz")
