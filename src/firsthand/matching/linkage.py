"""Average linkage: groups joined two by two, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush


def agglomerate(
    likely: Mapping[tuple[int, int], float],
    sizes: Sequence[int],
    least: float,
    join: Callable[[int, int], bool],
) -> None:
    """Joins the groups 0, 1, … as long as any two are linked by ``least`` in the mean.

    ``likely`` has, for two groups (a < b), the sum over the pairs of their members; a pair that is not
    there counts as nothing. ``join(a, b)`` is asked for each two, and may refuse; from then on a stands
    for both. Ties go by number. Time is that of the links, times a logarithm.
    """
    links = _Links(likely, sizes)
    waiting = [(-links.mean(*pair), *pair) for pair in likely]
    heapify(waiting)
    while waiting and -waiting[0][0] >= least:
        mean, a, b = heappop(waiting)
        if not links.holds(a, b, -mean):
            continue  # one of the two was joined with another since
        if join(a, b):
            for one, other in links.joined(a, b):
                heappush(waiting, (-links.mean(one, other), one, other))
        else:
            links.parted(a, b)


@dataclass(slots=True, init=False)
class _Links:
    sizes: list[int]
    sums: dict[int, dict[int, float]]

    def __init__(self, likely: Mapping[tuple[int, int], float], sizes: Sequence[int]) -> None:
        self.sizes = list(sizes)
        self.sums = {n: {} for n in range(len(sizes))}
        for (a, b), total in likely.items():
            self.sums[a][b] = self.sums[b][a] = total

    def mean(self, a: int, b: int) -> float:
        return self.sums[a][b] / (self.sizes[a] * self.sizes[b])

    def holds(self, a: int, b: int, mean: float) -> bool:
        return b in self.sums.get(a, ()) and self.mean(a, b) == mean

    def joined(self, a: int, b: int) -> list[tuple[int, int]]:
        """Makes b a part of a; the pairs that a is linked in now."""
        for c, total in self.sums.pop(b).items():
            del self.sums[c][b]
            if c != a:
                self.sums[a][c] = self.sums[c][a] = self.sums[a].get(c, 0.0) + total
        self.sizes[a] += self.sizes[b]
        return [(min(a, c), max(a, c)) for c in self.sums[a]]

    def parted(self, a: int, b: int) -> None:
        del self.sums[a][b], self.sums[b][a]
