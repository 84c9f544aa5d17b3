"""Small changes to a tree, each drawn by how likely it makes the variants (Gibbs sampling)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from firsthand.tracing.stemma.coding import Numbers, Places
from firsthand.tracing.stemma.likelihood import LEAST, Messages, copied, joint, messages, worth
from firsthand.tracing.stemma.tree import RATES, Tree, nearest

PRICE = 2.0  # what a lost copy must bring, in nats of likelihood, to be thought of
MANY = len(RATES)


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves over ``tree``, which is changed; ``heat`` above 1 makes unlikely ones less unlikely."""

    places: Places
    tree: Tree
    chance: np.random.Generator
    heat: float = 1.0

    def text(self, node: int) -> None:
        """Take one text out, and put it in again: anywhere, as a leaf, between two, or for a lost copy."""
        ends = dict(self.tree.steps[node])
        for end in ends:
            self.tree.cut(node, end)
        if len(ends) > 1:
            stand_in = self.tree.lost()
            for end, rate in ends.items():
                self.tree.link(stand_in, end, rate)
            self.tree.tidy(stand_in)
        else:
            self.tree.tidy(*ends)
        self._place(node)

    def branch(self) -> None:
        """Cut a step, and hang what was beyond it somewhere else."""
        nodes = list(self.tree.steps)
        node = nodes[int(self.chance.integers(len(nodes)))]
        ends = list(self.tree.steps[node])
        end = ends[int(self.chance.integers(len(ends)))]
        self.tree.cut(node, end)
        self.tree.tidy(end)
        self._place(node)
        self.tree.tidy(node)

    def rates(self) -> None:
        """Draw the rate of a third of all steps anew."""
        told = messages(self.places, self.tree, 0)
        steps = told.order[1:]
        for k in self.chance.permutation(len(steps))[: max(1, len(steps) // 3)]:
            node, before = steps[k]
            seen = np.stack([copied(self.places, told.up[node], r) for r in RATES], axis=1)
            rest = (told.down[node] * self.places.likely)[:, None]
            self.tree.link(node, before, self._drawn(worth(self.places, (seen * rest).sum(axis=2))))

    def _drawn(self, values: Numbers) -> int:
        odds = np.exp((values - values.max()) / self.heat, dtype=np.float64)
        return int(self.chance.choice(len(values), p=odds / odds.sum()))

    def _place(self, node: int) -> None:
        """Join the part that ``node`` is in to the rest."""
        alone = not self.tree.steps[node] and node < self.tree.texts
        mine = {n for n, _ in self.tree.walk(node)}
        rest = messages(self.places, self.tree, next(n for n in self.tree.steps if n not in mine))
        seen = messages(self.places, self.tree, node).up[node]
        ways = _Ways(self.places, self.tree, rest, seen, alone)
        values = [ways.hung(), ways.split(), *([ways.stood_for(), ways.between()] if alone else [])]
        which = self._drawn(np.concatenate([v.ravel() for v in values]))
        for value, join in zip(values, (ways.hang, ways.part, ways.stand_for, ways.go_between), strict=False):
            if which < value.size:
                return join(node, which)
            which -= value.size
        return None


class _Ways:
    """Every way to join a part to the rest of a tree, and the worth of each against the rest alone."""

    def __init__(self, places: Places, tree: Tree, rest: Messages, seen: Numbers, alone: bool) -> None:
        self.places, self.tree, self.seen, self.alone = places, tree, seen, alone
        self.nodes = [n for n, _ in rest.order]
        self.steps = rest.order[1:]
        self.copy = np.stack([copied(places, seen, r) for r in RATES], axis=2)
        self.at = np.moveaxis(joint(places, tree, rest), 1, 0)
        self.base = np.maximum(self.at.sum(axis=2), LEAST)
        self.lost = [k for k, n in enumerate(self.nodes) if n >= tree.texts]
        rates = np.array([RATES[tree.steps[n][b]] for n, b in self.steps], np.float32)
        self.half = (1 - np.sqrt(1 - rates))[:, None, None]
        none: tuple[Numbers, Numbers] = (self.at[:, :0], self.base[:, :0])
        self.middle, self.whole = self._middles(rest) if self.steps else none

    def _middles(self, rest: Messages) -> tuple[Numbers, Numbers]:
        up = np.stack([rest.up[n] for n, _ in self.steps])
        down = np.stack([rest.down[n] for n, _ in self.steps])
        over = np.stack([rest.over[n] for n, _ in self.steps])
        middle = copied(self.places, up, self.half) * copied(self.places, down, self.half)
        whole = (down * over * self.places.likely).sum(axis=2)
        return np.moveaxis(middle * self.places.likely, 1, 0), np.maximum(np.moveaxis(whole, 1, 0), LEAST)

    def hung(self) -> Numbers:
        """From any node, at any rate."""
        value = worth(self.places, np.matmul(self.at, self.copy) / self.base[:, :, None])
        return np.asarray(value - np.log(MANY))

    def split(self) -> Numbers:
        """From a new lost copy within any step, at any rate."""
        value = worth(self.places, np.matmul(self.middle, self.copy) / self.whole[:, :, None])
        return np.asarray(value - np.log(MANY) - PRICE)

    def stood_for(self) -> Numbers:
        """In the place of any lost copy."""
        value = (self.at[:, self.lost] * self.seen[:, None]).sum(axis=2) / self.base[:, self.lost]
        return np.asarray(worth(self.places, value) + PRICE)

    def between(self) -> Numbers:
        """Within any step."""
        return worth(self.places, (self.middle * self.seen[:, None]).sum(axis=2) / self.whole)

    def hang(self, node: int, which: int) -> None:
        """Do what `hung` weighed."""
        self.tree.link(node, self.nodes[which // MANY], which % MANY)

    def part(self, node: int, which: int) -> None:
        """Do what `split` weighed."""
        new = self.tree.lost()
        self.go_between(new, which // MANY)
        self.tree.link(node, new, which % MANY)

    def stand_for(self, node: int, which: int) -> None:
        """Do what `stood_for` weighed."""
        lost = self.nodes[self.lost[which]]
        for end, rate in list(self.tree.steps[lost].items()):
            self.tree.cut(lost, end)
            self.tree.link(node, end, rate)
        del self.tree.steps[lost]

    def go_between(self, node: int, which: int) -> None:
        """Do what `between` weighed."""
        (a, b), rate = self.steps[which], nearest(float(self.half[which, 0, 0]))
        self.tree.cut(a, b)
        self.tree.link(node, a, rate)
        self.tree.link(node, b, rate)
