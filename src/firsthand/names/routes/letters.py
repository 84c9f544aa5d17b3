"""Letters and scripts: which script a text is in, and what of a word is compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A name has no more letters than this; what is longer is kept as it is and not taken apart.
LONGEST = 120
_APART = re.compile(r"[\s\-‐-―.,;:·・()\[\]\"“”„«»|/\\]+")
# Han characters, kana and Hangul are named by the beginning of the Unicode names of their letters.
_SCRIPTS = {"CJK": "HAN", "IDEOGRAPHIC": "HAN", "KATAKANA-HIRAGANA": "KATAKANA", "HALFWIDTH": "KATAKANA"}


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of one letter ("LATIN", "CYRILLIC", "HANGUL", "HAN", "KATAKANA"); "" for other signs."""
    if not letter.isalpha():
        return ""
    first = unicodedata.name(letter, "").split(" ")[0]
    return _SCRIPTS.get(first, first)


def script(text: str) -> str:
    """The script of a text's first letter; "" where it has none."""
    return next(filter(None, map(script_of, text)), "")


def scripts(text: str) -> tuple[str, ...]:
    """The scripts of a text's letters, each once, in the order in which they come."""
    return tuple(dict.fromkeys(s for s in map(script_of, dict.fromkeys(text)) if s))


def in_words(script: str) -> str:
    """How a script is told of: "Latin letters", "Hangul"."""
    return {"HANGUL": "Hangul", "HAN": "Chinese characters"}.get(script, f"{script.capitalize()} letters")


def bare(text: str) -> str:
    """What of a word is compared: small letters, without apostrophes, and Latin ones without marks.

    Marks of other scripts are letters there (й, ё, ї) and stay.
    """
    return "".join(map(_plain, low(text)))


def low(text: str) -> str:
    """Small letters with their marks, without apostrophes and blanks: the same letters, written the same."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter.isascii() or script_of(letter) != "LATIN":
        return letter
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() else letter


def words_of(name: str) -> tuple[str, ...]:
    """The words and numbers of a name, as they are spelled: what blanks, hyphens and full stops part."""
    return tuple(w for w in _APART.split(name) if any(map(str.isalnum, w)))
