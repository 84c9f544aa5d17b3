"""The engine for one machine: a process on each core, plain dictionaries for keys."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations, islice
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from firsthand.engines.base import Limits, Overrun, SharedPairs
from firsthand.errors import FirsthandError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from firsthand.engines.columns import Numbers, SharedColumns

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting two processes costs about 0.15 s; below 24 texts of usual length they save less than that.
WORTH_A_POOL = 24
CHUNK = 8
AHEAD = 4  # chunks for each process that are under way or wait to be taken; more would only fill memory


class Local:
    """All cores of this machine, or one when the work is small: fewer items than ``worth_a_pool``.

    A process is given ``chunk`` items at a time.
    """

    def __init__(
        self, processes: int | None = None, worth_a_pool: int = WORTH_A_POOL, chunk: int = CHUNK
    ) -> None:
        self.processes = processes or os.cpu_count() or 1
        self.worth_a_pool, self.chunk = worth_a_pool, chunk

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``function`` of every item, in order; processes only where they pay.

        Items are taken, and results kept, only a little ahead of what the caller has consumed.
        """
        coming = iter(items)
        first = list(islice(coming, self.worth_a_pool))
        if self.processes == 1 or len(first) < self.worth_a_pool:
            yield from map(function, chain(first, coming))
            return
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        with ProcessPoolExecutor(
            self.processes, initializer=heed_the_parent, initargs=(os.getpid(),)
        ) as pool:
            try:
                yield from self._spread(pool, function, chain(first, coming))
            except BrokenProcessPool as error:
                what = "a process of this run was ended from outside, perhaps because memory was short"
                raise FirsthandError(what, do="Close other programs, or use fewer processes") from error
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def _spread(
        self, pool: ProcessPoolExecutor, function: Callable[[Item], Result], items: Iterator[Item]
    ) -> Iterator[Result]:
        under_way: deque[Future[list[Result]]] = deque()
        while piece := list(islice(items, self.chunk)):
            under_way.append(pool.submit(_all_of, function, piece))
            if len(under_way) > AHEAD * self.processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()

    def each_within(
        self, limits: Limits, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Result | Overrun]:
        """``function`` of every item in order, in processes that may fail without harm to the rest."""
        from firsthand.engines.within import each_within

        return each_within(self.processes, limits, function, items)

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

    def columns_sharing_key(self, keys: Numbers, owners: Numbers, limit: int) -> SharedColumns:
        """The same for keys that are numbers; the work is that of the pairs."""
        from firsthand.engines.columns import sharing

        return sharing(keys, owners, limit)


def _all_of(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [function(item) for item in items]


def heed_the_parent(parent: int) -> None:
    """What a worker does first: leave Ctrl-C to the parent, and end when the parent is gone."""
    # Ctrl-C reaches every process of a terminal; a worker that also spoke of it would print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    # A parent killed outright closes nothing: its workers would wait for work for ever.
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
