"""Fits the weights by which a shared passage is told from a turn of phrase.

    python -m training.passages PLANTED …

PLANTED: folders that the script of the planted-reuse data wrote (docs.jsonl, truth.jsonl), better of
several sizes, as chance agreements grow with the number of texts. Half of
what is found there (by the texts' numbers) is learnt from; of the other half the reliability is
printed. Writes ``weights.json`` beside the code. What was there before anything was planted
(two reports of one event, long agreements nobody planted) counts neither way, as for the scorer.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.passages import find
from firsthand.matching.passages.laying import Laid, features, lay
from firsthand.matching.passages.lexing import Lexed, lex
from firsthand.matching.passages.seeds import places

WEIGHTS = Path(find.__file__).with_name("weights.json")
HALF = 0.5  # of either side, in common with the planted place: a hit
LONG, SHARE = 8, 0.6  # words in order, and their share of the longer side: reuse that nobody planted
ROUNDS, RIDGE = 300, 1e-4
Floats = NDArray[np.float64]


def main(folders: list[Path]) -> int:
    """Fits, prints and writes."""
    rows = [row for folder in folders for row in _examples(folder)]
    names = list(rows[0][0])
    inputs = np.array([[*row[0].values(), 1.0] for row in rows])
    truth = np.array([row[1] for row in rows], float)
    learnt = np.array([row[2] % 2 == 0 for row in rows])
    weights = _fitted(inputs[learnt], truth[learnt])
    _print(_chances(inputs[~learnt], weights), truth[~learnt])
    named = dict(zip([*names, "always"], weights.round(4).tolist(), strict=True))
    WEIGHTS.write_text(json.dumps(named, indent=1) + "\n", "utf-8")
    print(WEIGHTS.name)
    return 0


def _examples(folder: Path) -> Iterator[tuple[dict[str, float], bool, int]]:
    """Features, whether it was planted, and the number of the first text."""
    docs = [json.loads(line) for line in (folder / "docs.jsonl").read_text("utf-8").splitlines()]
    planted = _planted(folder, docs)
    texts = [doc["text"] for doc in docs]
    lexed = lex(texts)
    for place in places(lexed):
        laid = lay(texts, lexed, place)
        if laid is None:
            continue
        a, b = int(lexed.text[laid.a0]), int(lexed.text[laid.b0])
        hit = any(_hit(lexed, laid, one, two) for one, two in planted.get((a, b), ()))
        if hit or not (docs[a]["group"] == docs[b]["group"] or _natural(laid)):
            yield features(lexed, laid), hit, a


def _natural(laid: Laid) -> bool:
    return laid.agreed >= max(LONG, SHARE * max(laid.a1 - laid.a0, laid.b1 - laid.b0))


def _planted(folder: Path, docs: list[dict[str, Any]]) -> dict[tuple[int, int], list[Any]]:
    numbers = {doc["id"]: number for number, doc in enumerate(docs)}
    found = defaultdict(list)
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        (a, *one), (b, *two) = sorted([pair["a"], pair["b"]], key=lambda side: numbers[side[0]])
        found[numbers[a], numbers[b]].append((one, two))
    return found


def _hit(lexed: Lexed, laid: Laid, one: list[int], two: list[int]) -> bool:
    return min(
        _overlap(int(lexed.start[laid.a0]), int(lexed.end[laid.a1 - 1]), *one),
        _overlap(int(lexed.start[laid.b0]), int(lexed.end[laid.b1 - 1]), *two),
    ) >= HALF  # fmt: skip


def _overlap(start: int, end: int, first: int, last: int) -> float:
    return max(0, min(end, last) - max(start, first)) / (max(end, last) - min(start, first))


def _chances(inputs: Floats, weights: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
    return found


def _fitted(inputs: Floats, truth: Floats) -> Floats:
    """Logistic regression by Newton's method with a small ridge."""
    scale = np.maximum(np.abs(inputs).max(0), 1e-9)
    inputs = inputs / scale
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        chance = _chances(inputs, weights)
        slope = inputs.T @ (chance - truth) / len(truth) + RIDGE * weights / len(weights)
        bend = (inputs * (chance * (1 - chance))[:, None]).T @ inputs / len(truth)
        weights -= 0.5 * np.linalg.solve(bend + RIDGE * np.eye(len(weights)) / len(weights), slope)
    return weights / scale


def _print(chance: Floats, truth: Floats) -> None:
    print("score      passages   taken over, per cent")
    for low in np.arange(0, 1, 0.1):
        here = (chance >= low) & (chance < low + 0.1)
        right = 100 * truth[here].mean() if here.any() else 0.0
        print(f"{low:.1f}-{low + 0.1:.1f}  {here.sum():9}   {right:6.1f}")
    for least in np.arange(0.2, 0.8, 0.05):
        above = chance >= least
        right, found = truth[above].mean(), truth[above].sum() / truth.sum()
        print(f"from {least:.2f} on: {100 * right:.1f} of 100 right, {100 * found:.1f} of 100 kept")


if __name__ == "__main__":
    sys.exit(main([*map(Path, sys.argv[1:])]))
