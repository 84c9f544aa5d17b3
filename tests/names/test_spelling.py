"""What is a name in a mention, and what two spellings of it share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Being
from firsthand.names.spelling import key, looks_like_outlet, read_name, spelled


@pytest.mark.parametrize(
    ("mention", "being", "core"),
    [
        ("Colonel Ada Quist", Being.PERSON, "Ada Quist"),
        ("harbour spokesman Ada Quist", Being.UNKNOWN, "Ada Quist"),
        ("Northern leader Ada Quist", Being.PERSON, "Ada Quist"),
        ("Ada Quist, the mayor", Being.PERSON, "Ada Quist"),
        ("Mayor Ada Quist’s", Being.PERSON, "Ada Quist"),
        ("station officer Ada Quist of the Sandle fire brigade", Being.PERSON, "Ada Quist"),
        ("Ada Quist of Sandle FM", Being.PERSON, "Ada Quist"),
        ("nurse Ada de la Quist from Sandle", Being.PERSON, "Ada de la Quist"),
        ("Ада Квіст із Сандла", Being.PERSON, "Ада Квіст"),
        ("Tide Office Executive Director Ada Quist", Being.PERSON, "Ada Quist"),
        ("House Speaker-to-be Ada Quist", Being.PERSON, "Ada Quist"),
        ("Republican Sen. Ada Quist", Being.PERSON, "Ada Quist"),
        ("Speaker Quist", Being.PERSON, "Quist"),
        ("Angus King of Sandle", Being.PERSON, "Angus King of Sandle"),
        ("Ada King Quist", Being.PERSON, "Ada King Quist"),
        ("Duke of Sandle", Being.PERSON, "Duke of Sandle"),
        ("Reserve Bank of Sandle", Being.PERSON, "Reserve Bank of Sandle"),
        ("the Lowland Herald newspaper", Being.OUTLET, "Lowland Herald"),
        ("Lowland Herald (English service)", Being.OUTLET, "Lowland Herald"),
        ("The Observer", Being.OUTLET, "Observer"),
        ("the Sandle police", Being.BODY, "Sandle police"),
        ("the district Water Service", Being.BODY, "Water Service"),
        ("Bank of Sandle", Being.BODY, "Bank of Sandle"),
        ("мер Ада Квіст", Being.UNKNOWN, "Ада Квіст"),
        ("한가람", Being.PERSON, "한가람"),
    ],
)
def test_the_name_is_taken_out_of_its_frame(mention: str, being: Being, core: str) -> None:
    assert read_name(mention, being).core == core


@pytest.mark.parametrize(
    "mention",
    [
        "a guard",
        "he",
        "He",
        "Officials",
        "Sandle’s mayor",
        "two of them",
        "the presidency of Quist",
        "a spokesman for Ms. Quist",
        "",
        "—",
        "the army",
        "Nobody",
        "No one",
        "Никто",
    ],
)
def test_nobody_in_particular_has_no_name(mention: str) -> None:
    assert not read_name(mention).named


def test_an_acronym_in_brackets_is_kept() -> None:
    name = read_name("Sandle Port Authority (SPA)", Being.BODY)
    assert (name.core, name.acronyms) == ("Sandle Port Authority", ("SPA",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Han Ga-ram", "Han Garam"),
        ("HAN GA RAM", "Han Ga-ram"),
        ("Zoë Ørsted", "Zoe Ørsted"),
        ("J. Ode", "J Ode"),
    ],
)
def test_case_accents_hyphens_and_spaces_do_not_tell_names_apart(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_another_letter_tells_names_apart() -> None:
    assert key("Han Ga-ram") != key("Han Ka-ram")


def test_an_outlet_shows_by_its_words_or_its_address() -> None:
    assert looks_like_outlet(read_name("Lowland Herald"))
    assert looks_like_outlet(read_name("lowland.example"))
    assert not looks_like_outlet(read_name("Ada Quist"))


@given(st.text())
def test_any_mention_is_read_and_a_spelling_stays_as_it_is(mention: str) -> None:
    once = spelled(mention)
    assert "  " not in once
    name = read_name(mention)
    assert bool(name.core) == name.named
    assert key(key(mention)) == key(mention)


@pytest.mark.parametrize(
    ("written", "core"),
    [
        ("필적 감정인 오세란 박사", "오세란"),
        ("오세란 박사", "오세란"),
        ("김 대표", "김 대표"),  # a family name alone is not one person's
        ("보리스 그린", "보리스 그린"),
        ("작가 한가람", "한가람"),
    ],
)
def test_roles_stand_before_and_behind_a_korean_name(written: str, core: str) -> None:
    assert read_name(written, Being.PERSON).core == core
