from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.marks import stretches
from firsthand.model import Span

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda t: Span(min(t), max(t)))
marks = st.lists(st.lists(spans, max_size=3), max_size=6)


@given(marks)
def test_the_stretches_are_the_whole_in_order(found: list[list[Span]]) -> None:
    cuts = stretches(Span(5, 30), found)
    assert cuts[0].start == 5
    assert cuts[-1].end == 30
    assert all(a.end == b.start for a, b in pairwise(cuts))
    assert all(cut.start < cut.end for cut in cuts)


@given(marks)
def test_a_stretch_lies_in_exactly_the_marks_that_hold_it(found: list[list[Span]]) -> None:
    for cut in stretches(Span(0, 40), found):
        for at in range(cut.start, cut.end):
            held = {n for n, mark in enumerate(found) if any(s.start <= at < s.end for s in mark)}
            assert set(cut.within) == held


@given(marks)
def test_every_mark_begins_once_and_ends_once(found: list[list[Span]]) -> None:
    cuts = stretches(Span(0, 40), found)
    for number, mark in enumerate(found):
        some = any(s.start < s.end for s in mark)
        assert sum(number in c.starts for c in cuts) == some
        assert sum(number in c.ends for c in cuts) == some


def test_the_innermost_comes_last() -> None:
    cut = next(c for c in stretches(Span(0, 10), [[Span(2, 4)], [Span(0, 10)]]) if c.start == 2)
    assert cut.within == (1, 0)
