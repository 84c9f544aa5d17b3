"""Lines whose letters a PDF writes out of their order: what one font lacks comes after all that it has.

Programs that piece a line of Korean together from two fonts write its quotation marks behind its last
syllable, each in its right place on the page, and PDFium gives them as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

EAST = "\u1100-\u11ff\u2e80-\u318f\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew, Arabic and their kin
LINE = re.compile("[^\r\n\ufffe\x02]+")
# Only lines that may be of two fonts are looked at: to ask for a place takes as long as to read a letter.
MIXED = re.compile(rf"(?=.*[{EAST}]).*[^\s{EAST}]")
BACK = 0.5  # of a letter's height; accents and kerning go back by less
GAP = 0.15  # of a letter's height: so much between two is a blank


class Placed(NamedTuple):
    """A character by its number, and where it stands, in points."""

    number: int
    left: float
    right: float
    height: float


def straightened(text: str, place: Callable[[int], Placed | None]) -> list[int]:
    """The numbers of the characters of ``text``, those of each line from left to right.

    ``place`` gives None for a blank that PDFium put into a gap; of these a line may have fewer or more
    afterwards. An empty list says that every line is in order.
    """
    order: list[int] = []
    done = 0
    for line in LINE.finditer(text):
        mixed = MIXED.match(line[0]) and not LEFTWARD.search(line[0])
        if found := _from_the_left(range(*line.span()), place) if mixed else []:
            order += [*range(done, line.start()), *found]
            done = line.end()
    return [*order, *range(done, len(text))] if order else []


def _from_the_left(numbers: range, place: Callable[[int], Placed | None]) -> list[int]:
    """The characters of one line in order; nothing where they are."""
    placed = [each for number in numbers if (each := place(number))]
    if not any(_goes_back(a, b) for a, b in pairwise(placed)):
        return []
    blank = next((number for number in numbers if place(number) is None), None)
    lefts = _runs(placed)
    ordered = [each for _, each in sorted(zip(lefts, placed, strict=True), key=lambda pair: pair[0])]
    return list(_spaced(ordered, blank))


def _goes_back(a: Placed, b: Placed) -> bool:
    return b.left < a.left - BACK * a.height


def _runs(placed: Sequence[Placed]) -> Iterator[float]:
    """For each character how far its run has come: what goes back a little stays behind its letter."""
    reach = placed[0].left
    for before, each in pairwise([placed[0], *placed]):
        reach = each.left if _goes_back(before, each) else max(reach, each.left)
        yield reach


def _spaced(ordered: Sequence[Placed], blank: int | None) -> Iterator[int]:
    """The numbers, with a blank of PDFium's where a gap is."""
    for before, each in pairwise([ordered[0], *ordered]):
        if blank is not None and each.left - before.right > GAP * each.height:
            yield blank
        yield each.number
