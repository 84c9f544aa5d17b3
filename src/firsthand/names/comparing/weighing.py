"""From an alignment to a score: few features with learnt weights, and bars that nothing outweighs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain

from firsthand.names.comparing.aligning import CLOSE, MOST, Alignment, Pair
from firsthand.names.comparing.cleaning import folded
from firsthand.names.comparing.parts import Kind, Part
from firsthand.names.comparing.pinyin import chinese
from firsthand.names.comparing.syllables import Likened
from firsthand.names.comparing.tables import table
from firsthand.names.comparing.words import MAYBE
from firsthand.names.sound import heard

# How much of a name a part of each kind is.
SHARE = {
    Kind.NAME: 1.0,
    Kind.SHARED: 0.5,
    Kind.INITIAL: 0.4,
    Kind.PARTICLE: 0.15,
    Kind.NUMBER: 0.5,
    Kind.SON: 0.5,
}
WORDS = frozenset({Kind.NAME, Kind.SHARED})
SLIP = 2.0  # letters; of 18 labelled pairs in which a word has more that differ, 16 are two names


def features(found: Alignment) -> dict[str, float]:
    """What an alignment says, as numbers: none where nothing speaks against the two being one name."""
    words = [p for p in (*found.agreed, *found.opposed) if p.kind in WORDS]
    opposed = [p for p in found.opposed if p.agreement.distance > CLOSE]
    letters = sum(p.agreement.edits for p in words)
    length = sum(max(len(p.one), len(p.other)) for p in words)
    agreed = sum(SHARE.get(p.kind, 0.0) * (1 - p.agreement.distance) for p in found.agreed)
    extra = sum(SHARE.get(p.kind, 0.0) for p in chain(found.over, found.other_over))
    return {
        "letters": min(letters, 6.0),
        "share": min(letters / length, 1.0) if length else 0.0,
        "more than a slip": float(any(p.agreement.edits > SLIP for p in words)),
        "worst": max((p.agreement.distance for p in words), default=0.0),
        "opposed": min(float(sum(1 for p in opposed if p.kind in {Kind.NAME, Kind.INITIAL})), 2.0),
        "opposed shared": float(any(p.kind is Kind.SHARED for p in opposed)),
        "over": extra / (extra + agreed) if extra + agreed else 1.0,
        "words over": min(float(sum(1 for p in chain(found.over, found.other_over) if p.kind in WORDS)), 4.0),
        "number": float(any(p.kind is Kind.NUMBER for p in found.opposed)),
        "unheard": max((1 - heard(p.one, p.other) for p in words[:MOST] if unlike(p)), default=0.0),
        "initial": float(any(p.kind is Kind.INITIAL for p in found.agreed)),
    }


def unlike(pair: Pair) -> bool:
    """Whether a pair of single words is spelled otherwise, and no table says that it is one name."""
    return pair.agreement.edits >= 1 and " " not in pair.one + pair.other


def bars(
    found: Alignment, body: bool, forms: bool = False, fathers: bool = False, turned: bool = False
) -> tuple[str, ...]:
    """What holds a score down whatever else agrees, by its key in weights.toml."""
    over = tuple(chain(found.over, found.other_over))
    # A body is called by a number, or by two letters (BP).
    telling = WORDS | {Kind.NUMBER, Kind.INITIAL} if body else WORDS
    whole = [p for p in found.agreed if p.kind in telling]
    more = any(p.kind in WORDS | {Kind.NUMBER} for p in over)
    sides = (found.over, found.other_over)
    most = max(sum(1 for p in side if p.kind is Kind.NAME) for side in sides)
    pairs = (*found.agreed, *found.opposed)
    told = {
        "number": _has(Kind.NUMBER, found.opposed) or (not body and _has(Kind.NUMBER, over)),
        "son": _has(Kind.SON, found.opposed),
        "younger": _has(Kind.SON, over),
        "initial": not body and _has(Kind.INITIAL, found.opposed),
        "father": fathers,
        "rival": any(p.agreement.rival for p in pairs),
        "doubt": any(p.agreement.doubt for p in found.agreed if p.kind in WORDS),
        "form": forms,
        "slips": _slips(pairs),
        "syllable": not body and _other_syllable(pairs),
        "case": _case(found.agreed),
        "no word": not whole and bool(pairs or over),
        "one word": not body and not found.opposed and len(whole) == 1 and most > 0,
        "outnumbered": not body and not found.opposed and 1 < len(whole) < most,
        "another body": body and more and not found.opposed,
        "order": not body and (turned or found.turned),
    }
    return tuple(name for name, holds in told.items() if holds)


def _has(kind: Kind, told: Sequence[Pair] | Sequence[Part]) -> bool:
    return any(each.kind is kind for each in told)


def _slips(pairs: Sequence[Pair]) -> bool:
    """Whether every word of two or more is spelled otherwise: one slip explains one word."""
    edits = [p.agreement.edits for p in pairs if p.kind is Kind.NAME]
    return len(edits) > 1 and min(edits) >= 1


def _case(agreed: Sequence[Pair]) -> bool:
    """Whether a word may be a case of the other or another name, and no other word shows a case."""
    told = [p.agreement.route for p in agreed]
    return MAYBE in told and not any(route.endswith(", declined") for route in told)


def _other_syllable(pairs: Sequence[Pair]) -> bool:
    """Whether two Chinese names in Latin letters differ by a syllable."""
    laid = sorted((p for p in pairs if p.kind in WORDS), key=lambda p: p.places)
    ours, theirs = (chinese(tuple(folded(getattr(p, side)) for p in laid)) for side in ("one", "other"))
    return bool(ours and theirs) and sorted(ours) != sorted(theirs)


def weighed(found: Mapping[str, float], barred: tuple[str, ...], body: bool) -> float:
    """The probability by the weights in weights.toml, of persons or of bodies, no higher than any bar."""
    told = table("weights")["body" if body else "person"]
    against = sum(float(told[name]) * value for name, value in found.items())
    likely = 1 / (1 + math.exp(-float(told["base"]) - against))
    return min([likely, *(float(table("weights")["bars"][name]["at"]) for name in barred)])


def saying(barred: tuple[str, ...]) -> tuple[str, ...]:
    """The bars in words."""
    return tuple(table("weights")["bars"][name]["told"] for name in barred)


def by_syllables(found: Likened) -> float:
    """The probability that two Korean names are one, by what their syllables may stand for."""
    told = table("weights")["syllables"]
    if found.apart:
        return float(told["apart"][min(found.apart, 2) - 1])
    if found.uneven:
        return float(told["uneven"])
    return float(next(likely for cost, likely in told["cost"] if found.worst <= cost))
