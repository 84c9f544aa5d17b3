"""A wording as words with places: what is compared, and the way back to the characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.matching.vocabulary import CJK, stem, weight
from firsthand.model import Span
from firsthand.text import fold_word

# A figure with its separators; one character of a script without spaces; else letters with inner
# apostrophes. Hyphens part words here, so that "port-side" and "port side" agree; so does the apostrophe
# of an English contraction ("would" "n't"), so that only the "n't" differs from "would not".
_CJK = CJK.pattern[1:-1]
_LETTER = rf"(?:(?![{_CJK}_])[\w\u0300-\u036f])"
_CONTRACTED = r"n['’]t\b|['’](?:s|d|m|ll|re|ve)\b"
TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)+|[{_CJK}]|n['’]t\b|{_LETTER}+?(?={_CONTRACTED})|{_LETTER}+(?:['’ʼ]{_LETTER}+)*",
    re.IGNORECASE,
)
_folded = lru_cache(maxsize=200_000)(fold_word)
# Marks after which a capital letter says nothing about a name.
_OPENERS = frozenset(".!?…:\"“”„«»‹›'‘’「『")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some spans of one text. ``keys`` are folded; ``pieces[i]`` numbers the span of word i."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    pieces: tuple[int, ...]


def words_of(text: str, spans: Iterable[Span]) -> Words:
    """The words of ``text`` inside ``spans``, in the spans' order, each with its place in ``text``."""
    keys: list[str] = []
    places: list[Span] = []
    pieces: list[int] = []
    for piece, (start, end) in enumerate(spans):
        for found in TOKEN.finditer(text, start, end):
            if key := _folded(found.group()):
                keys.append(key)
                places.append(Span(found.start(), found.end()))
                pieces.append(piece)
    return Words(tuple(keys), tuple(places), tuple(pieces))


@lru_cache(maxsize=20_000)
def words_at(text: str, spans: tuple[Span, ...]) -> Words:
    """``words_of``, remembered: a wording is laid beside each of those that match it."""
    return words_of(text, spans)


def keys_of(text: str) -> list[str]:
    """The words of the whole ``text`` as they are compared, without their places."""
    return [key for found in TOKEN.findall(text) if (key := _folded(found))]


def heft(keys: Iterable[str]) -> float:
    """The number of content words among ``keys``."""
    return sum(map(weight, keys))


def features(keys: Sequence[str]) -> list[str]:
    """Stems of the content words in order; neighbouring characters of CJK text make one stem."""
    found: list[str] = []
    for at, key in enumerate(keys):
        if CJK.match(key):
            if at + 1 < len(keys) and CJK.match(keys[at + 1]):
                found.append(key + keys[at + 1])
        elif weight(key):
            found.append(stem(key))
    return found


def names_in(text: str, words: Words) -> frozenset[str]:
    """Folded words written with a capital letter where no sentence begins: most likely names.

    Headlines and German write many words so: when more than seven in ten content words inside
    sentences carry a capital, capitals say nothing, and no word counts as a name.
    """
    content = [
        i for i, key in enumerate(words.keys) if weight(key) and not _begins(text, words.spans[i].start)
    ]
    capital = [i for i in content if text[words.spans[i].start].isupper()]
    if len(capital) > 0.7 * len(content) and len(content) > 4:
        return frozenset()
    return frozenset(words.keys[i] for i in capital)


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip()
    return not before or before[-1] in _OPENERS or "\n" in text[max(0, at - 2) : at]
