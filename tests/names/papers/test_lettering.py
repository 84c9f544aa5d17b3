"""Letters on a paper: facts, and nothing of what they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import PaperFindingKind
from tests.names.papers.made import facts, notes, paper, passport


def test_a_signature_in_another_script() -> None:
    text = "Name: Лопсан Оржак\nNationality: тувинец\nSignature: 리대혁"
    (note,) = notes(PaperFindingKind.SIGNATURE, paper("card", text=text))
    assert note == (
        "On “card” the signature reads 리대혁, in Hangul; the printed name is Лопсан Оржак, in Cyrillic "
        "letters. By their letters they are not spellings of one name. "
        "The paper gives тувинец as nationality."
    )


def test_a_signature_that_spells_the_printed_name() -> None:
    (note,) = notes(PaperFindingKind.SIGNATURE, paper(text="Name: PYO JIN GU\nSignature: 표진구"))
    assert "Both can be spellings of one name" in note


def test_a_signature_in_a_script_of_the_print_is_none() -> None:
    text = "Surname: Лінд\nПрізвище: LIND\nSignature: Lind"
    assert notes(PaperFindingKind.SIGNATURE, paper(text=text)) == []


def test_letters_that_a_language_has_not() -> None:
    card = paper("card", text="Місце народження: с. Лысе\nНомер: AB 123\nИмя LIND")
    stated = replace(card, language="uk", language_by="stated")
    assert notes(PaperFindingKind.LETTERS, stated) == [
        "“card” is stated to be in Ukrainian; ы, a letter that Ukrainian has not, stands in “Лысе”."
    ]
    assert notes(PaperFindingKind.LETTERS, replace(stated, language_by="detected")) == []
    assert notes(PaperFindingKind.LETTERS, replace(stated, language="ru")) == [
        "“card” is stated to be in Russian; і, a letter that Russian has not, stands in “Місце”."
    ]


def test_a_latin_letter_among_cyrillic_ones() -> None:
    (found,) = facts(paper("card", text="Прізвище: OРЖАК"))
    assert found.kind is PaperFindingKind.LOOK_ALIKES
    assert found.note == (
        "In “OРЖАК” on “card” the letter 1, O, is Latin capital letter O; the others are Cyrillic letters."
    )
    assert found.places[0].lines == (1,)


def test_a_figure_among_the_letters_of_a_name() -> None:
    (note,) = notes(PaperFindingKind.LOOK_ALIKES, paper("card", text="Name: 0da Lind"))
    assert note == "In “0da”, a part of the name on “card”, 0 stands among letters."


@pytest.mark.parametrize(
    "text", ["Name: Oda Lind", "Назва: COVID-вакцина", passport(), "", "Name: 12", "이름: 표진구"]
)
def test_what_is_written_in_one_script_is_no_finding(text: str) -> None:
    assert notes(PaperFindingKind.LOOK_ALIKES, paper(text=text)) == []
