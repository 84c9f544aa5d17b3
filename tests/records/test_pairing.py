"""Lines that a person has put together."""

from __future__ import annotations

import pytest

from firsthand.records.pairing import line_pairs


def test_ranges_lists_and_empty_sides() -> None:
    notes: list[str] = []
    assert line_pairs("3-4 = 3; 5=4, 6–7;6 =;\n= 8", "r", notes) == (
        ((3, 4), (3,)),
        ((5,), (4, 6, 7)),
        ((6,), ()),
        ((), (8,)),
    )
    assert notes == []


@pytest.mark.parametrize("written", ["3", "a = 3", "4-3 = 1", "1-2000000 = 1", "=", "1 = 2 = 3"])
def test_a_mistake_costs_its_own_pair_and_is_said(written: str) -> None:
    notes: list[str] = []
    assert line_pairs(f"{written}; 1 = 1", "r", notes) == (((1,), (1,)),)
    assert len(notes) == 1


def test_a_list_of_regions_is_no_pair() -> None:
    assert line_pairs([{"line": 1}], "r", []) == ()
