"""The simplest search for reuse, to be compared with: runs of five words that are the same.

    python bench/shingles.py FOLDER > pairs.jsonl       (FOLDER holds docs.jsonl)

Every run of five words that two to twenty places have pairs these places; pairs that go on from one
another are one passage.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

RUN, MOST = 5, 20
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
Place = tuple[int, int]  # the number of a document and of a word in it


def predictions(folder: Path) -> Iterator[dict[str, Any]]:
    """One object a shared passage: two places, each a document's id and its first and last character."""
    docs = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    spans = [[found.span() for found in WORD.finditer(doc["text"])] for doc in docs]
    for (a, at), (b, there), length in _passages(_runs(docs, spans)):
        sides = ((a, spans[a][at][0], spans[a][at + length - 1][1]),
                 (b, spans[b][there][0], spans[b][there + length - 1][1]))  # fmt: skip
        yield {side: [docs[n]["id"], start, end] for side, (n, start, end) in zip("ab", sides, strict=True)}


def _runs(docs: list[dict[str, Any]], spans: list[list[tuple[int, int]]]) -> dict[int, list[Place]]:
    """By run (its hash): where it stands."""
    places = defaultdict(list)
    for number, doc in enumerate(docs):
        words = [doc["text"][start:end].lower() for start, end in spans[number]]
        for at in range(len(words) - RUN + 1):
            places[hash(tuple(words[at : at + RUN]))].append((number, at))
    return places


def _passages(runs: dict[int, list[Place]]) -> Iterator[tuple[Place, Place, int]]:
    """Two places and the number of words that they share from there on."""
    pairs = sorted(
        (a, b, there - at, at)
        for places in runs.values() if 1 < len(places) <= MOST
        for (a, at), (b, there) in combinations(places, 2) if a != b
    )  # fmt: skip
    begun: tuple[int, int, int, int] | None = None
    last = 0
    for pair in pairs:
        if begun and pair[:3] == begun[:3] and pair[3] == last + 1:
            last = pair[3]
            continue
        if begun:
            yield (begun[0], begun[3]), (begun[1], begun[3] + begun[2]), last - begun[3] + RUN
        begun, last = pair, pair[3]
    if begun:
        yield (begun[0], begun[3]), (begun[1], begun[3] + begun[2]), last - begun[3] + RUN


if __name__ == "__main__":
    for row in predictions(Path(sys.argv[1])):
        print(json.dumps(row))
