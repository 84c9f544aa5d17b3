"""Words of one kind in order of force, and words that turn a sentence round (``strength.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Strength:
    """``ladders`` give each word its rung, the weakest 0; only words of one ladder are compared."""

    negations: frozenset[str]
    denials: frozenset[str]
    ladders: tuple[dict[str, int], ...]


@cache
def strength() -> Strength:
    """The tables, read once."""
    data = tomllib.loads((files(__package__) / "strength.toml").read_text("utf-8"))
    return Strength(
        frozenset(data["negations"].split()),
        frozenset(data["denials"].split()),
        tuple(_ladder(rungs) for rungs in data["ladders"]),
    )


def _ladder(rungs: list[str]) -> dict[str, int]:
    return {word: number for number, rung in enumerate(rungs) for word in rung.split()}
