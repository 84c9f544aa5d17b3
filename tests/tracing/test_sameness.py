from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import Match, MatchKind, Place, Span
from firsthand.tracing.sameness import SURE, Sameness

HERE = Place("r", (Span(0, 1),))


def match(a: str, b: str, kind: MatchKind = MatchKind.VERBATIM, likelihood: float = 1.0) -> Match:
    return Match(f"{a}{b}", HERE, HERE, a, b, kind, (), 1.0, (), likelihood)


UNSURE = match("b", "c", MatchKind.PARAPHRASE, SURE - 0.1)


@pytest.mark.parametrize(
    ("matches", "doubted"),
    [
        ([], False),
        ([UNSURE], False),
        ([match("a", "b"), UNSURE], True),
        ([match("a", "b"), UNSURE, match("a", "c")], False),
        ([match("a", "b"), replace(UNSURE, likelihood=SURE)], False),
        ([match("a", "b"), replace(UNSURE, kind=MatchKind.ALTERED)], False),
        ([match("a", "b"), replace(UNSURE, b_attribution="")], False),
    ],
)
def test_what_only_unsure_matches_join_is_doubted(matches: list[Match], doubted: bool) -> None:
    assert Sameness(matches).doubted(["a"], ["c"]) is doubted
    assert Sameness(matches[::-1]).doubted(["x", "c"], ["a"]) is doubted
