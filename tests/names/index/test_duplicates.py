"""Names that are one are found among many, and the same on every engine."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.engines import Local
from firsthand.names.index import duplicates
from tests.names.index.names import NAMES, SAME

ONE, TWO = Local(processes=1), Local(processes=2, worth_a_pool=1, chunk=1)


def test_spellings_of_one_name_are_found() -> None:
    found = {(NAMES[a], NAMES[b]) for a, b, _ in duplicates(NAMES, ONE).pairs}
    assert found >= SAME


def test_near_names_are_not() -> None:
    found = {frozenset((NAMES[a], NAMES[b])) for a, b, _ in duplicates(NAMES, ONE).pairs}
    assert frozenset(("Oleh Marchenko", "Ihor Marchenko")) not in found


def test_an_initial_is_that_of_a_word() -> None:
    names = ["Oleh Marchenko", "O. Marchenko", "K. Marchenko", "Marchenko H.", "Марченко О."]
    assert {(a, b) for a, b, _ in duplicates(names, ONE).pairs} == {(0, 1), (0, 4), (1, 4)}


def test_every_engine_finds_the_same() -> None:
    assert duplicates(NAMES, ONE) == duplicates(NAMES, TWO)


def test_the_likeliest_stand_first() -> None:
    found = duplicates(NAMES, ONE, lowest=0.0).pairs
    assert list(found) == sorted(found, key=lambda each: -each[2])
    assert all(a < b for a, b, _ in found)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_strings_may_be_names(names: list[str]) -> None:
    assert all(0 <= score <= 1 for _, _, score in duplicates(names, ONE, lowest=0.0).pairs)


def test_no_names() -> None:
    assert duplicates([], ONE).pairs == ()
