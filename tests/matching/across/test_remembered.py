"""Vectors made before."""

from __future__ import annotations

from types import SimpleNamespace

from firsthand.matching.across.remembered import Remembered
from tests.matching.across.made import encoder


def test_a_wording_is_put_into_a_vector_once_and_comes_back_as_it_was() -> None:
    first = Remembered()
    made = first.vector("r", "The gate was shut", encoder())
    again = Remembered(first.made)
    nobody = SimpleNamespace(encode=None)
    assert (again.vector("r", "The gate was shut", nobody) == made).all()  # type: ignore[arg-type]
    assert again.made == {}


def test_other_words_and_other_records_are_not_known() -> None:
    known = Remembered()
    known.vector("r", "The gate was shut", encoder())
    later = Remembered(known.made)
    later.vector("r", "The gate was opened", encoder())
    later.vector("s", "The gate was shut", encoder())
    assert {record: len(found) for record, found in later.made.items()} == {"r": 1, "s": 1}
