"""What people ruled to say the same, or not to, put on what was matched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.anchoring import Ground
from firsthand.matching.align import align
from firsthand.matching.match import identified
from firsthand.matching.wordings import earliest
from firsthand.model import (
    Attribution,
    Judgement,
    Match,
    MatchKind,
    Matter,
    Place,
    Record,
    Ruling,
)
from firsthand.ruled import because

Pair = frozenset[str]  # two attributions


@dataclass(frozen=True, slots=True)
class Sayings:
    """The attributions that people ruled to say the ``same``, and to be ``apart``, each with the reason."""

    same: Mapping[Pair, str]
    apart: Mapping[Pair, str]


def sayings(case: Ground, rulings: Iterable[Ruling]) -> Sayings:
    """What ``rulings`` say of the attributions of this ``case``; one of which an attribution is not there any
    more says nothing."""
    found: dict[Judgement, dict[Pair, str]] = {Judgement.SAME: {}, Judgement.DIFFERENT: {}}
    for ruling in rulings:
        if ruling.matter is not Matter.SAYING or ruling.judgement not in found:
            continue
        ends = [there[0].id for anchor in ruling.on if (there := case.there(anchor))]
        if len(set(ends)) == 2:
            found[ruling.judgement].setdefault(frozenset(ends), because(ruling))
    return Sayings(found[Judgement.SAME], found[Judgement.DIFFERENT])


def ruled(
    records: Sequence[Record], attributions: Sequence[Attribution], matches: Sequence[Match], said: Sayings
) -> tuple[Match, ...]:
    """``matches`` without those of two attributions that say something else, and with one that is certain for
    each two that say the same."""
    if not said.same and not said.apart:
        return tuple(matches)
    by_pair = {frozenset((m.a_attribution, m.b_attribution)): m for m in matches if m.b_attribution}
    kept = (m for m in matches if frozenset((m.a_attribution, m.b_attribution)) not in said.apart)
    known = {each.id: each for each in attributions}
    texts = {each.id: each for each in records}
    certain = {
        pair: _certain(by_pair.get(pair) or _made(texts, *(known[each] for each in pair)), reason)
        for pair, reason in said.same.items()
    }
    others = (m for m in kept if frozenset((m.a_attribution, m.b_attribution)) not in certain)
    return tuple(sorted((*others, *certain.values()), key=lambda m: m.id))


def _certain(match: Match, reason: str) -> Match:
    return replace(match, likelihood=1.0, reasons=(reason, *match.reasons))


def _made(records: Mapping[str, Record], one: Attribution, other: Attribution) -> Match:
    """The match of two attributions that was not found: read from the earlier report to the later."""
    a, b = sorted((one, other), key=lambda each: (earliest(records[each.record]), each.content, each.id))
    here, there = records[a.record], records[b.record]
    at, to = Place(a.record, a.content), Place(b.record, b.content)
    laid = align(here.text, a.content, there.text, b.content)
    translated = here.language != there.language
    return Match(
        id=identified(a.id, at, b.id, to),
        a=at,
        b=to,
        a_attribution=a.id,
        b_attribution=b.id,
        kind=MatchKind.TRANSLATION if translated else laid.kind,
        edits=() if translated else laid.edits,
        likeness=laid.likeness,
    )
