"""How likely two words are one name written twice: the best way to lay their letters side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp

from rapidfuzz.distance import Indel

from firsthand.names.sound.letters import END, OTHER, START, Letters, letters
from firsthand.names.sound.tables import UNKNOWN, Pair, Pairs, Weights, learned

FAR = float("-inf")
# Letters together at most, on either side of a correspondence.
TOGETHER = 3
SURE = (
    2.0  # letters that weigh more than this may be the first of one word: C and ㅊ are 3.5, C and ㅎ are not
)


def heard(one: str, other: str) -> float:
    """The chance (0 to 1) that two single words are one name, against others that are near.

    Takes any two strings, in either order; 1 for words of the same letters, 0 where one has none.
    """
    return likeness(letters(one), letters(other), learned())


def may_begin(initial: str, word: str) -> bool:
    """Whether a single letter may be the first of ``word``, which is written in another script.

    "C" may be that of 치카 (Chika) and "Я" that of Yana; "W" cannot be that of 하늘 (Haneul).
    """
    one, other = letters(initial), letters(word)
    return one.script != other.script and (one.text[1], other.text[1]) in _firsts(one.script, other.script)


@cache
def _firsts(one: str, other: str) -> frozenset[tuple[str, str]]:
    """The first letters of what surely stands for each other in two scripts."""
    pair = learned().get((one, other), Pair({}))
    runs = ((a.strip(START), b.strip(START)) for a, row in pair.weights.items() for b in row if row[b] > SURE)
    return frozenset((a[0], b[0]) for a, b in runs if a and b and a[0] != END)


def likeness(one: Letters, other: Letters, pairs: Pairs) -> float:
    """``heard`` for letters, by other tables than the one that comes with Firsthand."""
    if len(one.text) == 2 or len(other.text) == 2:
        return 0.0
    if one == other:
        return 1.0
    one, other = sorted((one, other))
    pair = pairs.get((one.script, other.script))
    if pair is None:
        return as_they_stand(one, other)
    return by_weight(pair, one, other, best(pair.weights, one.text, other.text))


def by_weight(pair: Pair, one: Letters, other: Letters, weight: float) -> float:
    """The chance that a sum of weights over two words gives."""
    start, whole, each = pair.chance
    size = max(1, len(one.text) + len(other.text) - 4)
    return 1 / (1 + exp(-max(-30.0, min(30.0, start + whole * weight + each * weight / size))))


def as_they_stand(one: Letters, other: Letters) -> float:
    """Scripts that nothing was learnt of: only what is written alike is alike."""
    if one.script != other.script or one.script != OTHER:
        return 0.0
    return max(0.0, 2 * Indel.normalized_similarity(one.text[1:-1], other.text[1:-1]) - 1)


def best(weights: Weights, one: str, other: str) -> float:
    """The greatest sum of weights over all ways to lay ``one`` and ``other`` side by side."""
    where = positions(other)
    width = len(other) + 1
    rows = [[FAR] * width for _ in range(len(one) + TOGETHER + 1)]
    rows[0][0] = 0.0
    added = weights.get("", {})
    extra = [added.get(c, UNKNOWN) for c in other]
    for i in range(len(one) + 1):
        row = rows[i]
        for j, cost in enumerate(extra):
            if row[j] + cost > row[j + 1]:
                row[j + 1] = row[j] + cost
        if i < len(one):
            _go_on(weights, one, i, rows, where)
    return rows[len(one)][-1]


def _go_on(
    weights: Weights, one: str, at: int, rows: list[list[float]], where: Mapping[str, list[int]]
) -> None:
    """All correspondences of letters of ``one`` that begin at ``at``."""
    row = rows[at]
    for size in range(1, min(TOGETHER, len(one) - at) + 1):
        known = weights.get(one[at : at + size])
        target = rows[at + size]
        if known is None:
            known = {"": UNKNOWN} if size == 1 else {}
        left_out = known.get("", UNKNOWN if size == 1 else FAR)
        if left_out > FAR:
            for j, sum_ in enumerate(row):
                if sum_ + left_out > target[j]:
                    target[j] = sum_ + left_out
        for letters_ in known.keys() & where.keys():
            weight, step = known[letters_], len(letters_)
            for j in where[letters_]:
                if row[j] + weight > target[j + step]:
                    target[j + step] = row[j] + weight


@lru_cache(maxsize=65_536)
def positions(text: str) -> Mapping[str, list[int]]:
    """Where each run of up to TOGETHER letters begins."""
    found: dict[str, list[int]] = {}
    for start in range(len(text)):
        for end in range(start + 1, min(start + TOGETHER, len(text)) + 1):
            found.setdefault(text[start:end], []).append(start)
    return found
