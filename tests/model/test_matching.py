from __future__ import annotations

from firsthand.model import Independence, MatchKind, Op, Span


def test_words_for_programs_are_words_for_people() -> None:
    assert [str(kind) for kind in MatchKind] == [
        "verbatim", "partial", "altered", "fused", "paraphrase", "translation",
    ]  # fmt: skip
    assert [str(op) for op in Op] == ["equal", "added", "dropped", "changed"]


def test_there_are_three_states_of_independence_and_no_fourth() -> None:
    assert len(Independence) == 3


def test_a_span_counts_as_slices_do() -> None:
    text = "The bridge is safe"
    assert text[slice(*Span(4, 10))] == "bridge"
    assert Span(1, 2) < Span(1, 3) < Span(2, 2)
