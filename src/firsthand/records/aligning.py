"""Which lines of a translation answer to which lines of the original, where their numbers do not tell.

By length, after Gale and Church (1993, Computational Linguistics 19): the lengths of sentences and of their
translations go together, and nearly all stand one to one in order. Numbers and names written alike in both
hold the ends together where lines were left out or run together.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, erfc, inf, log, sqrt

from firsthand.model import LineAlignment, LinePair, Record, identity
from firsthand.model.layers import BY_HAND, BY_LENGTH
from firsthand.records.layers import is_column
from firsthand.records.manifest import Manifest

GIVEN = "the lines it was made of"
# How often so many lines answer to so many, and the variance of the ratio of lengths (Gale and Church, tables
# 5 and 3.1).
STEPS = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
VARIANCE = 6.8
LEAST = 1e-9
# An anchor in both outweighs any length; one on one side only is as rare as two lines run together.
SHARED, LONE = 4.0, 1.5
# Lines beside the diagonal that are tried, and the lines beyond which nothing is proposed: 2,000 lines take
# some seconds.
BESIDE, MOST = 40, 3_000
NUMBER = re.compile(r"\d+")
NAME = re.compile(r"[^\W\d_]{3,}")

Anchors = frozenset[str]


def align(record: Record, of: Record | None, manifest: Manifest) -> LineAlignment | None:
    """Which lines of ``record`` answer to which of ``of``; None where each answers to that of its number.

    What ``case.toml`` says of some lines holds over what is proposed for them.
    """
    if of is None or not record.kind.layer:
        return None
    listed = manifest.listed(record.joined[0].name if record.joined else record.name)
    given = tuple(LinePair(lines, to, 1.0, BY_HAND) for lines, to in (listed.pairs if listed else ()))
    corrected = {number for pair in given for number in pair.lines}
    kept = tuple(pair for each in _proposed(record, of) if (pair := _without(each, corrected)))
    return LineAlignment(record.id, record.of, kept + given) if kept or given else None


def _texts(record: Record) -> dict[int, str]:
    return {line.number: record.text[line.span.start : line.span.end] for line in record.lines}


def _agree(record: Record, of: Record) -> bool:
    """Whether numbers tell: both were numbered by people, or there are as many lines in both."""
    here, there = ({line.number for line in each.lines} for each in (record, of))
    return here == there or (here <= there and _numbered(record) and _numbered(of))


def made_from(of: Record, numbers: Iterable[int]) -> str:
    """What the lines of these numbers say, a short hash each: so they are found again under other numbers."""
    texts = _texts(of)
    return " ".join(_hash(texts.get(number, "")) for number in sorted(numbers))


def _hash(text: str) -> str:
    return identity(text)[:12]


def _proposed(record: Record, of: Record) -> tuple[LinePair, ...]:
    """What is put together by lines that a machine was given, else by lengths; nothing where numbers tell."""
    here, there = _texts(record), _texts(of)
    given = record.extra.get("made_from", "").split()
    if record.format == "machine" and len(given) == len(here):
        pairs = tuple(_found_again(sorted(here), given, there))
        return () if all(pair.lines == pair.of for pair in pairs) else pairs
    return () if _agree(record, of) else propose(here, there)


def _found_again(
    numbers: Sequence[int], given: Sequence[str], there: Mapping[int, str]
) -> Iterator[LinePair]:
    """Each line beside the one that it was made of, in the order in which these stand; none beside one that
    is gone."""
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for number in sorted(there):
        places[_hash(there[number])].append(number)
    last = 0
    for number, wanted in zip(numbers, given, strict=True):
        left = places[wanted]
        while left and left[0] <= last:
            left.popleft()
        last = left[0] if left else last
        yield LinePair((number,), (last,) if left else (), 1.0, GIVEN)


def _numbered(record: Record) -> bool:
    """Whether the lines bear numbers that somebody gave them: those of a table, or before a tab."""
    given = (record.text[line.span.start - 1 : line.span.start] == "\t" for line in record.lines)
    return record.format in ("tei", "iiif") or is_column(record.part) or all(given)


def _without(pair: LinePair, corrected: set[int]) -> LinePair | None:
    left = tuple(number for number in pair.lines if number not in corrected)
    return LinePair(left, pair.of, pair.score, pair.by) if left else None


def propose(here: Mapping[int, str], there: Mapping[int, str]) -> tuple[LinePair, ...]:
    """Lines by number, each with its text, put together in order; nothing where there are too many."""
    if not here or not there or max(len(here), len(there)) > MOST:
        return ()
    a, b = sorted(here), sorted(there)
    left, right = _Side([here[n] for n in a]), _Side([there[n] for n in b])
    ratio = max(right.sums[-1], 1) / max(left.sums[-1], 1)
    pairs = []
    for (i, j), (di, dj) in _path(left, right, ratio):
        lines, of = tuple(a[i - di : i]), tuple(b[j - dj : j])
        score = _score(left, right, ratio, (i, j), (di, dj)) if di and dj else 0.0
        pairs.append(LinePair(lines, of, score, BY_LENGTH))
    return tuple(pairs)


class _Side:
    """The lines of one side: their lengths summed up, and what in them may be written alike in the other."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.sums = [0]
        for text in texts:
            self.sums.append(self.sums[-1] + len("".join(text.split())))
        self.anchors = [_anchors(text) for text in texts]

    def length(self, at: int, count: int) -> int:
        return self.sums[at] - self.sums[at - count]

    def anchored(self, at: int, count: int) -> Anchors:
        return frozenset().union(*self.anchors[at - count : at])


