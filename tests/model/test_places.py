from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import identity

PARTS = st.lists(st.text(), max_size=5)


@given(PARTS, PARTS)
def test_two_lists_of_fields_share_an_id_only_if_they_are_equal(a: list[str], b: list[str]) -> None:
    assert (identity(*a) == identity(*b)) == (a == b)


def test_an_id_does_not_depend_on_the_machine() -> None:
    expected = "316b70db8850026c9103e5d0834502ab0b66cb35ab727bf1debb98c1f377eb63"
    assert identity("record", "ab", "row 7") == expected


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert len(identity("\ud800")) == 64
