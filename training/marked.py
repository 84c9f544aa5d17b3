"""A marked text: what a person found in it, as the tagger is to learn it."""

from __future__ import annotations

from dataclasses import dataclass

Parts = dict[str, tuple[tuple[int, int], ...]]  # the places of one attribution, by part


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its attributions; ``known`` are the parts that its annotators marked at all.

    Places are code points of ``text``, end exclusive. What is not in ``known`` may stand in the text
    unmarked, so the tagger is not told that it is absent.
    """

    name: str
    language: str
    text: str
    attributions: tuple[Parts, ...]
    known: tuple[str, ...]
