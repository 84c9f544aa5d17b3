"""Any text with any attributions in it: overlapping, in several pieces, without source or cue."""

from __future__ import annotations

from hypothesis import strategies as st

from firsthand.model import Attribution, Kind, Record, Span
from tests.builders import record

LETTERS = "abз한 ́\"“”«».,\n\r'’-7😀"


@st.composite
def attributed(draw: st.DrawFn) -> tuple[Record, tuple[Attribution, ...]]:
    """A record and attributions whose spans begin and end on a character that is not blank."""
    text = draw(st.text(LETTERS, min_size=1, max_size=60)) + "x"
    solid = [at for at, char in enumerate(text) if not char.isspace()]
    pieces = st.lists(st.sampled_from(solid), min_size=1, max_size=6, unique=True).map(sorted).map(_spans)
    made = []
    for number in range(draw(st.integers(0, 4))):
        content = draw(pieces)
        cue = draw(st.one_of(st.just(()), pieces.map(lambda s: s[:2])))
        source = draw(st.one_of(st.none(), pieces.map(lambda s: s[0])))
        made.append(Attribution(f"id {number}", "r", Kind.INDIRECT, content, cue, source))
    return record(text), tuple(made)


def _spans(edges: list[int]) -> tuple[Span, ...]:
    """Two edges make a piece, from the first to the second, both of them in it."""
    ends = [*edges[1::2], *edges[-1:]]
    return tuple(Span(a, b + 1) for a, b in zip(edges[::2], ends, strict=False))
