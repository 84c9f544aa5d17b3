"""A word as the letters that are compared: its script, and its sounds' signs between two marks.

Hangul is taken apart into its letters (jamo), of which the silent first one is left out; Latin and
Cyrillic words are put in small letters. Hyphens, apostrophes, blanks and the digits of tones go.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from firsthand.names.routes.letters import script_of
from firsthand.names.routes.lookalikes import looks

HANGUL, CYRILLIC, LATIN, OTHER = "HANGUL", "CYRILLIC", "LATIN", "OTHER"
START, END = "^", "$"
# A word of more letters than this is compared by its first ones: any string is compared in linear time.
LONGEST = 64
SILENT = "\u110b"
_WORD = 4 * LONGEST  # so much of a string is looked at
# Letters whose marks tell of the sound and are frequent enough to learn from; others lose their marks.
_KEPT = frozenset("áéíóúàèìòùâêîôûäëïöüãõñçčćšśşșžźżłøåæœōŏŭūāīēěřňńťďýąęğıđță")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ə": "a",
     "ħ": "h", "ŀ": "l", "ŋ": "ng", "ơ": "o", "ư": "u"}
)  # fmt: skip


class Letters(NamedTuple):
    """``text`` stands between START and END; it is "^$" for a word without a letter."""

    script: str
    text: str


@lru_cache(maxsize=262_144)
def letters(word: str) -> Letters:
    """The letters of ``word``, which may be any string; a name of several words is one row of letters."""
    small = unicodedata.normalize("NFC", word[:_WORD].lower())
    script = _script(small)
    told = "".join(_READERS[script](small))[:LONGEST]
    return Letters(script, f"{START}{told}{END}")


def _script(small: str) -> str:
    """The script of most letters; the first of those that have as many."""
    counts: dict[str, int] = {}
    for c in small:
        if c.isalpha():
            script = _script_of(c)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.__getitem__, default=OTHER)


def _script_of(c: str) -> str:
    script = script_of(c)
    return script if script in _READERS else OTHER


def _hangul(small: str) -> str:
    whole = "".join(c for c in small if _script_of(c) == HANGUL)
    return unicodedata.normalize("NFD", whole).replace(SILENT, "")


def _cyrillic(small: str) -> str:
    return "".join(c for c in small.translate(looks(CYRILLIC)) if "\u0400" <= c <= "\u052f")


def _latin(small: str) -> str:
    return "".join(map(_latin_letter, small.translate(looks(LATIN))))


@lru_cache(maxsize=4_096)
def _latin_letter(c: str) -> str:
    if "a" <= c <= "z" or c in _KEPT:
        return c
    if not c.isalpha() or _script_of(c) != LATIN:
        return ""
    bare = unicodedata.normalize("NFKD", c.translate(_PLAIN))
    return "".join(each for each in bare.translate(_PLAIN) if "a" <= each <= "z")


def _other(small: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", small) if c.isalnum())


_READERS = {HANGUL: _hangul, CYRILLIC: _cyrillic, LATIN: _latin, OTHER: _other}
