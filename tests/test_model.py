from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import model
from firsthand.model import Attribution, Kind, Span, identity

PARTS = st.lists(st.text(), max_size=5)
VALUES = [v for v in vars(model).values() if isinstance(v, type) and is_dataclass(v)]


@given(PARTS, PARTS)
def test_two_lists_of_fields_share_an_id_only_if_they_are_equal(a: list[str], b: list[str]) -> None:
    assert (identity(*a) == identity(*b)) == (a == b)


def test_an_id_does_not_depend_on_the_machine() -> None:
    expected = "316b70db8850026c9103e5d0834502ab0b66cb35ab727bf1debb98c1f377eb63"
    assert identity("record", "ab", "row 7") == expected


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert len(identity("\ud800")) == 64


def test_the_reader_is_no_part_of_the_id_of_an_attribution() -> None:
    spans = (Span(1, 5), Span(9, 12))
    assert Attribution.identify("r", Kind.DIRECT, spans, None) != Attribution.identify(
        "r", Kind.DIRECT, spans[:1], None
    )
    assert "reader" in {f.name for f in fields(Attribution)}


@pytest.mark.parametrize("value", VALUES)
def test_every_noun_is_frozen_and_documented(value: type) -> None:
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert (value.__doc__ or "").strip() and not value.__doc__.startswith(f"{value.__name__}(")
