"""Whether two wordings say the same; the same answer in either order."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.candidates import Rarity
from firsthand.matching.judge import judge, striking
from firsthand.matching.wordings import Voice
from firsthand.matching.words import features, words_of
from firsthand.model import MatchKind, Span

RARE = Rarity({"ferry": 30, "fire": 25}, 100)
WORD = st.sampled_from(
    ["the", "ferry", "pump", "not", "we", "were", "told", "forty", "36", "boxes", "sealed"]
)


@dataclass(frozen=True)
class Said:
    keys: tuple[str, ...]
    features: tuple[str, ...]
    names: frozenset[str] = frozenset()
    voice: Voice = Voice.SAID


def wording(text: str, names: str = "", voice: Voice = Voice.SAID) -> Said:
    keys = words_of(text, [Span(0, len(text))]).keys
    return Said(keys, tuple(features(keys)), frozenset(names.split()), voice)


@pytest.mark.parametrize(
    ("a", "b", "voice", "same"),
    [
        ("sealed boxes", "forty sealed boxes were found", Voice.SAID, True),
        ("sealed boxes", "forty sealed boxes were found", Voice.OWN, False),
        ("we only did as we were told", "we are no thieves we only did as we were told", Voice.SAID, True),
        ("as it was to be in the", "so as it was to be in the end", Voice.SAID, False),
        ("the ferry fire", "a ferry fire and a storm", Voice.SAID, False),
    ],
)
def test_enough_rare_words_must_agree(a: str, b: str, voice: Voice, same: bool) -> None:
    assert (judge(wording(a, voice=voice), wording(b, voice=voice), RARE) is not None) is same


def test_names_alone_are_not_enough() -> None:
    a, b = "ann lee porter", "ann lee porter of tresk"
    assert judge(wording(a, names=a), wording(b, names=b), RARE) is None
    assert judge(wording(a), wording(b), RARE) is not None


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (
            "forty sealed boxes came ashore",
            "36 sealed boxes came ashore",
            "another number: “forty” here, “36” there",
        ),
        ("we would not open sealed boxes", "we would open sealed boxes", "“not” stands only here"),
        (
            "sealed boxes that lee opened",
            "sealed boxes that kim opened",
            "another name: “lee” here, “kim” there",
        ),
    ],
)
def test_reasons_name_what_may_change_the_sense(a: str, b: str, reason: str) -> None:
    found = judge(wording(a, names="lee kim"), wording(b, names="lee kim"), RARE)
    assert found is not None
    assert found.kind is MatchKind.ALTERED
    assert reason in found.reasons


def test_a_numeral_and_its_figure_are_no_other_number() -> None:
    found = judge(wording("forty sealed boxes came ashore"), wording("40 sealed boxes came ashore"), RARE)
    assert found is not None
    assert not any("number" in reason for reason in found.reasons)


def test_only_a_long_common_run_is_striking() -> None:
    a, b = (
        wording("forty sealed boxes came ashore at dawn"),
        wording("forty sealed boxes came ashore at noon"),
    )
    found = judge(a, b, RARE)
    assert found is not None
    assert striking(found, a.keys)
    assert not striking(found, wording("the of to in was at by").keys)


@given(st.lists(WORD, max_size=10), st.lists(WORD, max_size=10))
def test_the_answer_is_the_same_in_either_order(a: list[str], b: list[str]) -> None:
    one, other = wording(" ".join(a)), wording(" ".join(b))
    forth, back = judge(one, other, RARE), judge(other, one, RARE)
    assert (forth is None) == (back is None)
    if forth and back:
        assert (forth.kind, forth.score) == (back.kind, pytest.approx(back.score))
        assert forth.comparison == back.comparison.mirrored()
