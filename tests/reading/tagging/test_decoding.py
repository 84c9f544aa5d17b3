"""Scores to labels, labels to spans."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from firsthand.model import Span
from firsthand.reading.tagging.decoding import (
    Part,
    Scores,
    apart,
    best_path,
    logarithms,
    parts,
    transitions,
)
from firsthand.reading.tagging.encoding import Window
from firsthand.reading.tagging.labels import PARTS, labels

FEW = labels(("source", "cue"))
ALL = labels()
numbers = st.floats(-50, 50, width=32)


def tables(places: st.SearchStrategy[int], names: int) -> st.SearchStrategy[Scores]:
    return places.flatmap(lambda n: arrays.arrays(np.float32, (n, names), elements=numbers))


def lawful(path: list[str]) -> bool:
    return all(
        not after.startswith("I-") or before[2:] == after[2:] for before, after in pairwise(["O", *path])
    )


def named(path: object, names: tuple[str, ...]) -> list[str]:
    return [names[n] for n in np.asarray(path).tolist()]


def window(words: list[list[tuple[int, int]]]) -> Window:
    """A window of words, each with its pieces."""
    places = np.array([place for word in words for place in word], np.int64).reshape(-1, 2)
    opens = np.array([n == 0 for word in words for n in range(len(word))], bool)
    blank = np.zeros(len(places), np.int64)
    return Window(blank, blank, places[:, 0], places[:, 1], opens)


def plain(number: int) -> Window:
    """So many words of one piece and three characters, with a blank between them."""
    return window([[(4 * n, 4 * n + 3)] for n in range(number)])


def test_the_labels_are_outside_then_each_part_twice() -> None:
    assert FEW == ("O", "B-source", "I-source", "B-cue", "I-cue")
    assert len(ALL) == 1 + 2 * len(PARTS)


def test_a_part_goes_on_only_after_itself() -> None:
    allowed = transitions(FEW) == 0
    assert allowed.tolist() == [
        [True, True, False, True, False],
        [True, True, True, True, False],
        [True, True, True, True, False],
        [True, True, False, True, True],
        [True, True, False, True, True],
    ]


@given(tables(st.integers(0, 30), len(ALL)))
def test_any_scores_give_a_lawful_path_of_their_length(scores: Scores) -> None:
    found = best_path(scores, transitions(ALL))
    assert len(found) == len(scores)
    assert lawful(named(found, ALL))


@given(tables(st.integers(1, 4), len(FEW)))
def test_the_path_is_the_best_of_all_lawful_ones(scores: Scores) -> None:
    found = best_path(scores, transitions(FEW))
    tried = (p for p in product(range(len(FEW)), repeat=len(scores)) if lawful(named(p, FEW)))
    best = max(sum(float(scores[n, label]) for n, label in enumerate(path)) for path in tried)
    assert abs(sum(float(scores[n, label]) for n, label in enumerate(found)) - best) < 1e-3


def test_nothing_is_decoded_from_nothing() -> None:
    assert best_path(np.zeros((0, 5), np.float32), transitions(FEW)).tolist() == []


spans = st.lists(st.tuples(st.sampled_from(["", *PARTS]), st.integers(1, 3)), max_size=8)


@given(spans)
def test_what_is_labelled_comes_back_as_spans(told: list[tuple[str, int]]) -> None:
    path, expected = [], []
    for name, length in told:
        if name:
            at = len(path)
            expected.append(Part(name, (4 * at, 4 * (at + length) - 1), at, at + length))
        inside = [f"I-{name}"] * (length - 1) if name else ["O"] * (length - 1)
        path += [f"B-{name}" if name else "O", *inside]
    numbers = np.array([ALL.index(label) for label in path], np.int64)
    assert list(parts(plain(len(path)), numbers, ALL)) == expected


def test_a_part_reaches_to_the_end_of_its_last_word() -> None:
    whole = window([[(0, 3)], [(4, 6), (6, 9)], [(9, 10)]])
    (found,) = parts(whole, np.array([0, 1, 0]), FEW)
    assert found == Part("source", (4, 9), 1, 3)


def test_a_window_may_begin_inside_a_word() -> None:
    whole = window([[(0, 2), (2, 3)], [(4, 6)]])
    whole.opens[0] = False
    (found,) = parts(whole, np.array([3]), FEW)
    assert found == Part("cue", (4, 6), 2, 3)


def test_a_window_may_have_no_word_at_all() -> None:
    whole = window([[(0, 2), (2, 3)]])
    whole.opens[:] = False
    assert list(parts(whole, np.zeros(0, np.int64), FEW)) == []


@given(tables(st.integers(0, 5), len(FEW)))
def test_chances_add_up_to_one(scores: Scores) -> None:
    chances = np.exp(logarithms(scores).astype(np.float64)).sum(-1)
    assert np.allclose(chances, 1, atol=1e-4)


def test_a_content_ends_with_its_sentence_where_a_quotation_begins() -> None:
    here = replace(plain(4), types=np.array([0, 0, 3, 3]))
    whole = Part("content", Span(0, 15), 0, 4)
    assert list(apart([whole], here, np.array([0, 0, 0, 0]))) == [whole]
    assert list(apart([whole], here, np.array([0, 0, 1, 1]))) == [
        Part("content", Span(0, 7), 0, 2),
        Part("content", Span(8, 15), 2, 4),
    ]
    assert list(apart([whole], plain(4), np.array([0, 0, 1, 1]))) == [whole]
