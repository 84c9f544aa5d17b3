"""Neighbours across languages."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.across.nearest import NEIGHBOURS, nearest


def unit(seed: int, rows: int) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(rows, 8)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


@given(st.integers(0, 1000), st.integers(2, 40))
def test_what_is_alike_is_nearest(seed: int, rows: int) -> None:
    vectors = unit(seed, rows)
    found = nearest(np.concatenate([vectors, vectors]), ["en"] * rows + ["uk"] * rows)
    best = max((each for each in found if each.a == 0), key=lambda each: each.cosine)
    assert best.b == rows
    assert [(each.a, each.b) for each in found] == sorted({(each.a, each.b) for each in found})


@given(st.integers(0, 1000))
def test_the_answer_does_not_hang_on_the_order(seed: int) -> None:
    vectors, languages = unit(seed, 12), ["en", "ko", "uk"] * 4
    turned = nearest(vectors[::-1].copy(), languages[::-1])
    there = {tuple(sorted((11 - each.a, 11 - each.b))): round(each.beyond, 4) for each in turned}
    assert {(each.a, each.b): round(each.beyond, 4) for each in nearest(vectors, languages)} == there


def test_one_language_has_no_neighbours() -> None:
    assert nearest(unit(1, 5), ["en"] * 5) == []


def test_no_more_than_the_nearest_of_either_side_are_kept() -> None:
    found = nearest(unit(2, 200), ["en"] * 100 + ["uk"] * 100)
    assert len(found) <= 200 * NEIGHBOURS


def test_a_sentence_that_lies_near_to_all_is_less_near_to_each() -> None:
    hub, other = np.array([1, 0, 0], np.float32), np.array([0, 1, 0], np.float32)
    many = [np.array([0.9, 0.3, k / 100], np.float32) for k in range(12)]
    vectors = np.stack([v / np.linalg.norm(v) for v in (*many, hub, other)])
    found = {(each.a, each.b): each for each in nearest(vectors, ["en"] * 12 + ["uk", "uk"])}
    assert found[0, 12].beyond < found[0, 12].cosine * 2 - 0.9
