"""From an alignment to a score: few features, each with a weight that was learnt and a reading in words."""

from __future__ import annotations

import math
from collections.abc import Mapping

from firsthand.names.comparing.aligning import Alignment
from firsthand.names.comparing.parts import Kind
from firsthand.names.comparing.tables import table

# How much of a name a part of each kind is.
SHARE = {
    Kind.NAME: 1.0,
    Kind.SHARED: 0.35,
    Kind.INITIAL: 0.4,
    Kind.PARTICLE: 0.15,
    Kind.NUMBER: 0.5,
    Kind.SON: 0.5,
}


def features(found: Alignment, forms_differ: bool = False) -> dict[str, float]:
    """What an alignment says, as numbers: none where nothing speaks against the two being one name."""
    words = [p for p in (*found.agreed, *found.opposed) if p.kind in {Kind.NAME, Kind.SHARED}]
    over, other_over = (
        [p for p in side if p.kind is not Kind.TITLE] for side in (found.over, found.other_over)
    )
    agreed = sum(SHARE.get(p.kind, 0.0) * (1 - p.agreement.distance) for p in found.agreed)
    extra = sum(SHARE.get(p.kind, 0.0) for p in (*over, *other_over))
    whole = [p for p in found.agreed if p.kind is Kind.NAME]
    return {
        "letters": min(sum(p.agreement.edits for p in words), 6.0),
        "worst": max((p.agreement.distance for p in words), default=0.0),
        "opposed": min(float(sum(1 for p in found.opposed if p.kind in {Kind.NAME, Kind.INITIAL})), 3.0),
        "opposed shared": float(any(p.kind is Kind.SHARED for p in found.opposed)),
        "rival": float(any(p.agreement.rival for p in words)),
        "over": extra / (extra + agreed) if extra + agreed else 1.0,
        "one word": float(len(whole) < 2 and extra >= 1.0),
        "initial": float(any(p.kind is Kind.INITIAL for p in found.agreed)),
        "number": float(any(p.kind is Kind.NUMBER for p in found.opposed)),
        "number over": float(any(p.kind is Kind.NUMBER for p in (*over, *other_over))),
        "form": float(forms_differ),
        "nothing": float(not whole and not any(p.kind is Kind.SHARED for p in found.agreed)),
    }


def score(found: Mapping[str, float]) -> float:
    """The probability by the weights in weights.toml."""
    weights = table("weights")["weights"]
    total = table("weights")["base"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))
