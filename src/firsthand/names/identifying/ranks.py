"""Ranks of armies, navies and police forces: which are one in two languages, and which is above which.

Two ranks are never held against each other. People are promoted, also after their death; reports write ranks
as of then or as of now; and translators call a senior lieutenant a lieutenant.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.names.tables import read_table

LANGUAGES = ("en", "uk", "ru", "ko", "ko")  # of the columns; North and South Korea share theirs
BEFORE = 60  # characters before a name in which its rank begins
BEHIND = 12  # of a Korean rank, with the blank before it
ENDING = re.compile(r"(?:ий|ый|ой|ій)$")
SPACED = re.compile(r"[\s‐-]+")


class Rank(NamedTuple):
    """A height on a ladder; higher is above."""

    ladder: str
    height: int


class _Word(NamedTuple):
    pattern: str
    whole: re.Pattern[str]
    rank: Rank


@lru_cache(maxsize=4_096)  # each pair of persons holds the same few against each other
def ranks(written: str) -> frozenset[Rank]:
    """The ranks that a word may be, in any language and case; none of what is no rank."""
    text = SPACED.sub(" ", written.strip().casefold())
    return frozenset(word.rank for words in _words().values() for word in words if word.whole.fullmatch(text))


def above(one: str, other: str) -> bool:
    """Whether every rank that ``one`` may be is above every one that ``other`` may be, on one ladder."""
    pairs = [(a, b) for a in ranks(one) for b in ranks(other)]
    return bool(pairs) and all(a.ladder == b.ladder and a.height > b.height for a, b in pairs)


def rank_of(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Where the rank of the person stands whose name has the characters ``start`` to ``end``: right before it
    or at its head; of a Korean name behind it too. None where there is none."""
    known = _any(language.split("-")[0])
    if known is None:
        return None
    for found in known.finditer(text, max(0, start - BEFORE), end):
        between = text[found.end() : start] + text[start : found.start()]
        if found.end() < end and not between.strip():
            return found.span(1)
    if language.startswith("ko"):
        behind = _behind(known).match(text, end, end + BEHIND)
        return behind.span(1) if behind else None
    return None


@cache
def _words() -> dict[str, list[_Word]]:
    """The words of the table, by language."""
    found: dict[str, list[_Word]] = {language: [] for language in LANGUAGES}
    for ladder, rows in read_table(__package__, "ranks.toml").items():
        for height, row in enumerate(rows.strip().split("\n")):
            for language, column in zip(LANGUAGES, row.split("|")[1:], strict=True):
                for word in filter(None, map(str.strip, column.split(","))):
                    pattern = _pattern(word)
                    found[language].append(_Word(pattern, re.compile(pattern), Rank(ladder, height)))
    return found


@cache
def _any(language: str) -> re.Pattern[str] | None:
    """Any rank of a language, the longest first, in group 1."""
    words = _words().get(language)
    if not words:
        return None
    longest = sorted({word.pattern for word in words}, key=len, reverse=True)
    inside = "|".join(longest)
    return re.compile(f"({inside})" if language == "ko" else rf"(?<!\w)({inside})(?!\w)", re.IGNORECASE)


@cache
def _behind(known: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"\s?{known.pattern}")


def _pattern(word: str) -> str:
    """A word in any of its cases; blanks and hyphens are one."""
    parts = re.split(r"[ -]", word)
    return r"[\s‐-]+".join(map(_declined, parts))


def _declined(part: str) -> str:
    if part.isdecimal():
        return rf"{part}(?:[\s‐-]?\w{{1,2}})?"
    if part.isascii() or not re.fullmatch(r"[а-яіїєґ]+", part):
        return re.escape(part)
    stem = ENDING.sub("", part)
    return rf"{stem}\w{{1,3}}" if stem != part else rf"{part}\w{{0,2}}"
