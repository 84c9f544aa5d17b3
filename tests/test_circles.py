from __future__ import annotations

import gc
from weakref import ref

import pytest

from firsthand.circles import no_circles


class Thing:
    """Something that may name another, or itself."""

    other: Thing | None = None


def circle() -> ref[Thing]:
    made = Thing()
    made.other = made
    return ref(made)


def test_nobody_looks_for_circles_meanwhile_nor_inside_until_the_outermost_ends() -> None:
    with no_circles():
        assert not gc.isenabled()
        with no_circles():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_ends_with_a_fault_too() -> None:
    with pytest.raises(ValueError, match="odd"), no_circles():
        raise ValueError("odd")
    assert gc.isenabled()


def test_what_was_made_is_looked_through_no_more_and_goes_when_nothing_names_it() -> None:
    with no_circles():
        made = Thing()
    assert all(each is not made for each in gc.get_objects())
    seen = ref(made)
    del made
    assert seen() is None


def test_circles_made_later_are_found() -> None:
    with no_circles():
        pass
    later = circle()
    gc.collect()
    assert later() is None
