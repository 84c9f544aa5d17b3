"""What every engine promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

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


class Engine(Protocol):
    """Spreads work. Results never depend on how it is spread."""

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``function`` of every item, in the items' order. An exception of one item is raised in its turn."""

    def pairs_sharing_key(self, keys: Iterable[tuple[str, int]], limit: int) -> SharedPairs:
        """Owners (numbers) that hold a key in common; keys with more than ``limit`` owners make no pairs."""
