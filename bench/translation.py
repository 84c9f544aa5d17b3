"""Translated statements: each line among the lines of another language, and near misses.

    python -m bench.translation

Top-1 in per cent, each way; beside it a baseline (numbers in common, then three-letter runs of the words
romanised by the table of consonants). A false merge: "same" proposed of a near miss of
near_misses.jsonl; only the part "report" counts, of which nothing was learnt.
"""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from bench.predict_translation import predictions
from bench.translation_pairs import NearMiss, Pair, near_misses, pairs
from firsthand.matching.across import Verdict, across
from firsthand.matching.across import figures as numbers
from firsthand.matching.across.compared import NO_WEIGHTS
from firsthand.matching.across.sounds import skeleton
from firsthand.matching.across.weights import find
from firsthand.text import WORD

REPORT = "report"
BASELINE = "baseline "
MERGED = "near misses: false merges"


def figures_of_pair(pair: Pair) -> dict[str, float]:
    """Top-1 both ways, the share proposed as the same and how much of that is right; the baseline."""
    forth = [*predictions(pair.a, pair.b, pair.languages)]
    back = [*predictions(pair.b, pair.a, pair.languages[::-1])]
    right = [_same(pair.b, row["b"], row["a"]) for row in forth]
    proposed = [ok for ok, row in zip(right, forth, strict=True) if row["judgement"] == "same"]
    plain = [_same(pair.b, found, line) for line, found in enumerate(baseline(pair.a, pair.b))]
    return {
        f"{pair.name}: top-1": _share(right),
        f"{pair.name}: top-1 back": _share([_same(pair.a, row["b"], row["a"]) for row in back]),
        f"{pair.name}: proposed as the same": 100 * len(proposed) / len(forth),
        f"{pair.name}: right of those": _share(proposed),
        f"{pair.name}: {BASELINE}top-1": _share(plain),
    }


def baseline(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For each line of ``a`` the line of ``b`` with most numbers and runs of consonants in common."""
    holders: dict[object, list[int]] = {}
    keys = [_keys(line) for line in b]
    for number, own in enumerate(keys):
        for key in own:
            holders.setdefault(key, []).append(number)
    return [_most(_keys(line), holders, keys) for line in a]


def _most(own: set[object], holders: dict[object, list[int]], keys: Sequence[set[object]]) -> int:
    votes: Counter[int] = Counter()
    for key in own:
        for number in holders.get(key, ()):
            votes[number] += 1 / len(holders[key])  # type: ignore[assignment]
    return max(votes, key=lambda n: votes[n] / (len(keys[n]) or 1) ** 0.5, default=-1)


def _keys(line: str) -> set[object]:
    runs = {s[n : n + 3] for m in WORD.finditer(line) if (s := skeleton(m[0])) for n in range(len(s) - 2)}
    return {*runs, *numbers.figures(line)}


def of_near_misses(rows: Sequence[NearMiss]) -> dict[str, float]:
    """How many near misses are proposed as the same, and how many that are the same, in per cent."""
    merged = [_proposed(a, b) for a, b in _pairs(rows, "same", "miss")]
    merged += [_proposed(a, b) for a, b in _pairs(rows, "miss", "same")]
    kept = [_proposed(a, b) for a, b in _pairs(rows, "same", "same")]
    flat = [each for found in merged for each in found]
    return {
        MERGED: _share(flat),
        "near misses: their true partners proposed": _share([each for found in kept for each in found]),
    }


Told = list[tuple[str, str]]


def _pairs(rows: Sequence[NearMiss], one: str, other: str) -> Iterator[tuple[Told, Told]]:
    for a, b in combinations(sorted(rows[0].same), 2):
        yield [(getattr(r, one)[a], a) for r in rows], [(getattr(r, other)[b], b) for r in rows]


def _proposed(a: Told, b: Told) -> list[bool]:
    """Of each line of ``a`` whether it is proposed to be the same as the line of ``b`` with its number."""
    texts, languages = zip(*a, *b, strict=True)
    found = {(p.a, p.b - len(a)) for p in across(texts, languages).pairs if p.judged.verdict is Verdict.SAME}
    return [(n, n) in found for n in range(len(a))]


def _same(lines: Sequence[str], found: int | None, wanted: int) -> bool:
    return found is not None and lines[found] == lines[wanted]


def _share(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right) if right else 0.0


def figures() -> dict[str, float]:
    """What may not sink: top-1 each way, and the near misses that are kept apart."""
    found = measured()
    kept = {name: value for name, value in found.items() if "top-1" in name and BASELINE not in name}
    return {**kept, "near misses kept apart": 100 - found[MERGED]}


def measured() -> dict[str, float]:
    """All figures; sentences a processor second (both ways of each pair) and the peak of memory last."""
    found: dict[str, float] = {}
    begun, lines = time.process_time(), 0
    for pair in pairs():
        found |= figures_of_pair(pair)
        lines += 2 * (len(pair.a) + len(pair.b))
    found["sentences a CPU second"] = lines / (time.process_time() - begun)
    found |= of_near_misses(near_misses(REPORT))
    found["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def table() -> dict[str, dict[str, float]]:
    """The same, with the baseline as a contestant; a note where there are no weights."""
    if find() is None:
        return {NO_WEIGHTS: {}}
    found = measured()
    ours = {name: value for name, value in found.items() if BASELINE not in name}
    plain = {name.replace(BASELINE, ""): value for name, value in found.items() if BASELINE in name}
    return {"vectors": ours, "numbers, sounds": plain}


if __name__ == "__main__":
    for name, value in measured().items():
        print(f"  {name:<52} {value:6.1f}")
