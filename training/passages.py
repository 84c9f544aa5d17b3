"""Fits the weights by which a shared passage is told from a turn of phrase.

    python -m training.passages PLANTED …

PLANTED: folders that the script of the planted-reuse data wrote (docs.jsonl, truth.jsonl), better of
several sizes, as chance agreements grow with the number of texts. Half of what is found there (by the
texts' numbers) is learnt from; of the other half the reliability is printed. What was there before
anything was planted (two reports of one event, long agreements nobody planted) counts neither way, as
for the scorer. Two sets of weights are written to ``weights.json`` beside the code: for the first look at
a place, and for a passage laid word by word. The weights there are leave out what is hopeless, so that a
second round on the same folders may differ a little. Those released: planted, and scaled to 1,000, 4,000,
16,000 and 64,000 documents, all of seed 1.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.passages import find
from firsthand.matching.passages.features import features
from firsthand.matching.passages.laying import Laid, lay
from firsthand.matching.passages.lexing import Lexed, lex
from firsthand.matching.passages.places import gathered, look
from firsthand.matching.passages.seeds import Stretches, seeds, stretches

WEIGHTS = Path(find.__file__).with_name("weights.json")
HALF = 0.5  # of either side, in common with the planted place: a hit
LONG, SHARE = 8, 0.6  # words in order, and their share of the longer side: reuse that nobody planted
HOPELESS = -6.5  # places that the weights there are think worth less are neither learnt from nor counted
ROUNDS, RIDGE = 30, 1e-4
Floats = NDArray[np.float64]


def main(folders: list[Path]) -> int:
    """Fits, prints and writes."""
    weights = fitted([_examples(folder) for folder in folders])
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(WEIGHTS.name)
    return 0


def fitted(read: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Both sets of weights. Each folder counts alike, whatever its size: a large one has more by chance."""
    weights = {}
    alike = np.concatenate([np.full(len(each["truth"]), 1 / len(each["truth"])) for each in read])
    for which in ("look", "passage"):
        names = list(read[0][which])
        inputs = np.vstack([_inputs(each[which]) for each in read])
        truth = np.concatenate([each["truth"] for each in read]).astype(float)
        learnt = np.concatenate([each["first"] for each in read]) % 2 == 0
        found = _fitted(inputs[learnt], truth[learnt], alike[learnt])
        print(f"\n{which}: {len(truth):,} places, {int(truth.sum()):,} planted")
        _print(inputs[~learnt] @ found, truth[~learnt])
        weights[which] = dict(zip([*names, "always"], found.round(4).tolist(), strict=True))
    return weights


def _inputs(told: Mapping[str, Floats]) -> Floats:
    columns = [np.asarray(value, float) for value in told.values()]
    return np.column_stack([*columns, np.ones(len(columns[0]))])


def _examples(folder: Path) -> dict[str, Any]:
    """What is told of each place at the first look and when laid, the truth, the number of the first text."""
    docs = [json.loads(line) for line in (folder / "docs.jsonl").read_text("utf-8").splitlines()]
    texts = [doc["text"] for doc in docs]
    lexed = lex(texts)
    parts = stretches(lexed, seeds(lexed))
    found, told = gathered(
        lexed, Stretches.of([each.chosen(look(lexed, each) >= HOPELESS) for each in parts])
    )
    laid = lay(texts, lexed, found)
    assert len(laid) == len(found)
    truth, counts = _judged(docs, lexed, laid, _planted(folder, docs))
    return {
        "look": {name: value[counts] for name, value in told.items()},
        "passage": {name: value[counts] for name, value in features(lexed, laid).items()},
        "truth": truth[counts], "first": lexed.text[laid.a0][counts],
    }  # fmt: skip


def _judged(docs: Sequence[Any], lexed: Lexed, laid: Laid, planted: Mapping[Any, Any]) -> tuple[Any, Any]:
    """Whether each passage was planted, and whether it counts."""
    agreed = np.bincount(laid.owner, laid.runs[:, 2], len(laid))
    natural = agreed >= np.maximum(LONG, SHARE * np.maximum(laid.a1 - laid.a0, laid.b1 - laid.b0))
    truth, counts = np.zeros(len(laid), bool), ~natural
    for n, (a, b) in enumerate(zip(lexed.text[laid.a0].tolist(), lexed.text[laid.b0].tolist(), strict=True)):
        truth[n] = any(_hit(lexed, laid, n, one, two) for one, two in planted.get((a, b), ()))
        counts[n] = truth[n] or (counts[n] and docs[a]["group"] != docs[b]["group"])
    return truth, counts


def _planted(folder: Path, docs: list[dict[str, Any]]) -> dict[tuple[int, int], list[Any]]:
    numbers = {doc["id"]: number for number, doc in enumerate(docs)}
    found = defaultdict(list)
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        (a, *one), (b, *two) = sorted([pair["a"], pair["b"]], key=lambda side: numbers[side[0]])
        found[numbers[a], numbers[b]].append((one, two))
    return found


def _hit(lexed: Lexed, laid: Laid, n: int, one: list[int], two: list[int]) -> bool:
    return min(
        _overlap(int(lexed.start[laid.a0[n]]), int(lexed.end[laid.a1[n] - 1]), *one),
        _overlap(int(lexed.start[laid.b0[n]]), int(lexed.end[laid.b1[n] - 1]), *two),
    ) >= HALF  # fmt: skip


def _overlap(start: int, end: int, first: int, last: int) -> float:
    return max(0, min(end, last) - max(start, first)) / (max(end, last) - min(start, first))


def _fitted(inputs: Floats, truth: Floats, counts: Floats) -> Floats:
    """Logistic regression by Newton's method with a small ridge."""
    scale = np.maximum(np.abs(inputs).max(0), 1e-9)
    inputs = inputs / scale
    weights = np.zeros(inputs.shape[1])
    counts = counts / counts.sum()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (counts * (chance - truth)) + RIDGE * weights / len(weights)
        bend = (inputs * (counts * chance * (1 - chance))[:, None]).T @ inputs
        weights -= 0.5 * np.linalg.solve(bend + RIDGE * np.eye(len(weights)) / len(weights), slope)
    return weights / scale


def _print(worth: Floats, truth: Floats) -> None:
    """How many of those from a worth on (a logarithm of odds) are right, and how many are kept."""
    print("chance    worth    passages   right, per cent   kept, per cent")
    for least in (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, *np.arange(0.4, 0.85, 0.05)):
        odds = float(np.log(least / (1 - least)))
        above = worth >= odds
        right, kept = truth[above].mean(), truth[above].sum() / truth.sum()
        print(f"{least:<8.3f}{odds:7.2f}{above.sum():12}{100 * right:18.1f}{100 * kept:17.1f}")


if __name__ == "__main__":
    sys.exit(main([*map(Path, sys.argv[1:])]))
