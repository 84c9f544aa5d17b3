"""The weights that were learnt."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.matching.passages.weighing import weighed

LOOK = ("words", "surprise", "no names", "holders", "opened", "closed", "texts")


def look(**told: float) -> float:
    return float(weighed("look", {name: np.array([told.get(name, 0.0)]) for name in LOOK})[0])


def test_longer_and_more_surprising_is_worth_more() -> None:
    assert look(words=8, surprise=4) > look(words=4, surprise=3)


def test_what_is_not_told_is_refused() -> None:
    with pytest.raises(KeyError):
        weighed("look", {"sound": np.zeros(1)})
