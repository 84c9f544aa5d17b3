"""The parents of records while lines are drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Certainty
from firsthand.tracing.family import Family, Lead


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_a_family_never_closes_a_circle(steps: list[tuple[int, int]]) -> None:
    family = Family()
    for child, parent in steps:
        family.add(str(child), Lead(str(parent), Certainty.LIKELY))
    assert all(each not in family.ancestors(each) for each in map(str, range(7)))
