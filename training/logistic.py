"""Logistic regression by Newton's method, and how far its answers can be relied on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ROUNDS, RIDGE = 300, 1e-4


def chances(inputs: Floats, weights: Floats) -> Floats:
    """How likely each row is, 0 to 1."""
    found: Floats = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
    return found


def fitted(inputs: Floats, truth: Floats) -> Floats:
    """The weight of each column, with a small ridge."""
    scale = np.maximum(np.abs(inputs).max(0), 1e-9)
    inputs = inputs / scale
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        chance = chances(inputs, weights)
        slope = inputs.T @ (chance - truth) / len(truth) + RIDGE * weights / len(weights)
        bend = (inputs * (chance * (1 - chance))[:, None]).T @ inputs / len(truth)
        weights -= 0.5 * np.linalg.solve(bend + RIDGE * np.eye(len(weights)) / len(weights), slope)
    return weights / scale


def reliability(chance: Floats, truth: Floats) -> list[str]:
    """For each tenth of the scale, how many there are and how many of a hundred are true."""
    lines = []
    for low in np.arange(0, 1, 0.1):
        here = (chance >= low) & (chance < low + 0.1)
        right = 100 * truth[here].mean() if here.any() else 0.0
        lines.append(f"{low:.1f}-{low + 0.1:.1f}  {here.sum():9}   {right:6.1f}")
    return lines
