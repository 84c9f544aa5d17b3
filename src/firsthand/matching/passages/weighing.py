"""The weights of what was found, learnt by ``training/passages.py``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def weighed(which: str, told: Mapping[str, Floats]) -> Floats:
    """The sum of what is told by the weights that were learnt for ``which``: a logarithm of odds."""
    weights = _weights()[which]
    total = sum(weights[name] * value for name, value in told.items())
    return np.asarray(total + weights["always"], float)


@cache
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads(
        files(__package__).joinpath("weights.json").read_text("utf-8")
    )
    return found
