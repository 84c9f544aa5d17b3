"""The lines that some characters are in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.names.placing import place
from tests.names.papers.made import paper


@given(st.text("ab\n", max_size=40), st.integers(0, 40), st.integers(1, 20))
def test_every_line_that_a_span_touches_and_no_other(text: str, start: int, length: int) -> None:
    card, span = paper(text=text), Span(start, start + length)
    touched = [n.number for n in card.lines if n.span.start < span.end and span.start < n.span.end]
    assert list(place(card, span).lines) == touched
