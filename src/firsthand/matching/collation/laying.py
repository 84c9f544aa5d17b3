"""The words of one text laid into the columns of others: the best way in order, gaps charged as runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.matching.align import compare
from firsthand.matching.collation.scoring import Grid, beside

OPENED, SKIPPED = 0.75, 0.35  # what a run of words without a partner costs, and each word of it
RARE = 0.1  # a column that few texts have costs that share to pass over, and no less than this
SURE = 8  # words that agree in a row: there both sides are cut, and only what lies between is weighed
LARGEST = 4_000_000  # words by columns that are weighed at once (30 MB)
NONE = -1e9
Pair = tuple[int, int]


def lay(keys: Sequence[str], columns: Sequence[dict[str, int]], share: Sequence[float]) -> list[Pair]:
    """Which word goes into which column, rising on both sides. ``share``: of the texts, how many have it.

    A column is its words, each with the number of texts. Words left out of the pairs have no column yet.
    """
    firsts = tuple(max(column, key=column.__getitem__) for column in columns)
    pairs: list[Pair] = []
    at_word = at_column = 0
    for i, j, size in [*_sure(tuple(keys), firsts), (len(keys), len(columns), 0)]:
        part = _weighed(keys[at_word:i], columns[at_column:j], share[at_column:j])
        pairs += [(at_word + a, at_column + b) for a, b in part]
        pairs += [(i + k, j + k) for k in range(size)]
        at_word, at_column = i + size, j + size
    return pairs


def _sure(keys: tuple[str, ...], firsts: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Runs of words in which both sides agree: where they begin, and how long they are.

    Runs as short as need be for the pieces between them to be small enough; their ends are left open.
    """
    blocks = [b for b in compare(keys, firsts).blocks if b.same]
    size = next((s for s in (SURE, 4, 2) if _fits(keys, firsts, [b for b in blocks if _long(b) >= s])), 1)
    trim = size // 4
    for block in blocks:
        if _long(block) >= size:
            yield block.a0 + trim, block.b0 + trim, _long(block) - 2 * trim


def _long(block: tuple[bool, int, int, int, int]) -> int:
    return block[2] - block[1]


def _fits(
    keys: Sequence[str], firsts: Sequence[str], blocks: Sequence[tuple[bool, int, int, int, int]]
) -> bool:
    at_a = at_b = 0
    for _, a0, a1, b0, b1 in [*blocks, (True, len(keys), 0, len(firsts), 0)]:
        if (a0 - at_a) * (b0 - at_b) > LARGEST:
            return False
        at_a, at_b = a1, b1
    return True


def _weighed(keys: Sequence[str], columns: Sequence[dict[str, int]], share: Sequence[float]) -> list[Pair]:
    if not keys or not columns or len(keys) * len(columns) > LARGEST:
        return []
    cost = np.maximum(np.array(share, np.float32), RARE)
    return _walk(*_fill(beside(keys, columns), cost))


@dataclass(frozen=True, slots=True)
class _Ways:
    """How each cell was come to: a step (0 both, 1 a word, 2 columns), and where its run of gaps began."""

    step: NDArray[np.int8]
    longer: NDArray[np.bool_]
    left: NDArray[np.int32]


def _fill(worth: Grid, cost: Grid) -> tuple[_Ways, int, int]:
    """Gotoh's alignment, a row at a time. Passing over column j costs ``cost[j]`` of a word."""
    n, m = worth.shape
    passed = np.zeros(m + 1, np.float32)
    passed[1:] = SKIPPED * np.cumsum(cost)
    ways = _Ways(
        np.full((n + 1, m + 1), 2, np.int8),
        np.zeros((n + 1, m + 1), np.bool_),
        np.zeros((n + 1, m + 1), np.int32),
    )
    best: Grid = np.where(np.arange(m + 1) > 0, -OPENED - passed, 0).astype(np.float32)
    down = np.full(m + 1, NONE, np.float32)
    for i in range(1, n + 1):
        ways.longer[i] = down >= best - OPENED
        down = np.maximum(down, best - OPENED) - SKIPPED
        best = _row(ways, i, best, down, worth[i - 1], passed)
    return ways, n, m


def _row(ways: _Ways, i: int, above: Grid, down: Grid, worth: Grid, passed: Grid) -> Grid:
    row, step = down.copy(), ways.step[i]
    step[:] = 1
    both = above[:-1] + worth
    taken = both >= row[1:]
    row[1:][taken], step[1:][taken] = both[taken], 0
    base = row + passed
    top = np.maximum.accumulate(base)
    ways.left[i, 1:] = np.maximum.accumulate(np.where(base >= top, np.arange(len(row)), 0))[:-1]
    right = np.full(len(row), NONE, np.float32)
    right[1:] = top[:-1] - OPENED - passed[1:]
    further = right > row
    row[further], step[further] = right[further], 2
    return row


def _walk(ways: _Ways, i: int, j: int) -> list[Pair]:
    pairs: list[Pair] = []
    while i and j:
        if ways.step[i, j] == 0:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif ways.step[i, j] == 2:
            j = int(ways.left[i, j])
        else:
            while i and ways.longer[i, j]:
                i -= 1
            i = max(i - 1, 0)
    return pairs[::-1]
