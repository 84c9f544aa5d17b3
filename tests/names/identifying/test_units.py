from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.identifying.units import Unit, unit


@pytest.mark.parametrize(
    "written",
    [
        "34th Brigade",
        "34th Mechanised Brigade",
        "34 обр",
        "34 омбр",
        "34-я бригада",
        "34-ї окремої бригади",
        "제34여단",
        "제 34 여단",
        "34. Brigade",
        "Brigada 34",
        "34 Brygada Pancerna",
    ],
)
def test_a_brigade_is_one_in_every_language(written: str) -> None:
    assert unit(written) == Unit("brigade", "34")


@pytest.mark.parametrize(
    ("written", "kind", "number"),
    [
        ("в/ч 12345", "military unit", "12345"),
        ("военная… войсковой части 12345", "military unit", "12345"),
        ("military unit 12345", "military unit", "12345"),
        ("제12345군부대", "military unit", "12345"),
        ("військова частина А1234", "military unit", "A1234"),  # a Ukrainian letter
        ("military unit A1234", "military unit", "A1234"),
        ("94-го полку", "regiment", "94"),
        ("제94연대", "regiment", "94"),
        ("3rd Battalion, 34th Brigade", "battalion", "3"),
    ],
)
def test_kinds_and_numbers(written: str, kind: str, number: str) -> None:
    assert unit(written) == Unit(kind, number)


@pytest.mark.parametrize("written", ["", "the brigade", "34", "34th Street", "обр"])
def test_what_has_no_number_or_no_kind_is_no_unit(written: str) -> None:
    assert unit(written) is None


@given(st.text())
def test_any_words_are_looked_at(written: str) -> None:
    found = unit(written)
    assert found is None or found.number
