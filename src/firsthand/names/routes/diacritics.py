"""Latin letters with marks, written without them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from firsthand.names.routes.tables import pairs, table

DROPPED, SPELLED, SOUNDED = "marks-dropped", "marks-spelled", "marks-sounded"


@cache
def _tables() -> dict[str, dict[str, str]]:
    letters = table("latin")["letters"]
    dropped = pairs(letters["dropped"])
    spelled = dropped | pairs(letters["spelled"])
    return {DROPPED: dropped, SPELLED: spelled, SOUNDED: spelled | pairs(letters["sounded"])}


@lru_cache(maxsize=65_536)
def unmarked(name: str) -> tuple[tuple[str, str], ...]:
    """The spellings of a Latin name without marks, each with its route; none where it has no marks."""
    if name.isascii():
        return ()
    composed = unicodedata.normalize("NFC", name)
    found: dict[str, str] = {}
    for route, letters in _tables().items():
        found.setdefault("".join(_plain(composed, letters)), route)
    found.pop(name, None)
    return tuple((text, route) for text, route in found.items())


def _plain(name: str, letters: dict[str, str]) -> Iterator[str]:
    for letter in name:
        written = letters.get(letter.lower())
        if written is None:
            yield "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
        else:
            yield _cased(letter, written, name)


def _cased(letter: str, written: str, name: str) -> str:
    if not letter.isupper():
        return written
    return written.upper() if name.isupper() else written.capitalize()
