"""Whether two wordings say the same, by their words and by their meaning together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.languages.opposites import poles, turned
from firsthand.matching.across.judging import turned_round
from firsthand.matching.align import Comparison, compare
from firsthand.matching.candidates import Rarity
from firsthand.matching.judge import Judgement, in_common, judge, missing_figures, striking
from firsthand.matching.likelihood import PROPOSED, evidence, likelihood
from firsthand.matching.meaning import Nearness
from firsthand.matching.vocabulary import stem
from firsthand.matching.wordings import Wording
from firsthand.model import MatchKind

FEWEST = 2  # stems beside names in a wording that is matched by its meaning alone


def weigh(
    a: Wording, b: Wording, rare: Rarity, near: Nearness | None, apart: bool = False
) -> Judgement | None:
    """How ``a`` and ``b`` say the same and how likely it is; None where it is not proposed.

    Words that agree in order are judged by themselves. What says the same in other words is told by
    what was learnt, and never without words in common unless the meaning (``near``) is known.
    ``apart``: whether they stand in reports that seem to be about different matters: only a
    striking run of words goes across these.
    """
    found = judge(a, b, rare)
    if not (found or near) or (apart and not (found and striking(found, a.keys))):
        return None
    laid = found.comparison if found else None
    chance = likelihood(evidence(a, b, rare, near, laid))
    if found and found.kind is not MatchKind.PARAPHRASE:
        return replace(found, likelihood=chance, reasons=(*found.reasons, *_turned_round(a, b)))
    if chance < PROPOSED[max(a.voice, b.voice)] or not (found or (_tells(a) and _tells(b))):
        return None
    return _in_other_words(a, b, laid or compare(a.keys, b.keys), chance)


def _tells(a: Wording) -> bool:
    """Whether a wording has enough beside names to say anything: "of this to the Harbour Courier" has not."""
    return len(set(a.features) - {stem(name) for name in a.names}) >= FEWEST


def _in_other_words(a: Wording, b: Wording, laid: Comparison, chance: float) -> Judgement:
    kind = MatchKind.PARAPHRASE if a.language == b.language else MatchKind.TRANSLATION
    reasons = _reasons(a, b, chance)
    return Judgement(replace(laid, kind=kind), chance, tuple(reasons), chance)


def _reasons(a: Wording, b: Wording, chance: float) -> Iterator[str]:
    how = "in other words" if a.language == b.language else "in another language"
    yield f"{how}, likely to say the same: {chance:.0%}"
    yield from in_common(a, b)
    yield from missing_figures(a, b)
    yield from _turned_round(a, b)


def _turned_round(a: Wording, b: Wording) -> Iterator[str]:
    return turned_round(turned(poles(a.keys, a.language), poles(b.keys, b.language)))
