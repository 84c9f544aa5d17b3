"""Fits the weights by which a statement in another language is told from what only lies near it.

    python -m training.across

Learnt from: the first half of the lines of each pair of bench/translation_pairs.py, every line with its
nearest of the other text. Of the other half the reliability is printed. From where on "same" is proposed
is what gives ``RIGHT`` among those it is proposed of, below what "different" ``WRONG``. Writes
``learnt.json`` beside the code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.translation_pairs import Pair, pairs

from firsthand.matching.across import judging
from firsthand.matching.across.compared import candidates
from firsthand.matching.across.encoder import Encoder, loaded
from firsthand.matching.across.judging import Candidate, features
from firsthand.matching.across.weights import find
from training.logistic import Floats, chances, fitted, reliability

LEARNT = Path(judging.__file__).with_name("learnt.json")
RIGHT, WRONG = 0.97, 0.01


def main() -> int:
    """Fits, prints and writes."""
    weights = find()
    if weights is None:
        print("firsthand-weights-vectors is not installed", file=sys.stderr)
        return 1
    rows = [
        row for pair in pairs() if len(set(pair.languages)) > 1 for row in examples(pair, loaded(weights))
    ]
    learn(rows)
    return 0


def examples(pair: Pair, encoder: Encoder) -> Iterator[tuple[Candidate, bool, bool]]:
    """Each candidate, whether it is a line with its own number, and whether it may be learnt from."""
    one, other = pair.languages
    languages = [one] * len(pair.a) + [other] * len(pair.b)
    for each in candidates([*pair.a, *pair.b], languages, encoder):
        a, b = each.near.a, each.near.b - len(pair.a)
        same = a == b or pair.b[a] == pair.b[b] or pair.a[a] == pair.a[b]
        yield each, same, 2 * a < len(pair.a)


def learn(rows: list[tuple[Candidate, bool, bool]]) -> None:
    """From examples to ``learnt.json``."""
    names = list(features(rows[0][0]))
    inputs = np.array([[*features(each).values(), 1.0] for each, _, _ in rows])
    truth = np.array([same for _, same, _ in rows], float)
    own = np.array([may for _, _, may in rows])
    weights = fitted(inputs[own], truth[own])
    print("\n".join(reliability(chances(inputs[~own], weights), truth[~own])))
    same, different = _bars(chances(inputs[own], weights), truth[own])
    found = {
        "weights": dict(zip(names, weights[:-1].round(4).tolist(), strict=True)),
        "bias": round(float(weights[-1]), 4),
        "same from": same,
        "different below": different,
    }
    LEARNT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def _bars(chance: Floats, truth: Floats) -> tuple[float, float]:
    """The least likelihood from which on so many are right, and the greatest below which so few are."""
    steps = np.arange(0.01, 1.0, 0.01)
    same = next((s for s in steps if truth[chance >= s].mean() >= RIGHT), steps[-1])
    below = [s for s in steps if truth[chance < s].sum() <= WRONG * truth.sum()]
    return round(float(same), 2), round(float(min(below[-1] if below else steps[0], same)), 2)


if __name__ == "__main__":
    sys.exit(main())
