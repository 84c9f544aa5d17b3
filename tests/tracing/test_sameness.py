from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import Match, MatchKind, Place, Span
from firsthand.model.matching import SURELY
from firsthand.tracing.figures import figures
from firsthand.tracing.sameness import Sameness, numbers_part

HERE = Place("r", (Span(0, 1),))


def match(a: str, b: str, kind: MatchKind = MatchKind.VERBATIM, likelihood: float = 1.0) -> Match:
    return Match(f"{a}{b}", HERE, HERE, a, b, kind, (), 1.0, (), likelihood)


UNSURE = match("b", "c", MatchKind.PARAPHRASE, SURELY - 0.1)


@pytest.mark.parametrize(
    ("matches", "doubted"),
    [
        ([], False),
        ([UNSURE], False),
        ([match("a", "b"), UNSURE], True),
        ([match("a", "b"), UNSURE, match("a", "c")], False),
        ([match("a", "b"), replace(UNSURE, likelihood=SURELY)], False),
        ([match("a", "b"), replace(UNSURE, kind=MatchKind.ALTERED)], False),
        ([match("a", "b"), replace(UNSURE, b_attribution="")], False),
    ],
)
def test_what_only_unsure_matches_join_is_doubted(matches: list[Match], doubted: bool) -> None:
    assert Sameness(matches).doubted(["a"], ["c"]) is doubted
    assert Sameness(matches[::-1]).doubted(["x", "c"], ["a"]) is doubted


@pytest.mark.parametrize(
    ("ours", "theirs", "parted"),
    [
        ("17 people were treated", "seven people were treated", True),
        ("17 people were treated", "seventeen people were treated", False),
        ("17 people were treated", "people were treated", False),
        ("about 40 cows were lost", "41 cows were lost", False),
        ("about 40 cows were lost", "60 cows were lost", True),
        ("matter 28 of street 196", "matter 4 of street 12", True),
        ("17 people from 4 boats", "12 people from 4 boats", False),
    ],
)
def test_two_who_have_no_number_in_common_do_not_confirm_each_other(
    ours: str, theirs: str, parted: bool
) -> None:
    told, other = (figures(text, [Span(0, len(text))]) for text in (ours, theirs))
    assert numbers_part(told, other) is parted
    assert numbers_part(other, told) is parted
