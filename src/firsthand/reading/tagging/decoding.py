"""Scores of labels to spans: the best lawful path (Viterbi, 1967), cut into parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Span
from firsthand.reading.tagging.encoding import Whole, Window
from firsthand.reading.tagging.labels import OUT

Scores = NDArray[np.float32]
NEVER = -1e4


class Part(NamedTuple):
    """A labelled span; ``first`` and ``last`` are pieces of its window, ``last`` not included."""

    name: str
    span: Span
    first: int
    last: int


def transitions(labels: Sequence[str]) -> Scores:
    """What it costs to go from one label to the next: nothing, or all where BIO forbids it."""
    costs = np.zeros((len(labels), len(labels)), np.float32)
    for row, before in enumerate(labels):
        for column, after in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                costs[row, column] = NEVER
    return costs


def best_path(scores: Scores, steps: Scores) -> Whole:
    """The best lawful label of each place. ``scores``: places x labels, as logarithms of chances."""
    alone: Whole = scores.argmax(1)
    if not len(alone) or _lawful(alone, steps):
        return alone  # nothing is better than the best of each place, and it may be had
    before = [[] if free else np.flatnonzero(column > NEVER).tolist()
              for free, column in zip(~_inner(steps), steps.T, strict=True)]  # fmt: skip
    best = (scores[0] + np.where(_inner(steps), NEVER, 0)).tolist()
    back: list[list[int]] = []
    for row in scores[1:].tolist():
        best, came = _step(best, row, before)
        back.append(came)
    return _traced(best, back)


def _step(best: list[float], row: list[float], before: list[list[int]]) -> tuple[list[float], list[int]]:
    """One place on: the best score with each label, and the label that it came from.

    ``before``: what a label must follow, nothing where it may follow any. In plain lists, which for
    seven labels are quicker than arrays.
    """
    top = best.index(max(best))
    came = [max(them, key=best.__getitem__) if them else top for them in before]
    return [best[n] + score for n, score in zip(came, row, strict=True)], came


def _lawful(path: Whole, steps: Scores) -> bool:
    return bool((steps[path[:-1], path[1:]] > NEVER).all()) and not _inner(steps)[path[0]]


def _inner(steps: Scores) -> NDArray[np.bool_]:
    """The labels that nothing outside may lead to: those that go on with a part."""
    found: NDArray[np.bool_] = steps[0] <= NEVER
    return found


def _traced(best: list[float], back: list[list[int]]) -> Whole:
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return np.array(path[::-1], np.int64)


def parts(window: Window, path: Whole, labels: Sequence[str]) -> Iterator[Part]:
    """The labelled spans of a window, in order; ``path`` has a label for each piece that opens a word."""
    opening = np.flatnonzero(window.opens)
    closing = np.append(opening[1:], len(window))
    start, name = 0, ""
    for place, label in enumerate([*(labels[n] for n in path), OUT]):
        if name and label != f"I-{name}":
            first, last = int(opening[start]), int(closing[place - 1])
            yield Part(name, Span(int(window.starts[first]), int(window.ends[last - 1])), first, last)
            name = ""
        if not name and label != OUT:
            start, name = place, label[2:]


def apart(found: Iterable[Part], window: Window, sentence: Whole) -> Iterator[Part]:
    """The parts cut where a sentence ends and a quotation begins or ends: there no content goes on."""
    quoted = window.types // 3 % 2
    turns = (np.diff(sentence) > 0) & (np.diff(quoted) != 0) & window.opens[1:]
    for part in found:
        cuts = [at for at in range(part.first + 1, part.last) if turns[at - 1]]
        for first, last in pairwise((part.first, *cuts, part.last)):
            span = Span(int(window.starts[first]), int(window.ends[last - 1]))
            yield Part(part.name, span, first, last)


def logarithms(scores: Any) -> Scores:
    """The network's outputs as logarithms of chances, along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    found: Scores = (shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))).astype(np.float32)
    return found
