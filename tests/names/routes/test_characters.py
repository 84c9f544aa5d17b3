"""Chinese characters of Korean names and their readings."""

from __future__ import annotations

import re

import pytest

from firsthand.names.routes.characters import abroad, characters, family_characters, hangul_of
from firsthand.names.routes.hangul import is_syllable


@pytest.mark.parametrize(
    ("character", "hangul"),
    [("姜", "강"), ("吉", "길"), ("郑", "정"), ("鄭", "정"), ("南宮", "남궁"), ("竜", "룡")],
)
def test_hangul_of_a_character(character: str, hangul: str) -> None:
    assert hangul in hangul_of()[character]


@pytest.mark.parametrize(
    ("hangul", "character", "chinese", "japanese"),
    [
        ("강", "姜", "jiang", "kyou"),
        ("박", "朴", "piao", "boku"),
        ("정", "郑", "zheng", "tei"),
        ("홍", "x", "", ""),
    ],
)
def test_readings(hangul: str, character: str, chinese: str, japanese: str) -> None:
    assert abroad(hangul, character) == (chinese, japanese)


def test_the_table_is_well_formed() -> None:
    assert len(characters()) > 250
    for hangul, read in characters().items():
        assert all(map(is_syllable, hangul))
        for character, (chinese, japanese) in read.items():
            assert len(character) == len(hangul)
            assert re.fullmatch("[a-zü]+", chinese), character
            assert all(re.fullmatch("[a-z]+", each) for each in japanese), character


def test_family_names_have_their_own_characters() -> None:
    assert list(family_characters("정")) == ["鄭", "丁", "程"]
