"""Keys as columns of numbers: for millions of them, of which plain dictionaries would fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class SharedColumns:
    """Pairs of owners that share a key, as pairs of columns of about a million; a pair comes once for each
    key that it shares. ``skipped`` maps a key that more than ``limit`` owners hold to their number.
    """

    pairs: Iterator[tuple[Numbers, Numbers]]
    skipped: dict[int, int]


def sharing(keys: Numbers, owners: Numbers, limit: int) -> SharedColumns:
    """Owners that hold a key in common, each key once an owner; the lower owner stands first."""
    held = np.unique(np.stack((keys, owners)), axis=1) if len(keys) else np.zeros((2, 0), np.int64)
    starts = np.flatnonzero(np.diff(held[0], prepend=held[0][:1] - 1)) if len(keys) else held[0]
    sizes = np.diff(starts, append=held.shape[1])
    common = sizes > limit
    skipped = dict(zip(held[0][starts[common]].tolist(), sizes[common].tolist(), strict=True))
    ends = np.where(np.repeat(common, sizes), 0, np.repeat(starts + sizes, sizes))
    return SharedColumns(_in_blocks(held[1], ends), skipped)


def _in_blocks(owners: Numbers, ends: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Each owner with each that comes after it and before the place where its key ends."""
    waiting: list[tuple[Numbers, Numbers]] = []
    places, step, size = np.arange(len(owners)), 1, 0
    while len(places := places[ends[places] > places + step]):
        waiting.append((owners[places], owners[places + step]))
        size += len(places)
        step += 1
        if size >= BLOCK:
            yield _joined(waiting)
            waiting, size = [], 0
    if waiting:
        yield _joined(waiting)


def _joined(columns: list[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    return np.concatenate([one for one, _ in columns]), np.concatenate([other for _, other in columns])
