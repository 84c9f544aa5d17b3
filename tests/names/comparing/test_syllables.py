"""Korean names syllable by syllable."""

from __future__ import annotations

import pytest

from firsthand.names.comparing.syllables import HEADS, PRESS, SELDOM, USUAL, WRITTEN_BACK, likened


@pytest.mark.parametrize(
    ("one", "other", "worst"),
    [
        ("ri thae hyok", "리태혁", USUAL),
        ("hyok ri thae", "x", None),
        ("ri tae hyuk", "ri thae hyok", PRESS),
        ("ri jong un", "ri jong on", SELDOM),
        ("kim ryong su", "kim yong su", HEADS),
        ("리정호", "리종호", WRITTEN_BACK),
        ("лі те хьок", "lee dae-hyeok", USUAL),
        ("darya melnik", "리태혁", None),
    ],
)
def test_the_dearest_syllable(one: str, other: str, worst: float | None) -> None:
    found = likened(one, other)
    assert (found.worst if found else None) == worst


def test_one_syllable_sets_two_names_apart() -> None:
    found = likened("ri thae hyok", "ri thae min")
    assert found
    assert found.apart == 1
    assert found.pairs[-1].told == "hyok and min are two syllables"


def test_the_order_of_family_and_given_name_is_open() -> None:
    found = likened("gyong hong jong", "정경홍")
    assert found
    assert found.apart == 0


def test_two_chinese_spellings_are_two_names() -> None:
    found = likened("li ji", "li qi")
    assert found is None or found.apart == 1
