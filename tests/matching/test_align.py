"""Two wordings side by side: kinds, edits that cover both, and no difference which side comes first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.matching import align
from firsthand.matching.align import LARGEST, compare, find
from firsthand.matching.words import words_of
from firsthand.model import Alignment, Edit, MatchKind, Op, Span

WORD = st.sampled_from(
    ["the", "pump", "stopped", "again", "not", "captain", "forty", "Lee", "насос", "선장은", "船長"]
)
TEXT = st.lists(WORD, max_size=12).map(" ".join)
MIRROR = {Op.ADDED: Op.DROPPED, Op.DROPPED: Op.ADDED, Op.EQUAL: Op.EQUAL, Op.CHANGED: Op.CHANGED}


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


def beside(a: str, b: str) -> Alignment:
    return align(a, whole(a), b, whole(b))


def shown(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(e.op.value, a[e.a.start : e.a.end], b[e.b.start : e.b.end]) for e in beside(a, b).edits]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("“The pump stopped – again”", "the PUMP\nstopped again", MatchKind.VERBATIM),
        ("the pump stopped", "he wrote that the pump stopped on Monday", MatchKind.PARTIAL),
        (
            "we left the harbour at six with forty boxes",
            "we left the harbour at seven with forty boxes",
            MatchKind.ALTERED,
        ),
        (
            "the pump stopped and nobody came",
            "the pump stopped on the third day out of Tresk, the captain slept, and nobody came",
            MatchKind.FUSED,
        ),
        (
            "nobody would come, the old pump stopped",
            "the old pump stopped at dawn, so we waited and nobody would come",
            MatchKind.FUSED,
        ),
        ("the engine had failed", "divers looked at the harbour wall", MatchKind.PARAPHRASE),
    ],
)
def test_the_kind_says_how_the_words_relate(a: str, b: str, kind: MatchKind) -> None:
    assert beside(a, b).kind is kind


def test_a_short_cut_is_an_alteration_not_a_fusion() -> None:
    found = beside("the crew closed the dampers before dawn", "the crew closed all the dampers before dawn")
    assert found.kind is MatchKind.ALTERED


def test_edits_tell_what_was_added_dropped_and_changed() -> None:
    assert shown("The crew had closed the dampers at six", "the crew had not closed every damper") == [
        ("equal", "The crew had", "the crew had"),
        ("added", "", "not"),
        ("equal", "closed", "closed"),
        ("changed", "the dampers at six", "every damper"),
    ]


def test_only_the_negation_of_a_contraction_differs() -> None:
    assert shown("I wouldn’t drink", "I would not drink") == [
        ("equal", "I would", "I would"),
        ("changed", "n’t", "not"),
        ("equal", "drink", "drink"),
    ]


def test_no_edit_reaches_across_the_gap_of_a_split_quotation() -> None:
    a = "“The pump stopped,” she said, “and nobody came.”"
    spans = (Span(1, 18), Span(30, 46))
    b = "The pump stopped and nobody came"
    found = align(a, spans, b, whole(b))
    assert found.kind is MatchKind.VERBATIM
    assert [a[e.a.start : e.a.end] for e in found.edits] == ["The pump stopped", "and nobody came"]


def test_text_without_spaces_is_compared_by_characters() -> None:
    assert shown("船長は直すなと言った", "船長は直せと言った")[0] == ("equal", "船長は直", "船長は直")


def test_sides_without_words_have_nothing_to_lay_side_by_side() -> None:
    assert beside("", "…").edits == ()
    assert beside("…", "the pump").edits == (Edit(Op.ADDED, Span(0, 0), Span(0, 8)),)


def test_likeness_is_the_share_of_words_that_agree() -> None:
    assert beside("one two three four", "one two nine four").likeness == pytest.approx(0.75)
    assert beside("", "").likeness == 1.0


@given(TEXT, TEXT)
@example("the pump the pump", "pump the")
def test_swapping_the_sides_swaps_added_and_dropped_and_nothing_else(a: str, b: str) -> None:
    one, other = beside(a, b), beside(b, a)
    assert (one.kind, one.likeness) == (other.kind, other.likeness)
    assert [(e.op, e.a, e.b) for e in one.edits] == [(MIRROR[e.op], e.b, e.a) for e in other.edits]


@given(TEXT, TEXT, st.integers(0, 60), st.integers(0, 60))
def test_every_word_lies_in_exactly_one_edit_in_order(a: str, b: str, cut: int, other: int) -> None:
    a_spans = (Span(0, min(cut, len(a))), Span(min(cut, len(a)), len(a)))
    b_spans = (Span(0, min(other, len(b))), Span(min(other, len(b)), len(b)))
    found = align(a, a_spans, b, b_spans)
    for text, spans, side in (
        (a, a_spans, [e.a for e in found.edits]),
        (b, b_spans, [e.b for e in found.edits]),
    ):
        held = [span for span in side if span.start < span.end]
        assert all(one.end <= two.start for one, two in pairwise(held))
        words = words_of(text, spans).spans
        assert [sum(s.start <= w.start and w.end <= s.end for s in held) for w in words] == [1] * len(words)


@given(TEXT, TEXT)
def test_equal_edits_hold_the_same_words(a: str, b: str) -> None:
    for edit in beside(a, b).edits:
        if edit.op is Op.EQUAL:
            assert words_of(a, [edit.a]).keys == words_of(b, [edit.b]).keys


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_aligned(a: str, b: str) -> None:
    assert 0 <= beside(a, b).likeness <= 1


@given(st.lists(st.sampled_from("abc"), max_size=4), st.lists(st.sampled_from("abc"), max_size=9))
def test_find_is_the_first_place_of_consecutive_words(part: list[str], text: list[str]) -> None:
    places = [
        n for n in range(len(text) + 1) if text[n : n + len(part)] == part and len(text) >= n + len(part)
    ]
    if part:
        assert find(part, text) == (places[0] if places else -1)


def test_wordings_too_long_for_one_table_are_cut_at_words_they_share() -> None:
    side = 25_000
    a = tuple(f"w{n}" for n in range(side))
    b = tuple(f"w{n}" if n % 5000 else f"x{n}" for n in range(side))
    assert len(a) * len(b) > LARGEST
    found = compare(a, b)
    assert found.kind is MatchKind.ALTERED
    assert found.likeness == pytest.approx((side - 5) / side)
    assert sum(x.a1 - x.a0 for x in found.blocks) == sum(x.b1 - x.b0 for x in found.blocks) == side
