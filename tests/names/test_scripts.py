"""Names in two scripts: one name by the tables, or none."""

from __future__ import annotations

import pytest

from firsthand.names.scripts import across
from firsthand.names.spelling import Name, key


def name(core: str) -> Name:
    words = tuple(map(key, core.split()))
    return Name(core, "".join(words), words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Тарас Гордієнко", "Taras Hordiienko"),
        ("Юрий Хохлов", "Yuri Khokhlov"),
        ("Ольга Яцюк", "Olha Yatsiuk"),
        ("윤서진", "Yoon Seo-jin"),
        ("윤서진", "Seojin Yun"),
        ("이동욱", "Lee Dong-uk"),
        ("올렉산드르 본다르", "Oleksandr Bondar"),
        ("보리스 그린", "Борис Грін"),
    ],
)
def test_one_name_in_two_scripts(one: str, other: str) -> None:
    (pair,) = across([name(one), name(other)])
    assert {n.core for n in pair} == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("윤서진", "Yoon Seo-jun"),
        ("윤서진", "Yang Seo-jin"),
        ("Тарас Гордієнко", "Taras Hordienok"),
        ("Ольга Яцюк", "Olena Yatsiuk"),
        ("Ольга Яцюк", "Yatsiuk"),
        ("Yun Seo-jin", "Yun Seojin"),
    ],
)
def test_names_that_resemble_each_other_or_are_of_one_script_are_no_pair(one: str, other: str) -> None:
    assert list(across([name(one), name(other)])) == []
