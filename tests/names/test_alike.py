"""Whatever may be one of some names, in any script."""

from __future__ import annotations

import pytest

from firsthand.names.alike import Alike, may_be_one


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ok-sun Ri", "리옥순", True),
        ("리옥순", "Ri Ok Sun", True),
        ("리옥순", "Оксун Рі", True),
        ("옥순", "Оксуну", True),
        ("Taras Hordiienko", "Гордієнку Тарасові", True),
        ("Тарас Гордієнко", "Taras Hordiienko", True),
        ("Taras Hordiienko", "Тараса Гордієвича", False),
        ("Ada Quist", "Ada Quister", False),
        ("리옥순", "리옥선", False),
        ("표진구", "PYO CHINGU", True),
        ("Pyo Jin-gu", "Пьо Джин Гу", True),
        ("Oleksandr Bondar", "올렉산드르 본다르", True),
        ("윤옥희", "Yun Ok-hee", True),
        ("Олександр Коваленко", "Олександра Коваленко", True),
    ],
)
def test_what_may_be_a_name_in_any_script_with_its_endings(one: str, other: str, alike: bool) -> None:
    assert bool(Alike([one], 3)(other)) is alike


def test_the_name_is_told_that_is_written() -> None:
    alike = Alike(["Vera Holm", "리옥순", "Тарас Гордієнко"], 3)
    assert [alike(w) for w in ("Holm Vera", "Ok-sun Ri", "Тарасу Гордієнку", "Taras Hordiienko", "Vera")] == [
        "Vera Holm",
        "리옥순",
        "Тарас Гордієнко",
        "Тарас Гордієнко",
        "",
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("капітан Іван Ремез", "Ivan Remez", True),
        ("Ada Quist Denies Everything", "Ада Квист", True),
        ("President Joe Biddle", "Джо Биддл", True),
        ("Varn Police Department", "Відділ поліції Варна", True),
        ("Ada Quist", "Bo Quist", False),
        ("captain Ivan Remez", "капитан Пётр Коваль", False),
        ("김민수", "Anna Berg", False),
        ("Lee", "Ann Lee", False),
    ],
)
def test_two_sources_may_be_one_by_their_names_beside_an_office(one: str, other: str, alike: bool) -> None:
    assert (may_be_one(one, other), may_be_one(other, one)) == (alike, alike)
