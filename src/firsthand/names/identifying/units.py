"""Units of armed forces as they are written in several languages: which are one.

Two units are never held against each other: people are transferred, and a battalion is a part of a brigade.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.names.tables import read_table

NUMBER = re.compile(r"(?<![\w])제?\s?№?\s?([a-zа-я]?\d{1,6})", re.IGNORECASE)
LETTERS = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")  # of a number "А1234", whose letter is Ukrainian


class Unit(NamedTuple):
    """A unit by what it is and its number ("brigade", "34")."""

    kind: str
    number: str


def unit(written: str) -> Unit | None:
    """The unit that words name; None where they have no number or no kind that is known. Of words that name
    several ("3rd Battalion, 34th Brigade") the first."""
    number = NUMBER.search(written)
    kinds = [(m.start(), kind) for kind, pattern in _kinds() for m in pattern.finditer(written)]
    if not number or not kinds:
        return None
    # What stands first is meant; of two kinds in one word ("34 омбр") the longer unit.
    return Unit(min(kinds, key=lambda found: found[0])[1], number[1].upper().translate(LETTERS).lstrip("0"))


@cache
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    found = read_table(__package__, "units.toml")
    return [
        (kind, re.compile(rf"(?:(?<!\w)|(?<=[\d제]))(?:{pattern})(?!\w)", re.IGNORECASE))
        for kind, pattern in reversed(found.items())
    ]
