"""Names cut to fit a box. Widths are estimated, a little too wide, so that no label runs out of its box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

NARROW = frozenset("iljtfrI.,:;'’|!() ")
WIDE = frozenset("mwMWЖШЩЮжшщю@%—")


def width(text: str, size: float = 13) -> float:
    """The width of ``text`` in pixels at a font ``size``, for common sans-serif fonts."""
    return sum(_em(c) for c in text) * size


def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in NARROW:
        return 0.36
    if char in WIDE:
        return 0.95
    return 0.68 if char.isupper() else 0.59


def wrapped(text: str, room: float, lines: int = 2, size: float = 13) -> tuple[str, ...]:
    """``text`` on at most ``lines`` lines of ``room`` pixels; what does not fit ends in "…"."""
    flat = " ".join(text.split())[:400]
    found = [""]
    for word in _breakable(flat, room, size):
        joined = f"{found[-1]} {word}" if found[-1] else word
        if width(joined, size) <= room or not found[-1]:
            found[-1] = joined
        else:
            found.append(word)
    if len(found) <= lines:
        return tuple(found)
    return (*found[: lines - 1], _cut(" ".join(found[lines - 1 :]), room, size))


def _breakable(text: str, room: float, size: float) -> Iterable[str]:
    for word in text.split(" "):
        while width(word, size) > room:
            at = _fitting(word, room, size)
            yield word[:at]
            word = word[at:]
        yield word


def _fitting(text: str, room: float, size: float) -> int:
    at, used = 0, 0.0
    while at < len(text) and used + _em(text[at]) * size <= room:
        used += _em(text[at]) * size
        at += 1
    return max(1, at)


def _cut(text: str, room: float, size: float) -> str:
    if width(text, size) <= room:
        return text
    return text[: _fitting(text, room - size, size)].rstrip() + "…"
