"""A text as withheld words are looked for in it: letters and digits alone, each with the place it stands at.

Case, accents, blanks, hyphens, marks and characters that nobody sees make no difference, and neither does
the form (NFC, NFD, full width) in which a text is written.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from firsthand.model import Span

FINALS = ("\u11a8", "\u11ff")  # the jamo that end a syllable
# Scripts that set no blanks between words, or hang particles onto a name.
UNSPACED = ("HANGUL", "CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


@dataclass(frozen=True, slots=True)
class Letters:
    """``text`` are the letters; ``origin[i]`` is where the i-th stands in the text that they came from, and
    ``begins[i]`` whether a word begins there."""

    text: str
    origin: tuple[int, ...]
    begins: tuple[bool, ...]

    def span(self, start: int, end: int) -> Span:
        """The characters that the letters ``start`` to ``end`` came from."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


def letters(text: str) -> Letters:
    """The letters of a text with their places."""
    found: list[str] = []
    origin: list[int] = []
    begins: list[bool] = []
    fresh = True
    for offset, char in enumerate(text):
        plain = _plain(char)
        for number, each in enumerate(plain):
            found.append(each)
            origin.append(offset)
            begins.append(fresh and not number)
        fresh = (fresh and not plain) or _parts(char)
    return Letters("".join(found), tuple(origin), tuple(begins))


def key(text: str) -> str:
    """The letters alone."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=20_000)
def _plain(char: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(c for c in folded if c.isalnum())


@lru_cache(maxsize=20_000)
def _parts(char: str) -> bool:
    """Whether a word ends here: not at a letter, an accent on one, or a character that nobody sees."""
    return not _plain(char) and unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf")


@lru_cache(maxsize=20_000)
def unspaced(char: str) -> bool:
    """Whether the script of a letter sets no blanks between words, or hangs particles onto them."""
    return unicodedata.name(char, "").startswith(UNSPACED)


@lru_cache(maxsize=20_000)
def ideograph(char: str) -> bool:
    """Whether a letter is a word, or nearly one."""
    return unicodedata.name(char, "").startswith(("CJK", "HIRAGANA", "KATAKANA"))


def within_syllable(found: Letters, end: int) -> bool:
    """Whether the letters before ``end`` stop within a character, or within a syllable written in jamo."""
    if not 0 < end < len(found.text):
        return False
    return found.origin[end] == found.origin[end - 1] or FINALS[0] <= found.text[end] <= FINALS[1]
