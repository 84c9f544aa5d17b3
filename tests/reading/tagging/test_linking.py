"""Parts to attributions, by ties and knots made by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.reading.tagging.decoding import Part, Scores
from firsthand.reading.tagging.encoding import Whole
from firsthand.reading.tagging.linking import Tagged, link

NAMES = ("cue", "source", "content", "channel", "addressee", "relay")


def part(name: str, at: int, length: int = 1) -> Part:
    """A part of pieces that are one character each."""
    return Part(name, Span(at, at + length), at, at + length)


def tied(pieces: int, **pairs: int) -> tuple[Scores, Scores, Whole]:
    """Ties and knots by which piece ``p3=1`` is tied to piece 1, all others to nothing; one sentence."""
    ties, knots = np.zeros((pieces, pieces), np.float32), np.eye(pieces, dtype=np.float32)
    for piece, head in pairs.items():
        ties[int(piece[1:]), head] = 9
    return ties, knots, np.zeros(pieces, np.int64)


def test_without_a_cue_nothing_is_attributed() -> None:
    assert link([part("source", 0), part("content", 1)], *tied(2)) == []


def test_a_cue_tied_to_its_source_has_it() -> None:
    (found,) = link([part("source", 0), part("cue", 1), part("content", 2, 3)], *tied(5, p1=0))
    assert found == Tagged(cue=Span(1, 2), content=(Span(2, 5),), source=(Span(0, 1),))


def test_a_cue_tied_to_itself_has_no_source() -> None:
    (found,) = link([part("source", 0), part("cue", 1), part("content", 2)], *tied(3, p1=1))
    assert found.source == ()


def test_each_content_goes_to_the_cue_that_it_is_tied_to() -> None:
    told = [part("cue", 0), part("content", 1), part("content", 2, 2), part("cue", 4)]
    first, second = link(told, *tied(5, p0=0, p4=4, p1=4, p2=0, p3=0))
    assert (first.cue, first.content) == (Span(0, 1), (Span(2, 4),))
    assert (second.cue, second.content) == (Span(4, 5), (Span(1, 2),))


def test_the_pieces_of_a_content_choose_together() -> None:
    told = [part("cue", 0), part("content", 1, 3), part("cue", 4)]
    first, second = link(told, *tied(5, p0=0, p4=4, p1=0, p2=4, p3=4))
    assert (first.content, second.content) == ((), (Span(1, 4),))


def test_a_source_in_another_sentence_is_not_preferred_by_little() -> None:
    told = [part("source", 0), part("source", 1), part("cue", 2), part("content", 3)]
    ties, knots, _ = tied(4, p2=0)
    ties[2, 1] = 8
    assert link(told, ties, knots, np.zeros(4, np.int64))[0].source == (Span(0, 1),)
    assert link(told, ties, knots, np.array([0, 1, 1, 1]))[0].source == (Span(1, 2),)


def test_a_content_in_two_parts_is_in_the_order_of_the_text() -> None:
    told = [part("content", 0), part("cue", 1), part("content", 2)]
    (found,) = link(told, *tied(3, p1=1, p0=1, p2=1))
    assert found.content == (Span(0, 1), Span(2, 3))


def test_two_cues_may_share_one_source() -> None:
    told = [part("source", 0), part("cue", 1), part("content", 2), part("cue", 3), part("content", 4)]
    found = link(told, *tied(5, p1=0, p3=0, p2=1, p4=3))
    assert [each.source for each in found] == [(Span(0, 1),)] * 2
    assert [each.content for each in found] == [(Span(2, 3),), (Span(4, 5),)]


def test_hands_go_to_their_cue_as_a_content_does() -> None:
    told = [part("cue", 0), part("addressee", 1), part("cue", 2), part("channel", 3), part("relay", 4)]
    first, second = link(told, *tied(5, p0=0, p2=2, p1=0, p3=2, p4=0))
    assert (first.addressee, first.relay, second.channel) == ((Span(1, 2),), (Span(4, 5),), (Span(3, 4),))


@given(st.lists(st.sampled_from(NAMES), max_size=8), st.integers(0, 2**32 - 1))
def test_every_cue_gives_one_attribution_and_no_content_is_lost(names: list[str], seed: int) -> None:
    drawn = np.random.default_rng(seed).normal(size=(2, len(names), 3)).astype(np.float32)
    told = [part(name, at) for at, name in enumerate(names)]
    found = link(told, *drawn, np.arange(len(names)) // 3)
    assert [each.cue for each in found] == [each.span for each in told if each.name == "cue"]
    contents = sorted(place for each in found for place in each.content)
    assert contents == ([each.span for each in told if each.name == "content"] if found else [])
    assert all(len(each.source) <= 1 for each in found)
