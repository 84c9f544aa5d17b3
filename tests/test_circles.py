from __future__ import annotations

import gc
from weakref import ref

import pytest

from firsthand import circles
from firsthand.circles import no_circles


class Thing:
    """Something that may name another, or itself."""

    other: Thing | None = None


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


def test_a_circle_that_was_there_before_is_found_later() -> None:
    kept = [Thing()]
    kept[0].other = kept[0]
    seen = ref(kept[0])
    with no_circles():
        pass
    kept.clear()
    gc.collect()
    assert seen() is None


def test_what_is_left_by_a_process_that_ends_soon_is_not_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(circles, "_ends", False)
    gc.unfreeze()
    with no_circles():
        pass
    assert gc.get_freeze_count() == 0
    try:
        circles.this_process_ends_soon()
        with no_circles():
            kept = [Thing()]
        assert gc.get_freeze_count() > 0 and gc.isenabled() and kept
    finally:
        gc.unfreeze()
