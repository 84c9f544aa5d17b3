"""Texts in, the passages that they share out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.matching.passages.features import features
from firsthand.matching.passages.laying import Laid, lay
from firsthand.matching.passages.lexing import Lexed, lex
from firsthand.matching.passages.places import Places, places
from firsthand.matching.passages.seeds import Seeds, seeds, stretches
from firsthand.matching.passages.weighing import Floats, weighed
from firsthand.model import Span

SURE = 0.55  # from here on 95 of 100 passages were taken over (planted-reuse, seeds 2 and 3)
PART = 4_000  # places laid together


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


@dataclass(frozen=True, slots=True)
class Sharing:
    """What texts share; ``skipped`` tells in sentences what was too common to compare each with each."""

    passages: Iterator[Passage]
    skipped: tuple[str, ...]


def shared(texts: Sequence[str], least: float = SURE) -> Sharing:
    """Every passage that two of ``texts`` share with a score of ``least``, in the order of the texts.

    Any texts in any script; an empty one shares nothing. At least four words (in Chinese, Japanese and
    Korean: characters) agree. The passages come one after the other, as they are found.
    """
    lexed = lex(texts)
    found = seeds(lexed)
    skipped = told(texts, lexed, found)
    return Sharing(_passages(texts, lexed, places(lexed, stretches(lexed, found)), least), skipped)


def _passages(texts: Sequence[str], lexed: Lexed, found: Places, least: float) -> Iterator[Passage]:
    for first in range(0, len(found), PART):
        laid = lay(texts, lexed, found.chosen(slice(first, first + PART)))
        score = chance(lexed, laid)
        words = np.bincount(laid.owner, laid.runs[:, 2], len(laid))
        for n in np.flatnonzero(score >= least):
            yield _passage(lexed, laid, int(n), int(words[n]), float(score[n]))


def chance(lexed: Lexed, laid: Laid) -> Floats:
    """How likely it is of each passage that it was taken over, by the weights in ``weights.json``."""
    total = np.clip(weighed("passage", features(lexed, laid)), -30, 30)
    return np.asarray(1 / (1 + np.exp(-total)), float)


def _passage(lexed: Lexed, laid: Laid, n: int, words: int, score: float) -> Passage:
    (a, a_span), (b, b_span) = (
        (int(lexed.text[first]), Span(int(lexed.start[first]), int(lexed.end[last - 1])))
        for first, last in ((laid.a0[n], laid.a1[n]), (laid.b0[n], laid.b1[n]))
    )
    return Passage(a, a_span, b, b_span, words, score)


def told(texts: Sequence[str], lexed: Lexed, found: Seeds, most: int = 5) -> tuple[str, ...]:
    """What was too common to compare each with each, as sentences for a person."""
    names: dict[str, int] = {}
    for each in found.common:
        name = " ".join(_word(texts, lexed, each.row + n) for n in range(each.words))
        names[name] = max(each.places, names.get(name, 0))
    lines = [
        f"“{name}” stands in {places:,} places, too many to compare each with each; each was compared "
        f"with the next"
        for name, places in [*names.items()][:most]
    ]
    if found.number > len(lines):
        lines.append(f"{found.number - len(lines):,} more runs of words were as common and compared so")
    return tuple(lines)


def _word(texts: Sequence[str], lexed: Lexed, row: int) -> str:
    return str(texts[lexed.text[row]][lexed.start[row] : lexed.end[row]])
