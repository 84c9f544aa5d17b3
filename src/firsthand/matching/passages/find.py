"""Texts in, the passages that they share out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from firsthand.matching.passages.laying import Laid, features, lay
from firsthand.matching.passages.lexing import Lexed, lex
from firsthand.matching.passages.seeds import places
from firsthand.model import Span

SURE = 0.6  # from here on 95 of 100 passages were taken over (planted-reuse, seeds 1 and 2)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of text ``a`` (its place among the texts given) that stands in text ``b`` too, b after a.

    Spans are code points of each text. ``words`` agree, in order; ``score``: how sure it is, from 0 to
    1, that one was taken from the other or both from a third, and no turn of phrase that many use.
    """

    a: int
    a_span: Span
    b: int
    b_span: Span
    words: int
    score: float


def shared(texts: Sequence[str], least: float = SURE) -> Iterator[Passage]:
    """Every passage that two of ``texts`` share with a score of ``least``, in the order of the texts.

    Any texts in any script; an empty one shares nothing. At least four words (in Chinese, Japanese and
    Korean: characters) agree.
    """
    lexed = lex(texts)
    for place in places(lexed):
        laid = lay(texts, lexed, place)
        score = chance(lexed, laid) if laid else 0.0
        if laid and score >= least:
            yield _passage(lexed, laid, score)


def chance(lexed: Lexed, laid: Laid) -> float:
    """How likely it is that a passage was taken over, by the weights in ``weights.json``."""
    weights = _weights()
    told = features(lexed, laid)
    total = weights["always"] + sum(weights[name] * value for name, value in told.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    return found


def _passage(lexed: Lexed, laid: Laid, score: float) -> Passage:
    a, b = (
        Span(int(lexed.start[first]), int(lexed.end[last - 1]))
        for first, last in ((laid.a0, laid.a1), (laid.b0, laid.b1))
    )
    return Passage(int(lexed.text[laid.a0]), a, int(lexed.text[laid.b0]), b, laid.agreed, score)
