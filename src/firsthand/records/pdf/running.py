"""What runs along the edges of pages and is no part of the text: a running head, what a browser prints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.records.pdf.reading import Row, Written

EDGE = 4  # lines from the top and from the bottom of a page that may be such
APART = 0.6  # of a line's height, at least, lies between it and the text: lines of one text stand closer
OFTEN = 1 / 3  # of the pages: left and right pages may have heads of their own, and a first page none
DIGITS = re.compile(r"\d+")
# What browsers print along the edges of a page: its address, which page of how many, when. An address
# without a path is that of a letterhead.
ADDRESS = r"(https?://[^\s/<>]+/[^\s<>]*[^\s<>.…])"
COUNT = r"(?:\w+ )?\d+ ?(?:/|\w{1,4}) ?\d+"
WHEN = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?"
FOOT = re.compile(rf"{ADDRESS} {COUNT}")  # Chromium, Safari
HEAD = re.compile(rf"{WHEN}(?: |$)|.+ {ADDRESS}$")  # Chromium; Firefox
COUNTED = re.compile(rf"{COUNT} {WHEN}")  # Firefox's foot


@dataclass(frozen=True, slots=True)
class Running:
    """Pages without what runs along their edges; that, each once; the address that a browser printed."""

    pages: tuple[Written, ...]
    lines: tuple[str, ...] = ()
    url: str = ""


def without_running(pages: Sequence[Written]) -> Running:
    """Leave out lines at the edges of pages that stand in the same place on others, but for their numbers.

    The topmost line of the first page stays: it may be the head of a letter. A browser's head and foot are
    known on a single page too.
    """
    printed = {each for number, page in enumerate(pages) for each in _printed(number, page)}
    topmost = min(pages[0].rows, key=_top, default=None) if pages else None
    return _left(pages, (_repeated(pages) - {(0, topmost)}) | printed)


def _top(row: Row) -> float:
    return row.box.top


def _repeated(pages: Sequence[Written]) -> set[tuple[int, Row]]:
    held: defaultdict[tuple[str, int], list[tuple[int, Row]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for row in _at_edges(page):
            held[_likeness(page, row)].append((number, row))
    enough = max(2, OFTEN * sum(bool(page.rows) for page in pages))
    return {each for places in _together(held) if len(places) >= enough for each in places}


def _at_edges(page: Written) -> list[Row]:
    """The lines over and under the text of a page, set apart from it."""
    down = sorted(page.rows, key=_top)
    return list(dict.fromkeys((*_apart(down), *_apart(down[::-1]))))


def _apart(inwards: Sequence[Row]) -> Sequence[Row]:
    gaps = [
        n
        for n, (a, b) in enumerate(pairwise(inwards[: EDGE + 1]), 1)
        if max(a.box.top, b.box.top) - min(a.box.bottom, b.box.bottom) > APART * a.box.height
    ]
    return inwards[: gaps[-1]] if gaps else ()


def _likeness(page: Written, row: Row) -> tuple[str, int]:
    return DIGITS.sub("0", _words(page, row)), round(row.box.height)


def _together(held: Mapping[tuple[str, int], list[tuple[int, Row]]]) -> Iterator[list[tuple[int, Row]]]:
    """Lines alike that stand at one height, as nearly as half their own."""
    for places in held.values():
        run: list[tuple[int, Row]] = []
        for each in sorted(places, key=lambda place: place[1].box.top):
            if run and each[1].box.top - run[-1][1].box.top > each[1].box.height / 2:
                yield run
                run = []
            run.append(each)
        yield run


def _printed(number: int, page: Written) -> Iterator[tuple[int, Row]]:
    """The head and foot of a page that a browser printed."""
    said = {row: _words(page, row) for row in _at_edges(page)}
    feet = [row for row, words in said.items() if FOOT.fullmatch(words) or COUNTED.fullmatch(words)]
    if feet:
        yield from ((number, row) for row, words in said.items() if row in feet or HEAD.match(words))


def _left(pages: Sequence[Written], gone: AbstractSet[tuple[int, Row]]) -> Running:
    said = [_words(page, row) for n, page in enumerate(pages) for row in page.rows if (n, row) in gone]
    kept = (
        replace(page, rows=tuple(row for row in page.rows if (n, row) not in gone))
        for n, page in enumerate(pages)
    )
    once = {DIGITS.sub("0", words): words for words in reversed(said)}
    return Running(tuple(kept), tuple(reversed(once.values())), _address(said))


def _address(said: Iterable[str]) -> str:
    """The one address that a browser printed; "" for none, or several."""
    found = [each for words in said for each in (FOOT.fullmatch(words), HEAD.match(words)) if each]
    urls = {each[1] for each in found if each[1]}
    return urls.pop() if len(urls) == 1 else ""


def _words(page: Written, row: Row) -> str:
    return " ".join(page.text[row.start : row.end].split())
