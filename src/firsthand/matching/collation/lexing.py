"""A text as words to be laid beside those of other texts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from firsthand.matching.vocabulary import CJK
from firsthand.model import Span

_CJK = CJK.pattern[1:-1]
# Blanks part words, and so does a hyphen, which stays with what is before it.
SIGNS = "&@%#§"  # written for words, though Unicode counts them as punctuation
PIECE = re.compile(rf"[{_CJK}]|[^\s{_CJK}\-‐‑‒–—]+|[\-‐‑‒–—]+")


@dataclass(frozen=True, slots=True)
class Lexed:
    """Words in order: in small letters, where each stands, and how it is dressed (capital, marks after it).

    Accents are kept: a copyist who drops them has made a change.
    """

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    dress: tuple[str, ...]


def lexed(text: str) -> Lexed:
    """The words of ``text``. Signs such as & are words; punctuation belongs to the word before it."""
    keys: list[str] = []
    spans: list[Span] = []
    for found in PIECE.finditer(text):
        start, end = _core(text, found.start(), found.end())
        if start < end and (key := _key(text[start:end])):
            keys.append(key)
            spans.append(Span(start, end))
    ends = [s.start for s in spans[1:]] + [len(text)] * bool(spans)
    dress = tuple(
        ("A" if text[span.start].isupper() else "a") + "".join(text[span.end : after].split())
        for span, after in zip(spans, ends, strict=True)
    )
    return Lexed(tuple(keys), tuple(spans), dress)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_mark(text[start]):
        start += 1
    while start < end and _is_mark(text[end - 1]):
        end -= 1
    return start, end


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PC" and char not in SIGNS


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")
