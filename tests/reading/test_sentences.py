"""Sentences and tokens, quotations closed up."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.cases import cut


def spans(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in cut(text) if s.inside is None]


def test_a_quotation_is_one_token_and_is_read_again_inside() -> None:
    text = "The levy is “a tax on rain and on wind,” Ann said."
    outer, inner = cut(text)
    assert sum(1 for t in outer.tokens if t.quote) == 1
    assert inner.inside is not None and [t.text for t in inner.tokens[:3]] == ["a", "tax", "on"]


def test_where_a_sentence_ends() -> None:
    assert spans("Mr. Lee left at 5 p.m. on Monday. It rained! Did it?") == [
        "Mr. Lee left at 5 p.m. on Monday.",
        "It rained!",
        "Did it?",
    ]
    assert len(spans("She left the U.S. The talks go on.")) == 2
    assert len(spans("She left the U.S. Navy. It rained at 5 p.m. Monday.")) == 2
    assert len(spans("“Who opened it?” asked the judge. “Nobody.”")) == 2
    assert len(spans("Ann Lee wrote:\n“It rained.”")) == 1


def test_a_possessive_is_a_token_of_its_own() -> None:
    (sentence,) = cut("Lee’s boat")
    assert [(t.low, t.word) for t in sentence.tokens] == [("lee", True), ("'s", False), ("boat", True)]


@given(st.text(alphabet="“”\"' .,!?Aa\n", max_size=60))
def test_tokens_stand_in_order_and_cover_every_mark(text: str) -> None:
    tokens = [t for s in cut(text) if s.inside is None for t in s.tokens]
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    bare = [i for i, c in enumerate(text) if not c.isspace()]
    assert all(any(t.start <= i < t.end for t in tokens) for i in bare)
