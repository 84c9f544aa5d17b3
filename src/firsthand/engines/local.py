"""The engine for one machine: a process on each core, plain dictionaries for keys."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from threading import Thread
from typing import TypeVar

from firsthand.engines.base import SharedPairs

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting two processes costs about 0.15 s; below 24 texts of usual length they save less than that.
WORTH_A_POOL = 24
CHUNK = 8


class Local:
    """All cores of this machine, or one when the work is small."""

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or os.cpu_count() or 1

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``function`` of every item, in order; processes only where they pay."""
        given = list(items)
        if self.processes == 1 or len(given) < WORTH_A_POOL:
            yield from map(function, given)
            return
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(
            self.processes, initializer=_heed_the_parent, initargs=(os.getpid(),)
        ) as pool:
            try:
                yield from pool.map(function, given, chunksize=CHUNK)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def pairs_sharing_key(self, keys: Iterable[tuple[str, int]], limit: int) -> SharedPairs:
        """Owners that hold a key in common; work is at most ``limit`` squared a key."""
        owners: defaultdict[str, set[int]] = defaultdict(set)
        for key, owner in keys:
            owners[key].add(owner)
        pairs: Counter[tuple[int, int]] = Counter()
        skipped: dict[str, int] = {}
        for key, holders in owners.items():
            if len(holders) > limit:
                skipped[key] = len(holders)
            else:
                pairs.update(combinations(sorted(holders), 2))
        return SharedPairs(dict(pairs), skipped)


def _heed_the_parent(parent: int) -> None:
    """What a worker does first: leave Ctrl-C to the parent, and end when the parent is gone."""
    # Ctrl-C reaches every process of a terminal; a worker that also spoke of it would print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    # A parent killed outright closes nothing: its workers would wait for work for ever.
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
