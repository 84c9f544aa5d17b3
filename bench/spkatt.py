"""Who says what in German parliament speeches: predictions beside the SpkAtt-2023 gold.

    python bench/spkatt.py [FOLDER [PREDICTIONS]] [--reader rules|learned]

FOLDER is laid out as the set's ``dev`` (the default); PREDICTIONS are what ``predict_spkatt.py``
prints (made here if not given). Two ways of counting, both pooled over all speeches:

tokens   a token has a role if any annotation gives it that role. F1 for each role, and for cue,
         source and message together.
overlap  annotations are paired one to one, those with the most cue tokens in common first. A role
         of a pair counts for precision as the share of predicted tokens that are right, for
         recall as the share of gold tokens that are found; what has no partner counts nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from predict_spkatt import ROLES, predictions

WAYS = ("tokens", "overlap")
MAIN = ("Cue", "Source", "Message")
Annotations = Sequence[Mapping[str, Sequence[str]]]
Counts = dict[tuple[str, str], float]


def score(pairs: Iterable[tuple[Annotations, Annotations]]) -> dict[str, float]:
    """F1 (per cent) for (gold, predicted) of every speech: "Cue tokens", "Cue overlap", …"""
    counts: Counts = defaultdict(float)
    for gold, predicted in pairs:
        for role in ROLES:
            _count_tokens(counts, role, _all(gold, role), _all(predicted, role))
        partners = dict(_partners(gold, predicted))
        for role in ROLES:
            _count_overlap(counts, role, gold, predicted, partners)
    found = {f"{role} {way}": _f1(counts, [f"{role} {way}"]) for way in WAYS for role in MAIN}
    together = {f"cue+source+message {way}": _f1(counts, [f"{r} {way}" for r in MAIN]) for way in WAYS}
    others = [f"{role} {way}" for way in WAYS for role in ("Addr", "Medium")]
    return found | together | {name: _f1(counts, [name]) for name in others}


def _all(annotations: Annotations, role: str) -> set[str]:
    return {token for each in annotations for token in each.get(role, ())}


def _count_tokens(counts: Counts, role: str, gold: set[str], predicted: set[str]) -> None:
    both = len(gold & predicted)
    _add(counts, f"{role} tokens", both, both, len(gold), len(predicted))


def _partners(gold: Annotations, predicted: Annotations) -> Iterator[tuple[int, int]]:
    common = []
    for a, right in enumerate(gold):
        for b, found in enumerate(predicted):
            cue = len({*right["Cue"]} & {*found["Cue"]})
            if cue:
                rest = sum(len({*right.get(r, ())} & {*found.get(r, ())}) for r in ROLES)
                common.append((-cue, -rest, a, b))
    free_gold, free = set(range(len(gold))), set(range(len(predicted)))
    for _, _, a, b in sorted(common):
        if a in free_gold and b in free:
            free_gold.remove(a)
            free.remove(b)
            yield a, b


def _count_overlap(
    counts: Counts,
    role: str,
    gold: Annotations,
    predicted: Annotations,
    partners: Mapping[int, int],
) -> None:
    precision = recall = 0.0
    for a, b in partners.items():
        right, found = {*gold[a].get(role, ())}, {*predicted[b].get(role, ())}
        precision += len(right & found) / len(found) if found else 0
        recall += len(right & found) / len(right) if right else 0
    sizes = (sum(bool(each.get(role)) for each in side) for side in (gold, predicted))
    _add(counts, f"{role} overlap", precision, recall, *sizes)


def _add(counts: Counts, name: str, right: float, hit: float, gold: int, predicted: int) -> None:
    for what, value in (("right", right), ("hit", hit), ("gold", gold), ("predicted", predicted)):
        counts[name, what] += value


def _f1(counts: Counts, names: Sequence[str]) -> float:
    right, hit, gold, predicted = (
        sum(counts[name, what] for name in names) for what in ("right", "hit", "gold", "predicted")
    )
    precision, recall = right / predicted if predicted else 0.0, hit / gold if gold else 0.0
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(folder: Path, reader: str = "", rows: Iterable[Mapping[str, object]] = ()) -> dict[str, float]:
    """``score`` of a folder: of the predictions given, else of those made now."""
    found = {row["File"]: row["Annotations"] for row in rows or predictions(folder, reader)}
    gold = {path.name: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
    return score((each["Annotations"], found.get(name, [])) for name, each in gold.items())


if __name__ == "__main__":
    from data import DATA

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=DATA / "spkatt23" / "dev")
    parser.add_argument("predictions", type=Path, nargs="?")
    parser.add_argument("--reader", default="", choices=("rules", "learned"))
    asked = parser.parse_args()
    given = asked.predictions.read_text("utf-8").splitlines() if asked.predictions else []
    for name, value in figures(asked.folder, asked.reader, [json.loads(line) for line in given]).items():
        print(f"{name:<28} {value:6.1f}")
