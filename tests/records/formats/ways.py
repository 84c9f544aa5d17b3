"""The way back, as tests of formats look at it."""

from __future__ import annotations

from html import unescape

from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.records.document import Document

# Letters of several widths, what XML writes otherwise, and characters beyond the first plane.
WORDS = st.text(alphabet="ab&<>\"'é가є😐", min_size=1, max_size=12)


def leads_back(document: Document, data: bytes) -> None:
    """Every character leads to bytes that say it; blanks alone may have been made."""
    for at, char in enumerate(document.text):
        place = document.offsets.back(Span(at, at + 1))
        assert (unescape(data[place[0] : place[1]].decode()) == char) if place else char.isspace()


def words(document: Document) -> list[str]:
    """The text of each line."""
    return [document.text[line.span.start : line.span.end] for line in document.lines]
