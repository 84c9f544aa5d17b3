"""A text with overlapping spans, cut into stretches that lie in the same spans throughout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from firsthand.model import Span


class Stretch(NamedTuple):
    """Characters ``start`` to ``end``, and the marks (by number) that hold all of them.

    ``within`` runs from the outermost to the innermost. ``starts`` and ``ends`` are the marks whose
    first and last character lie in this stretch.
    """

    start: int
    end: int
    within: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def stretches(whole: Span, marks: Sequence[Sequence[Span]]) -> list[Stretch]:
    """``whole`` cut at every edge of ``marks``, in order, nothing left out, nothing twice.

    A mark may have several spans; spans may overlap, nest, be empty or reach beyond ``whole``.
    Takes time in proportion to the number of spans times the depth of their nesting.
    """
    inside = [[clip(span, whole) for span in spans] for spans in marks]
    inside = [sorted(s for s in spans if s.start < s.end) for spans in inside]
    size = [sum(s.end - s.start for s in spans) for spans in inside]
    first = [spans[0].start if spans else -1 for spans in inside]
    last = [max(s.end for s in spans) if spans else -1 for spans in inside]
    opens, closes = _edges(inside)
    cuts = sorted({whole.start, whole.end, *opens, *closes})
    found: list[Stretch] = []
    depth: dict[int, int] = {}
    for start, end in pairwise(cuts):
        for mark in closes.get(start, ()):
            depth[mark] -= 1
        for mark in opens.get(start, ()):
            depth[mark] = depth.get(mark, 0) + 1
        depth = {mark: n for mark, n in depth.items() if n}
        within = tuple(sorted(depth, key=lambda m: (-size[m], m)))
        starts = tuple(m for m in within if first[m] == start)
        ends = tuple(m for m in reversed(within) if last[m] == end)
        found.append(Stretch(start, end, within, starts, ends))
    return found


def _edges(marks: Sequence[Sequence[Span]]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for number, spans in enumerate(marks):
        for span in spans:
            opens.setdefault(span.start, []).append(number)
            closes.setdefault(span.end, []).append(number)
    return opens, closes


def clip(span: Span, whole: Span) -> Span:
    """The part of ``span`` that lies in ``whole``; empty where they do not meet."""
    return Span(max(span.start, whole.start), min(span.end, whole.end))
