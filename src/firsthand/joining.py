"""What hangs together, directly or by way of others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

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
