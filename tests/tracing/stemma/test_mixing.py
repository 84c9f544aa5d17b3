"""Texts made from two models."""

from __future__ import annotations

from firsthand.tracing.stemma.coding import Coded
from firsthand.tracing.stemma.mixing import mixed, without
from firsthand.tracing.stemma.tree import of

TREE = of(5, [(5, 0), (5, 1), (5, 6), (6, 2), (6, 3), (1, 4)], 2)


def places(fifth: str) -> list[Coded]:
    """Where 0 and 1 have one variant, 2 and 3 the other; the last text has what ``fifth`` says."""
    return [((0, 0, 1, 1, int(each)), (0.5, 0.5), 1.0) for each in fifth]


def test_a_text_that_changes_sides_once_has_two_models() -> None:
    (found,) = mixed(TREE, places("0" * 20 + "1" * 20))
    assert found.text == 4
    assert found.cut in range(18, 22)


def test_one_that_goes_to_and_fro_has_not() -> None:
    assert mixed(TREE, places("01" * 20)) == []


def test_one_that_keeps_to_its_side_has_not() -> None:
    assert mixed(TREE, places("0" * 40)) == []


def test_taking_a_text_out_leaves_the_others_joined() -> None:
    rest = without(TREE, 1)
    assert {n for n, _ in rest.walk(0)} == set(rest.steps) >= {0, 2, 3, 4}
