"""How far can "likely to say the same" be relied on? Held-out matters that nothing was learnt from.

    python -m bench.likelihood

Each matter of ``training/sentences/statements/held`` is laid out as a case in which every report has some
of its statements. For every pair that matching looks at: how likely it is said to be the same, and whether
it is. Printed: for each tenth of the scale how many pairs there are, and how many of a hundred say the same.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby

import numpy as np
from training.logistic import Floats, reliability
from training.same import laid_out, pairs

from firsthand.matching import installed
from firsthand.matching.likelihood import MEANT, PROPOSED, likelihood
from firsthand.matching.wordings import Voice
from training import readings

HELD = readings.FOLDER / "held"
NO_WEIGHTS = "nothing to be measured: firsthand-weights-vectors is not installed"


def table() -> dict[str, dict[str, float]]:
    """With vectors, beside the likelihood by words alone."""
    if installed() is None:
        return {NO_WEIGHTS: {}}
    return {"words and meaning": _figures(meant=True), "words alone": _figures(meant=False)}


def _figures(meant: bool) -> dict[str, float]:
    chance, truth = judged(meant)
    order = np.argsort(-chance, kind="stable")
    found = truth[order].cumsum()
    precision = found / np.arange(1, len(truth) + 1)
    proposed = chance >= PROPOSED[Voice.SAID]
    return {
        "pairs": float(len(truth)),
        "of these the same": float(truth.sum()),
        "mean precision": 100 * float(precision[truth[order] == 1].mean()),
        "proposed: P": 100 * float(truth[proposed].mean()),
        "proposed: R": 100 * float(truth[proposed].sum() / truth.sum()),
    }


def judged(meant: bool) -> tuple[Floats, Floats]:
    """For each pair how likely it is called, and 1 where it is the same, else 0."""
    told = [{k: v for k, v in known.items() if meant or k not in MEANT} for known, _ in _pairs()]
    return np.array([likelihood(each) for each in told]), np.array([float(same) for _, same in _pairs()])


@cache
def _pairs() -> list[tuple[dict[str, float], bool]]:
    """The evidence on each pair, and whether it is the same."""
    load = installed()
    assert load is not None  # asked before
    matters = groupby(readings.read(HELD), key=lambda each: each.matter)
    return [row for _, rows in matters for row in pairs(laid_out(list(rows)), load())]


if __name__ == "__main__":
    for name, row in table().items():
        print(name, *(f"{figure} {value:.1f}" for figure, value in row.items()), sep="; ")
    if installed():
        print("\n".join(reliability(*judged(meant=True))))
