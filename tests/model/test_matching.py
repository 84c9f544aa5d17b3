from __future__ import annotations

import pytest

from firsthand.model import Independence, Match, MatchKind, Op, Place, Span
from firsthand.model.matching import SURELY


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


@pytest.mark.parametrize(("likelihood", "surely"), [(SURELY, True), (SURELY - 0.01, False), (1.0, True)])
def test_a_match_shows_something_from_a_likelihood_on(likelihood: float, surely: bool) -> None:
    here = Place("r", (Span(0, 1),))
    made = Match("m", here, here, "a", "b", MatchKind.PARAPHRASE, (), 1.0, likelihood=likelihood)
    assert made.surely is surely