def _anchors(text: str) -> Anchors:
    names = (word for word in NAME.findall(text) if word[0].isupper())
    return frozenset((*(number.lstrip("0") for number in NUMBER.findall(text)), *map(str.casefold, names)))


def _path(left: _Side, right: _Side, ratio: float) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The steps of the cheapest way from the beginning of both to their ends."""
    n, m = len(left.anchors), len(right.anchors)
    both = frozenset().union(*left.anchors) & frozenset().union(*right.anchors)
    cost: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    beside = max(BESIDE, 2 * ceil(m / n))
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - beside), min(m, middle + beside) + 1):
            for di, dj in STEPS:
                before = cost.get((i - di, j - dj), inf)
                if before < inf:
                    total = before + _cost(left, right, ratio, (i, j), (di, dj), both)
                    if total < cost.get((i, j), inf):
                        cost[i, j], step[i, j] = total, (di, dj)
    found, at = [], (n, m)
    while at in step:
        di, dj = step[at]
        found.append((at, (di, dj)))
        at = (at[0] - di, at[1] - dj)
    return found[::-1]


def _cost(
    left: _Side, right: _Side, ratio: float, at: tuple[int, int], by: tuple[int, int], both: Anchors
) -> float:
    length = -log(STEPS[by]) - log(max(_fit(left, right, ratio, at, by), LEAST))
    if not both:
        return length
    here, there = left.anchored(at[0], by[0]) & both, right.anchored(at[1], by[1]) & both
    return length - SHARED * len(here & there) + LONE * len(here ^ there)


def _fit(left: _Side, right: _Side, ratio: float, at: tuple[int, int], by: tuple[int, int]) -> float:
    """How often two that belong together differ in length by as much, 0 to 1; 1 where one is left out."""
    if not all(by):
        return 1.0
    a, b = left.length(at[0], by[0]), right.length(at[1], by[1])
    mean = (a + b / ratio) / 2
    return erfc(abs(b - a * ratio) / sqrt(2 * max(mean, 1) * VARIANCE * ratio))


def _score(left: _Side, right: _Side, ratio: float, at: tuple[int, int], by: tuple[int, int]) -> float:
    shared = left.anchored(at[0], by[0]) & right.anchored(at[1], by[1])
    return round(1 - (1 - _fit(left, right, ratio, at, by)) * 0.5 ** len(shared), 3)
