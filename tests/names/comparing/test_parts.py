"""Names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Being
from firsthand.names.comparing.parts import Kind, looks_like_body, take


def kinds(name: str, being: Being) -> list[tuple[str, Kind]]:
    return [(p.key, p.kind) for p in take(name, being).parts]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Lt. Col. Darya O. Melnik Jr.",
            [Kind.TITLE, Kind.TITLE, Kind.NAME, Kind.INITIAL, Kind.NAME, Kind.SON],
        ),
        ("D.M. Melnik", [Kind.INITIAL, Kind.INITIAL, Kind.NAME]),
        ("Jan van der Berg", [Kind.NAME, Kind.PARTICLE, Kind.PARTICLE, Kind.NAME]),
        ("정경홍 대좌", [Kind.NAME, Kind.TITLE]),
        ("Oskar Lind III", [Kind.NAME, Kind.NAME, Kind.NUMBER]),
        ("General", [Kind.NAME]),
    ],
)
def test_the_name_of_a_person(name: str, expected: list[Kind]) -> None:
    assert [kind for _, kind in kinds(name, Being.PERSON)] == expected


def test_the_name_of_a_body() -> None:
    assert kinds("The Vessia Bank Sp. z o.o.", Being.BODY) == [
        ("the", Kind.IDLE),
        ("vessia", Kind.NAME),
        ("bank", Kind.SHARED),
        ("limited", Kind.FORM),
    ]
    assert kinds("Brigade Forty-Four", Being.BODY) == [("brigade", Kind.SHARED), ("44", Kind.NUMBER)]


def test_a_long_legal_form_is_known_with_a_slip() -> None:
    found = kinds("Vessia Joint Stok Company", Being.BODY)
    assert found[-1] == ("joint_stock", Kind.FORM)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Vessia GmbH", True),
        ("Bank of Vessia", True),
        ("Vessia Sp. z o.o.", True),
        ("Darya Melnik", False),
        ("", False),
    ],
)
def test_a_body_is_known_by_its_words(name: str, body: bool) -> None:
    assert looks_like_body(name) is body


def test_the_fathers_are_those_after_bin() -> None:
    taken = take("Yusuf bin Tariq ibn Salim", Being.PERSON)
    assert taken.fathers == {"tariq", "salim"}
    assert taken.own == {"yusuf"}


@given(st.text(max_size=30), st.sampled_from(Being))
def test_any_string_is_taken_apart(name: str, being: Being) -> None:
    assert all(part.key for part in take(name, being).parts)
