"""How likely it is that two wordings say the same: what speaks for it, weighed by what was learnt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import exp, fsum, log
from typing import Any

from firsthand.matching.across.figures import unmatched
from firsthand.matching.align import Comparison
from firsthand.matching.candidates import Rarity
from firsthand.matching.meaning import Nearness
from firsthand.matching.wordings import Voice, Wording
from firsthand.model import MatchKind

# Below this a pair is not proposed at all. A report's own sentences are many, and most say what nobody else
# says; those that the weights were learnt from all have their like elsewhere.
PROPOSED = {Voice.SAID: 0.6, Voice.OWN: 0.7, Voice.LINE: 0.2}
WITH, WITHOUT = "with meaning", "by words alone"
# What only vectors tell.
MEANT = ("meaning", "beyond", "behind")


def evidence(
    a: Wording, b: Wording, rare: Rarity, near: Nearness | None, laid: Comparison | None
) -> dict[str, float]:
    """What speaks for and against, by name.

    ``near`` is given where there are vectors, ``laid`` where the words agree.
    """
    both = set(a.features) & set(b.features)
    agreed = fsum(rare.of(x) ** 2 for x in both)
    short, long = sorted((rare.length(a.features), rare.length(b.features)))
    found = {
        "share of the shorter": agreed / short**2,
        "cosine of words": agreed / (short * long),
        "over chance": min(4.0, fsum(map(rare.of, both)) / rare.chance()),
        "in order": laid.likeness if laid else 0.0,
        "quoted": float(laid is not None and laid.kind is not MatchKind.PARAPHRASE),
        "length": log(1 + min(len(a.keys), len(b.keys))),
        "own voice": float((a.voice is Voice.OWN) + (b.voice is Voice.OWN)),
        "numbers apart": float(bool(unmatched(a.numbers, b.numbers) and unmatched(b.numbers, a.numbers))),
        "numbers in common": float(bool(a.numbers) and len(unmatched(a.numbers, b.numbers)) < len(a.numbers)),
        "two languages": float(a.language != b.language),
    }
    if near:
        found |= {
            "meaning": near.cosine,
            "beyond": near.beyond,
            "behind": near.behind,
        }
    return found


def likelihood(known: Mapping[str, float]) -> float:
    """0 to 1. Logistic regression; ``training/same.py`` prints how reliable it is."""
    weights = learnt()[WITH if "meaning" in known else WITHOUT]
    points = weights["bias"] + sum(weights[name] * value for name, value in known.items())
    return 1 / (1 + exp(-max(-50.0, min(50.0, points))))


@cache
def learnt() -> dict[str, dict[str, float]]:
    """The weights of what is known, with vectors and without."""
    body = resources.files("firsthand.matching").joinpath("likelihood.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(body)
    return found
