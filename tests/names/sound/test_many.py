"""Many pairs at once have the chances that they have one by one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.sound import heard
from firsthand.names.sound.many import Words
from tests.names.sound.strategies import WORDS


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_many_at_once_are_heard_as_one_by_one(words: list[str]) -> None:
    one, other = np.array(list(product(range(len(words)), repeat=2))).T
    alone = [heard(words[a], words[b]) for a, b in zip(one, other, strict=True)]
    assert Words(words).heard(one, other) == pytest.approx(alone, abs=1e-4)
