"""Where in the texts each person stands, so that what is said nearby can be put to somebody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.model import Being
from firsthand.names.mentions import Mention

END = re.compile(r"[.!?…。](?=\s|[\"”»’)]|$)|\n")
ABBREVIATED = re.compile(r"(?:^|[\s(])\w{1,4}$")  # "Dr.", "St.", "J.": no sentence ends there
PERSONAL = frozenset({Being.PERSON, Being.UNKNOWN})


class Standing(NamedTuple):
    """A person at a place: where the name begins and ends, and whose source it is."""

    at: int
    end: int
    source: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of each record, in the order of the text."""

    persons: Mapping[str, Sequence[Standing]]

    def within(self, record: str, start: int, end: int) -> Sequence[Standing]:
        """Those whose names begin between two characters."""
        here = self.persons.get(record, ())
        return here[bisect_left(here, start, key=_at) : bisect_right(here, end - 1, key=_at)]


def cast(groups: Mapping[str, Sequence[Mention]]) -> Cast:
    """The cast of these groups of mentions, by the id of their source."""
    found: defaultdict[str, set[Standing]] = defaultdict(set)
    for source, mentions in groups.items():
        for m in mentions:
            if m.being in PERSONAL and m.name.named and m.at >= 0:
                found[m.record].add(Standing(m.at, m.at + len(m.spelling), source))
    return Cast({record: sorted(each) for record, each in found.items()})


def sentence(text: str, start: int, end: int, reach: int = 300) -> tuple[int, int]:
    """The sentence around the characters ``start`` to ``end``, at most ``reach`` to either side."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    for m in END.finditer(text, low, start):
        if m[0] == "\n" or not ABBREVIATED.search(text, max(low, m.start() - 6), m.start()):
            low = m.end()
    for m in END.finditer(text, end, high):
        if m[0] == "\n" or not ABBREVIATED.search(text, max(end, m.start() - 6), m.start()):
            return low, m.end()
    return low, high


def _at(standing: Standing) -> int:
    return standing.at
