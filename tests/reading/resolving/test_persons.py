"""Persons who must not be taken for one another, in invented reports, through the door of the reader."""

from __future__ import annotations

import pytest

from firsthand import read


def named(text: str, source: str, language: str = "en") -> set[str]:
    """The names that the reader gives to hands written so; their own words for "cannot tell"."""
    hands = [(hand.who, hand.name) for each in read(text, language) for hand in each.hands]
    return {name for who, name in hands if who and text[who.start : who.end] == source}


def test_a_role_within_a_quotation_is_not_who_speaks_it() -> None:
    text = '"The foreman told us to jump," Marek Sol, a deckhand, said.'
    assert named(text, "The foreman") <= {"The foreman"}


def test_a_role_within_a_quotation_is_the_one_to_whom_the_text_ties_it() -> None:
    text = 'Captain Ivo Renn lived. "The captain said that we had to jump," Marek Sol, a deckhand, wrote.'
    assert named(text, "The captain") <= {"Ivo Renn"}


REVIEW = (
    "The notebook of the pump hand Varo Kesh was found. Tilde Morn, who teaches, has read it.\n\n"
    "“The word is not on the page,” Morn told the Orm Review. "
)


def test_who_is_she_in_one_sentence_is_not_he_in_another() -> None:
    text = REVIEW + "She said it was dark.\n\n“It is cold,” he wrote. “It is late,” Kesh wrote."
    assert named(text, "She") == {"Tilde Morn"}
    assert named(text, "he") <= {"Varo Kesh", "he"}


def test_a_report_of_many_names_is_no_heading() -> None:
    text = (
        "Varo Kesh drowned. He left a notebook.\n\n"
        "“We will do it,” Danko Verl, a spokesman for the Orm Water Service, told Harrow Visnik. "
        "He said it would be kept."
    )
    assert named(text, "He") == {"Danko Verl"}


def test_of_two_named_together_neither_is_he() -> None:
    assert named("Peter Vale and Tom Dorn met. He said it was late.", "He") == {"He"}
    assert named("Peter Vale and Ann Dorn met. He said it was late.", "He") == {"Peter Vale"}


def test_a_place_of_work_is_not_he() -> None:
    text = "The manager of Blue Kettle said the café would close. He blamed the rent."
    assert named(text, "He") <= {"He"}


def test_his_lawyer_with_a_name_is_she() -> None:
    text = "Police held Tarek Voln. His lawyer, Hana Brik, said he was innocent. She said he slept."
    assert named(text, "She") == {"Hana Brik"}


def test_a_name_behind_its_role_is_the_name() -> None:
    text = "The scholar Tilde Morn said that it rained."
    assert named(text, "The scholar Tilde Morn") == {"Tilde Morn"}


@pytest.mark.parametrize(
    ("language", "text", "pronoun", "name"),
    [
        ("uk", "Служба вод району видала звіт. «Вода чиста», — заявив він.", "він", "він"),
        ("uk", "Речник Служби вод подав звіт. «Вода чиста», — заявив він.", "він", "він"),
        ("uk", "Олена Мороз працює. «Був шторм», — розповіла вона.", "вона", "Олена Мороз"),
        ("uk", "«Був шторм», — сказав Зорик Блай. «Він минув», — додав він.", "він", "Зорик Блай"),
        ("uk", "«Був шторм», — сказав Зорик Блай. «Він минув», — додала вона.", "вона", "вона"),
        ("ru", "«Был шторм», — сказала Зора Блай. «Он прошёл», — добавила она.", "она", "Зора Блай"),
        ("ru", "«Был шторм», — сказала Зора Блай. «Он прошёл», — добавил он.", "он", "он"),
        ("hr", "Služba za vode objavila je izvješće. On je rekao da je voda čista.", "On", "On"),
        ("hr", "Ana Barić rekla je da je kasno. Ona je dodala da je hladno.", "Ona", "Ana Barić"),
        ("ro", "Maria Dobre a venit. „Podul rezistă bine”, a spus ea.", "ea", "Maria Dobre"),
        ("ro", "Serviciul de Apă a publicat raportul. El a spus că apa este curată.", "El", "El"),
    ],
)
def test_he_and_she_in_other_languages(language: str, text: str, pronoun: str, name: str) -> None:
    assert named(text, pronoun, language) <= {name}


def test_an_ending_of_the_verb_tells_him_from_her() -> None:
    text = "«Був шторм», — сказав Зорик Блай. Дара Верль сказала, що темно. «Темно», — додав він."
    assert named(text, "він", "uk") == {"Зорик Блай"}


def test_a_role_that_two_hold_is_neither() -> None:
    text = "Senator Bruno Hale met Senator Ada Finch. The senator said that it was late."
    assert named(text, "The senator") == {"The senator"}


def test_a_role_behind_a_name_makes_it_a_person() -> None:
    text = "Zorra Finch, the mayor of Orm, met teachers. The mayor said that schools would open."
    assert named(text, "The mayor") == {"Zorra Finch"}


def test_what_has_a_management_is_not_he() -> None:
    text = (
        "The management of Lowmark Drainage ordered it. It rained.\n\n"
        '"It was late," the deckhand Varo Kesh wrote. "He said only that the tide had turned."\n\n'
        "Lowmark did not answer calls."
    )
    assert "Lowmark Drainage" not in named(text, "He")


def test_the_firm_is_no_newspaper_that_was_told() -> None:
    text = (
        "The alarm was off, Ilse Brandvik told the Halden Courier. A spokesman for Norlys Lines declined to "
        "comment. In a statement, the company said it was helping the inquiry."
    )
    assert named(text, "the company") <= {"the company", "Norlys Lines"}
