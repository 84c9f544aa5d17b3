"""Does what is found, and what it costs, hold as the number of texts grows?

    python -m bench.growth [SIZE …]         (1000 2000 4000 8000 16000, if none are asked for)

Documents of about 400 words with passages planted at the same density (``plant_reuse.py scaled``).
The exponent says how processor seconds grow from the size before: 1 is in proportion to the texts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from math import log

from bench.reuse import planted, quality

SIZES = (1_000, 2_000, 4_000, 8_000, 16_000)
KEPT = ("recall", "precision")


def table(sizes: Sequence[int] = SIZES) -> dict[str, dict[str, float]]:
    """By size: recall and precision, per cent, cost, documents per CPU second and the exponent."""
    rows = {size: _row(size) for size in sizes}
    for before, size in pairwise(sizes):
        grown = rows[size]["CPU seconds"] / rows[before]["CPU seconds"]
        rows[size]["exponent"] = log(grown) / log(size / before)
    return {f"{size:,} texts": row for size, row in rows.items()}


def _row(size: int) -> dict[str, float]:
    found, cost = quality(planted(docs=size), "firsthand")
    speed = size / cost["CPU seconds"]
    return {key: found[key] for key in KEPT} | cost | {"texts per CPU second": speed}


if __name__ == "__main__":
    from bench.tracing import shown

    print(shown(table([*map(int, sys.argv[1:])] or SIZES)))
