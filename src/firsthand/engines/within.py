"""Work that may go wrong: in processes of its own, with a limit of time and of memory for each item."""

from __future__ import annotations

import os
import resource
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from firsthand.engines.base import Limits, Overrun

if TYPE_CHECKING:
    from pebble import ProcessFuture

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 8  # items for each process that are under way or wait to be taken


def each_within(
    processes: int, limits: Limits, function: Callable[[Item], Result], items: Iterable[Item]
) -> Iterator[Result | Overrun]:
    """``function`` of every item, in order; an Overrun for each that went beyond the limits."""
    coming = iter(items)
    first = list(islice(coming, AHEAD * processes))
    if not first:
        return
    from pebble import ProcessPool

    with ProcessPool(
        min(processes, len(first)), initializer=_begin, initargs=(os.getpid(), limits.memory)
    ) as pool:
        try:
            under_way: deque[ProcessFuture[Any]] = deque(
                pool.schedule(function, (item,), timeout=limits.seconds) for item in first
            )
            while under_way:
                yield _outcome(under_way.popleft(), limits)
                for item in islice(coming, 1):
                    under_way.append(pool.schedule(function, (item,), timeout=limits.seconds))
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _outcome(future: ProcessFuture[Any], limits: Limits) -> Any:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Overrun(f"took more than {limits.seconds:g} seconds")
    except MemoryError:
        return Overrun(f"needed more than {limits.memory / 2**20:,.0f} MB of memory")
    except ProcessExpired:
        return Overrun("brought down the process that read it")


def _begin(parent: int, memory: int) -> None:
    from firsthand.engines.local import heed_the_parent

    heed_the_parent(parent)
    resource.setrlimit(resource.RLIMIT_AS, (_addresses() + memory,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _addresses() -> int:
    """The address space in use; what is mapped already does not count against an item."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * resource.getpagesize()
