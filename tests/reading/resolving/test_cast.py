"""Who is who among the named."""

from __future__ import annotations

import pytest

from firsthand.languages import load
from firsthand.model import Being
from firsthand.reading.resolving.cast import Cast, Named, gather
from tests.reading.cases import cut


def cast(text: str) -> Cast:
    return gather(text, cut(text), load("en"))


def named(text: str, name: str) -> Named:
    return next(each for each in cast(text).named if each.name == name)


def test_one_person_under_the_fullest_name() -> None:
    found = cast("Kenneth B. Voss left. Ken Voss ate. Voss slept. Then Mr. Voss rose.").named
    assert [(each.name, each.count) for each in found] == [("Kenneth B. Voss", 4)]


def test_a_surname_that_several_bear_is_nobodys() -> None:
    text = "Ann Lee left. Tom Lee ate. Lee slept."
    found = cast(text)
    assert [each.name for each in found.named] == ["Ann Lee", "Tom Lee", "Lee"]
    assert named(text, "Lee").heirs == (0, 1)


@pytest.mark.parametrize(
    ("text", "name", "being"),
    [
        ("Ann Lee left.", "Ann Lee", Being.PERSON),
        ("Engineer Zorrik Blay left.", "Zorrik Blay", Being.PERSON),
        ("Zorrik, 39, left.", "Zorrik", Being.PERSON),
        ("We saw the Orm Tide Office.", "Orm Tide Office", Being.BODY),
        ("We met Republicans.", "Republicans", Being.GROUP),
        ("We went to Norway.", "Norway", Being.UNKNOWN),
        ("We met the ORMX.", "ORMX", Being.BODY),
        ("Tide Harrow said so. Tide Harrow left. Tide Harrow ate.", "Tide Harrow", Being.UNKNOWN),
        (
            "Tide Harrow said so. Mr. Harrow left. Tide Harrow ate. Tide Harrow slept.",
            "Tide Harrow",
            Being.PERSON,
        ),
        ("Putin said so.", "Putin", Being.PERSON),
    ],
)
def test_what_a_name_is_the_name_of(text: str, name: str, being: Being) -> None:
    assert named(text, name).being is being


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gov. Ann Lee left.", "governor"),
        ("We met Ann Lee, the mayor of Orm.", "mayor"),
        ("A baker named Ann Lee left.", "baker"),
        ("The soldier, identified as Ann Lee, left.", "soldier"),
        ("Sen. Ann Lee left.", "lawmaker"),
        ("The hosts Ann Lee and Bo Dale left.", "host"),
    ],
)
def test_roles_tied_to_a_name(text: str, role: str) -> None:
    assert role in named(text, "Ann Lee").roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Lee, an agent for President Dale, left.", "president"),
        ("A baker called Ann Lee “late”.", "baker"),
    ],
)
def test_roles_of_somebody_else(text: str, role: str) -> None:
    assert role not in named(text, "Ann Lee").roles


def test_a_first_name_of_both_is_told_by_the_text() -> None:
    assert named("Marty Finch left. It rained.", "Marty Finch").gender == "m"
    assert named("Marty Finch, a spokeswoman, left.", "Marty Finch").gender == "f"


def test_gender_by_the_first_name() -> None:
    assert (named("Ann Lee left.", "Ann Lee").gender, named("Tom Lee left.", "Tom Lee").gender) == ("f", "m")
