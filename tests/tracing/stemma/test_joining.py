"""Neighbour joining."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.tracing.stemma.joining import joined
from firsthand.tracing.stemma.sampling import distances


def test_distances_that_fit_a_tree_give_that_tree() -> None:
    far = np.array([[0, 2, 5, 5], [2, 0, 5, 5], [5, 5, 0, 2], [5, 5, 2, 0]], float)
    steps = distances(joined(far))
    assert steps[0, 1] == steps[2, 3] == 2
    assert steps[0, 2] == steps[1, 3] == 3


@pytest.mark.parametrize("texts", [1, 2, 3, 7])
def test_every_text_is_in_the_tree(texts: int) -> None:
    tree = joined(np.ones((texts, texts)) - np.eye(texts))
    assert {n for n, _ in tree.walk(0)} == set(tree.steps) >= set(range(texts))
