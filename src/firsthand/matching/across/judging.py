"""Whether two sentences in two languages say the same: proposed, with reasons; never more than proposed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from math import exp
from typing import Any

from firsthand.matching.across.evidence import Evidence
from firsthand.matching.across.nearest import Near


class Verdict(StrEnum):
    """What is proposed about two sentences."""

    SAME = "same"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict, how likely it is that the two say the same (0 to 1; ``score``: its log odds), and why.

    ``flags`` are the reasons against: another number or name, a negation or an opposite.
    """

    verdict: Verdict
    likelihood: float
    score: float
    reasons: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """What else lies near: the greatest ``beyond`` and ``laid`` of any other candidate of a or of b."""

    beyond: float
    laid: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two sentences that lie near, what speaks for and against them, and their best rivals."""

    near: Near
    evidence: Evidence
    rivals: Rivals


def features(candidate: Candidate) -> dict[str, float]:
    """The numbers that the likelihood is reckoned from, by name."""
    near, evidence, rivals = candidate.near, candidate.evidence, candidate.rivals
    return {
        "cosine": near.cosine,
        "beyond": near.beyond,
        "laid": evidence.laid,
        "ahead by vectors": near.beyond - rivals.beyond,
        "ahead by pieces": evidence.laid - rivals.laid,
        "numbers shared": min(evidence.shared, 3),
        "numbers apart": min(len(evidence.numbers_a), len(evidence.numbers_b), 2),
        "numbers on one side": min(len(evidence.numbers_a) + len(evidence.numbers_b), 3),
        "length": evidence.length,
    }


# The pieces of a name come nearer than this to the same name elsewhere, mostly less near to another name.
ANSWERED = 0.55


def score(known: Mapping[str, float]) -> float:
    """The logarithm of the odds that two sentences say the same."""
    weights = learnt()["weights"]
    return float(learnt()["bias"] + sum(weights[name] * value for name, value in known.items()))


def judge(candidate: Candidate) -> Judged:
    """The verdict on one candidate.

    What reaches the bar is proposed as the same, unless something speaks against it: then it cannot be
    told. What is unlikely enough is different. Everything else cannot be told.
    """
    points = score(features(candidate))
    likelihood = 1 / (1 + exp(-max(-50.0, min(50.0, points))))
    flags = tuple(_flags(candidate.evidence))
    if likelihood < learnt()["different below"]:
        verdict = Verdict.DIFFERENT
    elif likelihood >= learnt()["same from"] and not flags:
        verdict = Verdict.SAME
    else:
        verdict = Verdict.CANNOT_TELL
    return Judged(verdict, likelihood, points, tuple(_reasons(candidate)), flags)


@cache
def learnt() -> dict[str, Any]:
    """The weights of the likelihood, as training/across.py learnt them."""
    body = resources.files("firsthand.matching.across").joinpath("learnt.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(body)
    return found


def _flags(evidence: Evidence) -> Iterator[str]:
    if evidence.numbers_a and evidence.numbers_b:
        yield f"another number: {_numbers(evidence.numbers_a)} here, {_numbers(evidence.numbers_b)} there"
    for name, answer in evidence.names_a:
        if answer < ANSWERED:
            yield f"the name “{name}” stands only here"
    for name, answer in evidence.names_b:
        if answer < ANSWERED:
            yield f"the name “{name}” stands only there"
    for here, there in evidence.places:
        yield f"another place: “{here}” here, “{there}” there"
    if None not in (evidence.negated_a, evidence.negated_b) and evidence.negated_a != evidence.negated_b:
        yield f"a negation stands only {'here' if evidence.negated_a else 'there'}"
    yield from turned_round(evidence.opposed)


def turned_round(opposed: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is told of words of one wording whose opposites stand in the other."""
    for here, there in opposed:
        yield f"turned round: “{here}” here, “{there}” there"


def _reasons(candidate: Candidate) -> Iterator[str]:
    near, evidence, rivals = candidate.near, candidate.evidence, candidate.rivals
    yield f"{evidence.laid:.0%} of the one answers to the other, piece by piece"
    if near.beyond > rivals.beyond:
        yield f"nothing else lies as near (ahead by {near.beyond - rivals.beyond:.2f})"
    else:
        yield f"another sentence lies nearer (by {rivals.beyond - near.beyond:.2f})"
    if evidence.shared:
        yield f"{evidence.shared} numbers in common" if evidence.shared > 1 else "a number in common"
    alike = [name for name, answer in (*evidence.names_a, *evidence.names_b) if answer == 1.0]
    if alike:
        yield "names that sound alike: " + ", ".join(f"“{name}”" for name in dict.fromkeys(alike))


def _numbers(values: tuple[float, ...]) -> str:
    return " and ".join(f"{value:,.10g}" for value in values[:3])
