from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.identifying.ranks import _words, above, rank_of, ranks
from firsthand.names.tables import read_table

WORDS = sorted({word.pattern for words in _words().values() for word in words if word.pattern.isalpha()})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Captain", "капітана", True),
        ("старшого лейтенанта", "senior lieutenant", True),
        ("капитан 1-го ранга", "Captain First Rank", True),
        ("капитан 1-го ранга", "captain", False),
        ("major-general", "генерал-майор", True),
        ("대위", "капитан", True),
        ("상사", "chief sergeant", True),  # of the North
        ("상사", "master sergeant", True),
        ("капітан поліції", "captain", False),  # another ladder
        ("경위", "inspector", True),
        ("pilot", "pilot", False),
    ],
)
def test_ranks_are_one_in_several_languages(one: str, other: str, alike: bool) -> None:
    assert bool(ranks(one) & ranks(other)) is alike


@pytest.mark.parametrize(
    ("higher", "lower"),
    [("major", "капітан"), ("대좌", "상좌"), ("полковник поліції", "майор поліції"), ("총경", "경감")],
)
def test_one_is_above_another_of_its_ladder(higher: str, lower: str) -> None:
    assert above(higher, lower) and not above(lower, higher)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lieutenant", "senior lieutenant"),
        ("police major", "captain"),
        ("inspector", "капитан"),
        ("cook", "major"),
    ],
)
def test_where_the_armies_part_none_is_above(one: str, other: str) -> None:
    assert not above(one, other) and not above(other, one)


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_never_are_both_above(one: str, other: str) -> None:
    assert not (above(one, other) and above(other, one))
    assert not (above(one, other) and ranks(one) & ranks(other))


@pytest.mark.parametrize(
    ("language", "text", "name", "rank"),
    [
        ("en", "They say Captain Ada Quist fell.", "Captain Ada Quist", "Captain"),
        ("en", "They say captain Ada Quist fell.", "Ada Quist", "captain"),
        ("uk", "Про старшого лейтенанта Боха Ека нічого.", "Боха Ека", "старшого лейтенанта"),
        ("ru", "Рядовой Бох Эк ушёл.", "Бох Эк", "Рядовой"),
        ("ko", "북한군 상사 표진구는 떠났다.", "표진구", "상사"),
        ("ko", "표진구 상사는 떠났다.", "표진구", "상사"),
    ],
)
def test_a_rank_stands_at_a_name(language: str, text: str, name: str, rank: str) -> None:
    start = text.index(name)
    found = rank_of(text, start, start + len(name), language)
    assert found and text[slice(*found)] == rank


@pytest.mark.parametrize(
    "text", ["The captain met Ada Quist.", "Ada Quist, a captain", "Ada Quist", "Captaincy Ada Quist"]
)
def test_a_rank_elsewhere_is_not_of_the_name(text: str) -> None:
    start = text.index("Ada")
    assert rank_of(text, start, start + len("Ada Quist"), "en") is None


def test_every_row_has_its_columns_and_the_codes_rise() -> None:
    codes = [
        row.split("|")[0].strip()
        for row in read_table("firsthand.names.identifying", "ranks.toml")["forces"].strip().split("\n")
    ]
    officers = [int(code[3:]) for code in codes if code.startswith("OF")]
    assert officers == sorted(officers) and codes.index("OR-9") < codes.index("WO") < codes.index("OF-1")
