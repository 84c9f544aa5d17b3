"""From evidence to a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.across.evidence import Evidence
from firsthand.matching.across.judging import Candidate, Rivals, Verdict, features, judge, learnt
from firsthand.matching.across.nearest import Near

ALIKE = Evidence(0.8, (("Marek", 1.0),), (("Марек", 1.0),), 1, (), (), False, False, (), (), 0.1)
SURE = Candidate(Near(0, 1, 0.8, 0.8), ALIKE, Rivals(-0.3, 0.4))


def changed(**fields: object) -> Candidate:
    return replace(SURE, evidence=replace(ALIKE, **fields))


def test_what_answers_in_all_is_proposed_as_the_same() -> None:
    judged = judge(SURE)
    assert judged.verdict is Verdict.SAME
    assert not judged.flags
    assert "names that sound alike: “Marek”, “Марек”" in judged.reasons


@pytest.mark.parametrize(
    ("candidate", "flag"),
    [
        (changed(numbers_a=(34.0,), numbers_b=(84.0,)), "another number: 34 here, 84 there"),
        (changed(names_a=(("Marek", 0.2),)), "the name “Marek” stands only here"),
        (changed(names_b=(("Марек", 0.2),)), "the name “Марек” stands only there"),
        (changed(places=(("poland", "угорщина"),)), "another place: “poland” here, “угорщина” there"),
        (changed(negated_a=True), "a negation stands only here"),
        (changed(opposed=(("rose", "впали"),)), "turned round: “rose” here, “впали” there"),
    ],
)
def test_what_speaks_against_it_is_flagged_and_never_the_same(candidate: Candidate, flag: str) -> None:
    judged = judge(candidate)
    assert flag in judged.flags
    assert judged.verdict is not Verdict.SAME


def test_a_negation_where_negations_are_not_known_is_no_flag() -> None:
    assert judge(changed(negated_a=True, negated_b=None)).flags == ()


def test_what_lies_far_is_different() -> None:
    far = Candidate(Near(0, 1, 0.0, -0.6), replace(ALIKE, laid=0.2, shared=0), Rivals(0.4, 0.8))
    assert judge(far).verdict is Verdict.DIFFERENT


@given(st.floats(-1, 1), st.floats(-2, 2), st.floats(0, 1), st.floats(-2, 2))
def test_the_likelihood_is_one_and_the_verdict_follows_it(
    c: float, x: float, laid: float, rival: float
) -> None:
    judged = judge(Candidate(Near(0, 1, c, x), replace(ALIKE, laid=laid), Rivals(rival, 0.4)))
    assert 0 <= judged.likelihood <= 1
    assert (judged.verdict is Verdict.SAME) == (judged.likelihood >= learnt()["same from"])


def test_every_feature_has_a_weight() -> None:
    assert set(features(SURE)) == set(learnt()["weights"])
