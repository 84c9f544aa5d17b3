"""Numbers in names: "44", "Forty-Four", "XLIV", "1st", "First" are read as their digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.names.comparing.tables import table

ORDINAL = re.compile(r"(\d{1,9})(?:st|nd|rd|th|er|eme|e|й|я|а|га|та|ша)?")
ROMAN = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@cache
def words() -> dict[str, str]:
    """Digits by the words for them."""
    return {word: digits for digits, listed in table("numbers").items() for word in listed.split()}


def number(word: str) -> str:
    """The digits that ``word`` says, "" if it is no number."""
    if word in words():
        return words()[word]
    found = ORDINAL.fullmatch(word)
    return (found[1].lstrip("0") or "0") if found and found[1].isascii() else ""


def roman(word: str) -> str:
    """The digits of a Roman numeral up to 399, "" if it is none; "" also for a lone "c" or "l"."""
    if not ROMAN.fullmatch(word) or word in {"c", "l"}:
        return ""
    values = [_VALUES[c] for c in word]
    return str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))


def joined(numbers: Sequence[str]) -> list[str]:
    """Tens and units that follow each other put together: "40", "4" is "44"."""
    found: list[str] = []
    for each in numbers:
        tens = bool(found) and len(found[-1]) == 2 and found[-1][1] == "0" and len(each) == 1 and each != "0"
        if tens:
            found[-1] = found[-1][0] + each
        else:
            found.append(each)
    return found
