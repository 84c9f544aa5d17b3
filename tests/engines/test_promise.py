from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.engines import Engine, Local

ENGINES = {"one process": Local(processes=1), "two processes": Local(processes=2)}


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def square(number: int) -> int:
    if number == -1:
        raise ValueError("minus one")
    return number * number


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.each(square, range(100))) == [n * n for n in range(100)]


def test_an_exception_of_one_item_reaches_the_caller(engine: Engine) -> None:
    with pytest.raises(ValueError, match="minus one"):
        list(engine.each(square, [*range(60), -1]))


def test_nothing_in_gives_nothing_out(engine: Engine) -> None:
    assert list(engine.each(square, [])) == []
    assert engine.pairs_sharing_key([], 5).pairs == {}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 8)), max_size=60), st.integers(1, 9))
def test_pairs_are_those_that_share_an_uncommon_key(keys: list[tuple[str, int]], limit: int) -> None:
    holders = {key: {o for k, o in keys if k == key} for key, _ in keys}
    expected: dict[tuple[int, int], int] = {}
    for owners in holders.values():
        if len(owners) <= limit:
            for pair in combinations(sorted(owners), 2):
                expected[pair] = expected.get(pair, 0) + 1
    for engine in ENGINES.values():
        shared = engine.pairs_sharing_key(keys, limit)
        assert shared.pairs == expected
        assert shared.skipped == {k: len(o) for k, o in holders.items() if len(o) > limit}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 8)), max_size=60), st.integers(1, 9))
def test_columns_give_the_pairs_that_keys_give(keys: list[tuple[int, int]], limit: int) -> None:
    columns = [np.array(column, np.int64) for column in ([k for k, _ in keys], [o for _, o in keys])]
    for engine in ENGINES.values():
        told = engine.pairs_sharing_key(((str(key), owner) for key, owner in keys), limit)
        shared = engine.columns_sharing_key(columns[0], columns[1], limit)
        pairs = Counter(
            p for one, other in shared.pairs for p in zip(one.tolist(), other.tolist(), strict=True)
        )
        assert pairs == told.pairs
        assert shared.skipped == {int(key): size for key, size in told.skipped.items()}
