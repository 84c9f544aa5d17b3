"""A tree without direction: texts anywhere in it, lost copies between them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

# How likely a copyist put something else where the texts are known to vary: every step has one of these.
RATES = np.array([0.003, 0.01, 0.03, 0.08, 0.2, 0.5], np.float32)
Step = tuple[int, int]


class Tree:
    """Nodes 0 to ``texts`` - 1 are texts, others lost copies, which join at least three. Changed in place."""

    def __init__(self, texts: int) -> None:
        self.texts = texts
        self.steps: dict[int, dict[int, int]] = {n: {} for n in range(texts)}
        self._next = texts

    def lost(self) -> int:
        """A new lost copy, joined to nothing yet."""
        self.steps[self._next] = {}
        self._next += 1
        return self._next - 1

    def link(self, a: int, b: int, rate: int) -> None:
        """A step between two nodes; ``rate`` is a number of RATES."""
        self.steps[a][b] = self.steps[b][a] = rate

    def cut(self, a: int, b: int) -> None:
        """Take the step between two nodes away."""
        del self.steps[a][b]
        del self.steps[b][a]

    def tidy(self, node: int) -> None:
        """Take a lost copy away that joins fewer than three: nothing speaks for it."""
        if node < self.texts or len(self.steps.get(node, (1, 2, 3))) > 2:
            return
        ends = list(self.steps[node].items())
        for end, _ in ends:
            self.cut(node, end)
        del self.steps[node]
        if len(ends) == 2:
            self.link(ends[0][0], ends[1][0], nearest(together(ends[0][1], ends[1][1])))
        elif ends:
            self.tidy(ends[0][0])

    def walk(self, start: int) -> list[tuple[int, int]]:
        """The nodes that can be reached from ``start``, each with the one before it (-1 for the first)."""
        order = [(start, -1)]
        for node, before in order:
            order += [(n, node) for n in self.steps[node] if n != before]
        return order

    def edges(self) -> tuple[Step, ...]:
        """Every step once, smaller number first."""
        return tuple((a, b) for a in self.steps for b in self.steps[a] if a < b)

    def parted(self) -> dict[Step, frozenset[int]]:
        """For every step the texts on the side of the step that text 0 is not on: names it across trees."""
        order = self.walk(0)
        beyond = {n: {n} if n < self.texts else set() for n, _ in order}
        for node, before in reversed(order[1:]):
            beyond[before] |= beyond[node]
        return {(min(n, b), max(n, b)): frozenset(beyond[n]) for n, b in order[1:]}


def together(a: int, b: int) -> float:
    """The chance of a change over two steps."""
    return float(1 - (1 - RATES[a]) * (1 - RATES[b]))


def nearest(chance: float) -> int:
    """The number of the rate that is nearest to ``chance``, as a ratio."""
    return int(np.abs(np.log(RATES) - np.log(max(chance, 1e-6))).argmin())


def of(texts: int, edges: Iterable[Step], rate: int = 3) -> Tree:
    """The tree that has these steps. Numbers from ``texts`` on are lost copies."""
    tree = Tree(texts)
    for a, b in edges:
        for node in (a, b):
            tree.steps.setdefault(node, {})
            tree._next = max(tree._next, node + 1)
        tree.link(a, b, rate)
    return tree
