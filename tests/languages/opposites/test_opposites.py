"""Words that turn a statement round."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.languages.opposites import Pole, listed, poles, turned

LANGUAGES = ("en", "ko", "uk", "ru", "ro", "hr", "de", "cs")


def opposed(one: str, other: str, languages: tuple[str, str] = ("en", "en")) -> list[tuple[str, str]]:
    a, b = (
        poles(tuple(text.split()), language) for text, language in zip((one, other), languages, strict=True)
    )
    return [*dict.fromkeys(turned(a, b))]


@pytest.mark.parametrize(
    ("one", "other", "languages", "found"),
    [
        (
            "engineers repaired the pump",
            "engineers damaged the pump",
            ("en", "en"),
            [("repaired", "damaged")],
        ),
        (
            "engineers repaired the pump",
            "інженери пошкодили насос",
            ("en", "uk"),
            [("repaired", "пошкодили")],
        ),
        ("수출이 두 배로 늘었다", "exports halved", ("ko", "en"), [("두 배로", "halved")]),
        ("prices rose and fell", "prices fell", ("en", "en"), []),
        ("the gate", "das tor", ("en", "de"), []),
        ("repaired", "damaged", ("xx", "en"), []),
    ],
)
def test_what_stands_for_what_turns_it_round(
    one: str, other: str, languages: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    assert opposed(one, other, languages) == found


def test_a_phrase_counts_as_a_whole() -> None:
    assert [
        pair for pair in opposed("they set free the crew", "they arrested the crew") if pair[0] == "set free"
    ]
    assert not poles(("set",), "en")


@given(st.lists(st.sampled_from(sorted(listed("en").whole)), max_size=6))
def test_the_opposite_of_the_opposite_is_the_same(keys: list[str]) -> None:
    found = poles(tuple(keys), "en")
    assert list(turned(found, found)) == []
    back = {pole.opposite: key for pole, key in found.items()}
    assert {(b, a) for a, b in turned(found, back)} == set(turned(back, found))


def pairs() -> list[dict[str, str]]:
    text = resources.files("firsthand.languages.opposites").joinpath("pairs.toml").read_text("utf-8")
    return tomllib.loads(text)["pair"]


def test_every_pair_has_two_sides_in_known_languages() -> None:
    for pair in pairs():
        assert set(pair) <= set(LANGUAGES)
        for language, sides in pair.items():
            assert sides.count(" | ") == 1, (language, sides)
            assert all(
                each.strip() == each and each for side in sides.split(" | ") for each in side.split(", ")
            )


def test_no_word_is_its_own_opposite() -> None:
    for pair in pairs():
        for language, sides in pair.items():
            one, other = (
                {w.rstrip("*") for w in side.split(", ") if " " not in w} for side in sides.split(" | ")
            )
            assert not one & other, (language, sides)


def test_poles_of_a_pair_are_two() -> None:
    assert Pole(3, 0).opposite == Pole(3, 1)
    assert Pole(3, 1).opposite.opposite == Pole(3, 1)
