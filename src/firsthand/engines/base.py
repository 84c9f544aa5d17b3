"""What every engine promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from firsthand.engines.columns import Numbers, SharedColumns

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class SharedPairs:
    """Pairs of owners that share at least one key, with how many; and the keys skipped as too common.

    ``pairs`` maps (lower owner, higher owner) to the number of keys shared. ``skipped`` maps a key
    that more than ``limit`` owners hold to the number of its owners.
    """

    pairs: dict[tuple[int, int], int]
    skipped: dict[str, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost: seconds of time, and bytes of memory beyond what a process starts with."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Overrun:
    """An item that was given up. ``what`` says why, as what it did: "took more than 60 seconds"."""

    what: str


class Engine(Protocol):
    """Spreads work. Results never depend on how it is spread."""

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``function`` of every item, in the items' order. An exception of one item is raised in its turn."""

    def each_within(
        self, limits: Limits, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Result | Overrun]:
        """``function`` of every item in the items' order, each in another process than this one.

        An item that goes beyond the limits, or brings its process down, is an Overrun in its place;
        the others go on.
        """

    def pairs_sharing_key(self, keys: Iterable[tuple[str, int]], limit: int) -> SharedPairs:
        """Owners (numbers) that hold a key in common; keys with more than ``limit`` owners make no pairs."""

    def columns_sharing_key(self, keys: Numbers, owners: Numbers, limit: int) -> SharedColumns:
        """``pairs_sharing_key`` for keys that are numbers, in columns: for millions of keys and pairs."""
