"""Which letters of one script stand for which of another, and how much that tells: ``correspondences.tsv``.

The table is made by ``python -m training.sounds``; its head names the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Weights = Mapping[str, Mapping[str, float]]
# An odd letter that the table has no word on: so much less likely is it that the names are one.
UNKNOWN = -6.0
TABLE = "correspondences.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two scripts. ``weights[one][other]`` is the logarithm of how much more often these letters stand
    for each other in one name than in two; "" is no letter. ``chance`` turns a sum into a chance:
    its start, what the sum adds, and what the sum for each letter adds.
    """

    weights: Weights
    chance: tuple[float, float, float] = (0.0, 0.5, 0.0)

    def flipped(self) -> Pair:
        """The same, seen from the other script."""
        return Pair(flip(self.weights), self.chance)


Pairs = Mapping[tuple[str, str], Pair]


def flip(weights: Weights) -> dict[str, dict[str, float]]:
    """Weights from the other side."""
    turned: dict[str, dict[str, float]] = {}
    for one, row in weights.items():
        for other, weight in row.items():
            turned.setdefault(other, {})[one] = weight
    return turned


@cache
def learned() -> Pairs:
    """The pairs of scripts of the table, each in both directions."""
    return read(files("firsthand.names.sound").joinpath(TABLE).read_text("utf-8").splitlines())


def read(lines: Iterable[str]) -> dict[tuple[str, str], Pair]:
    """A table's lines as pairs of scripts, in both directions; ``written`` is the way back."""
    weights: dict[tuple[str, str], dict[str, dict[str, float]]] = {}
    chances: dict[tuple[str, str], tuple[float, float, float]] = {}
    scripts = ("", "")
    for line in lines:
        cells = line.split("\t")
        if line.startswith("#") or not line:
            continue
        if cells[0] == "scripts":
            scripts = (cells[1], cells[2])
            start, whole, each = map(float, cells[3:6])
            chances[scripts] = (start, whole, each)
            continue
        row = weights.setdefault(scripts, {}).setdefault(cells[0], {})
        row[cells[1]] = float(cells[2])
    found = {key: Pair(weights.get(key, {}), chance) for key, chance in chances.items()}
    return {**{(b, a): pair.flipped() for (a, b), pair in found.items()}, **found}


def written(pairs: Pairs) -> Iterator[str]:
    """The lines that ``read`` reads."""
    for (one, other), pair in pairs.items():
        yield "\t".join(("scripts", one, other, *(f"{each:.3f}" for each in pair.chance)))
        for letters, row in sorted(pair.weights.items()):
            for others, weight in sorted(row.items()):
                yield f"{letters}\t{others}\t{weight:.1f}"
