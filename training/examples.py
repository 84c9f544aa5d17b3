"""Marked texts as what the network sees: windows with a label and a tie for each piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from firsthand.reading import quotations
from firsthand.reading.tagging.encoding import Whole, Window, windows
from firsthand.reading.tagging.labels import PARTS, labels
from training.marked import Marked

IGNORED = -100  # what torch's cross entropy leaves out
LABELS = labels()


@dataclass(frozen=True, slots=True)
class Example:
    """A window, its ``labels`` (by `LABELS`), the piece each is tied to, and the labels it may not learn.

    ``ties``: a part's piece is tied to the first piece of its cue; the first piece of a cue to the first
    of its source, or to itself where the text states none. ``hidden``: a column for each label; True
    where an O may in truth be this label, because its part was not annotated.
    """

    window: Window
    labels: Whole
    ties: Whole
    hidden: Any


def examples(marked: Marked, tokenizer: Any) -> Iterator[Example]:
    """The windows of one marked text."""
    number, label = _by_character(marked)
    hidden = np.array([name != "O" and name[2:] not in marked.known for name in LABELS])
    for window in windows(marked.text, quotations.find(marked.text), tokenizer):
        learnt = np.where(window.opens, label[window.starts], IGNORED)
        yield Example(window, learnt, _ties(window, number, label, marked), hidden)


def _by_character(marked: Marked) -> tuple[Whole, Whole]:
    """For each character the attribution it is of (-1: none) and the label of a piece that begins there."""
    number = np.full(len(marked.text) + 1, -1, np.int64)
    label = np.zeros(len(marked.text) + 1, np.int64)
    for index, parts in reversed(list(enumerate(marked.attributions))):
        for part, places in parts.items():
            begin = 1 + 2 * PARTS.index(part)
            for start, end in places:
                number[start:end] = index
                label[start:end] = begin + 1
                label[start] = begin
    return number, label


def _ties(window: Window, number: Whole, label: Whole, marked: Marked) -> Whole:
    owners, found = number[window.starts], label[window.starts]
    ties = np.full(len(window), IGNORED, np.int64)
    for index in set(owners.tolist()) - {-1}:
        mine = owners == index
        cue = _first(mine & _is(found, "cue"))
        if cue is None:
            continue
        ties[mine & ~_is(found, "cue")] = cue
        source = _first(mine & _is(found, "source"))
        parts = marked.attributions[index]
        stated = bool(parts.get("source"))
        if not stated and not parts.get("content"):
            continue  # nothing says whose cue it is: its source may be marked elsewhere, or not at all
        ties[cue] = cue if not stated else source if source is not None else IGNORED
    return ties


def _is(found: Whole, part: str) -> Any:
    begin = 1 + 2 * PARTS.index(part)
    return (found == begin) | (found == begin + 1)


def _first(chosen: Any) -> int | None:
    places = np.flatnonzero(chosen)
    return int(places[0]) if len(places) else None
