"""What hangs together, directly or by way of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def joined(pairs: Iterable[tuple[Thing, Thing]]) -> dict[Thing, Thing]:
    """For everything named in ``pairs`` the one that stands for all that hang together with it.

    Which one that is follows the order of the pairs; what hangs together does not.
    """
    above: dict[Thing, Thing] = {}

    def top(each: Thing) -> Thing:
        while (higher := above.setdefault(each, each)) != each:
            above[each] = each = above[higher]
        return each

    for one, other in pairs:
        above[top(one)] = top(other)
    return {each: top(each) for each in above}


class Joined(Generic[Thing]):
    """Things that are one, as far as they were joined and nobody forbade it."""

    def __init__(self, apart: Iterable[tuple[Thing, Thing]] = ()) -> None:
        self._group: dict[Thing, list[Thing]] = {}
        self._apart: defaultdict[Thing, set[Thing]] = defaultdict(set)
        for one, other in apart:
            self.part(one, other)

    def part(self, one: Thing, other: Thing) -> None:
        """From now on these two are not joined; if they are already they stay so."""
        self._apart[one].add(other)
        self._apart[other].add(one)

    def join(self, one: Thing, other: Thing) -> bool:
        """Make two one; whether they are now."""
        a, b = self.group(one), self.group(other)
        if a is b:
            return True
        small, large = sorted((a, b), key=len)
        there = set(large)
        if any(self._apart[each] & there for each in small if each in self._apart):
            return False
        large += small
        self._group |= dict.fromkeys(small, large)
        return True

    def group(self, each: Thing) -> list[Thing]:
        """All that are one with ``each``, itself among them."""
        return self._group.setdefault(each, [each])
