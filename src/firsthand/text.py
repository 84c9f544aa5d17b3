"""Text as Firsthand looks at it: paragraphs, sentences, words, folding with a way back, hosts of addresses.

Stored text is never renormalised; what is compared is a folded copy with an offset for every
character. Everything here is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from firsthand.model import Span

LINE = re.compile(r"[^\r\n]+")
# A word keeps inner apostrophes, hyphens and the separators of numbers ("Kim's", "Haesong-7", "1.1").
WORD = re.compile(r"\w+(?:[-'’ʼ.,:]\w+)*", re.UNICODE)
MARKS = dict.fromkeys('"“”„‟«»‹›「」『』《》〈〉‚‘’‛`´＂', '"')
DASHES = dict.fromkeys("‐‑‒–—―−", "-")
GAP = " … "  # between two spans of one excerpt
BLANK = re.compile(r"\s+")
SOON = 20  # characters within which what is shown around words begins and ends with a word


def paragraphs(text: str) -> list[Span]:
    """The lines of ``text`` that hold something, without their line breaks."""
    return [Span(m.start(), m.end()) for m in LINE.finditer(text) if not m[0].isspace()]


def sentences(text: str, language: str = "en") -> list[Span]:
    """Sentences in order, none crossing a line break, blanks at either end left out.

    A quotation of several sentences stays in one piece with its marks (sentencex, Wikimedia's
    rule-based splitter).
    """
    import sentencex

    found: list[Span] = []
    for whole in paragraphs(text):
        at = whole.start
        for piece in sentencex.segment(language or "en", text[whole.start : whole.end]):
            at = text.index(piece, at) if text[at : at + len(piece)] != piece else at
            found.append(trim(text, Span(at, at + len(piece))))
            at += len(piece)
    return [span for span in found if span.start < span.end]


def words(text: str, within: Span | None = None) -> list[Span]:
    """Words of ``text`` (of the part ``within``), as spans of the whole text."""
    start, end = within or Span(0, len(text))
    return [Span(m.start(), m.end()) for m in WORD.finditer(text, start, end)]


def trim(text: str, span: Span) -> Span:
    """``span`` without blanks at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def excerpt(text: str, spans: Iterable[Span]) -> str:
    """The words at ``spans``; a gap between two spans is shown as ``GAP``."""
    return GAP.join(text[s.start : s.end] for s in spans)


def cover(spans: Sequence[Span]) -> Span:
    """The smallest single span that holds all ``spans`` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` in order of the text, those that overlap or touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def meet(one: Iterable[Span], other: Sequence[Span]) -> bool:
    """Whether any of the one and any of the other have characters in common."""
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def common(one: Iterable[Span], other: Sequence[Span]) -> int:
    """How many characters two have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy of a text. ``origin[i]`` is the offset of the character that gave ``text[i]``."""

    text: str
    origin: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The span of the original text that a non-empty ``span`` of the folded text came from."""
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


def fold(text: str) -> Folded:
    """Case, accents, quotation marks, dashes and runs of blanks made alike; each character traceable."""
    out: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        for each in _fold_char(char):
            if each == " " and (not out or out[-1] == " "):
                continue
            out.append(each)
            origin.append(offset)
    return Folded("".join(out), tuple(origin))


@lru_cache(maxsize=200_000)  # a case says the same words again and again
def fold_word(word: str) -> str:
    """One word made comparable: case folded, accents and apostrophe forms dropped."""
    return "".join("".join(_fold_char(c)) for c in word).replace('"', "'")


@lru_cache(maxsize=20_000)
def host(url: str) -> str:
    """The host name in an address, without "www."; "" if it has none or is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    char = MARKS.get(char) or DASHES.get(char) or char
    if char.isascii():
        return char.lower()
    if "\uac00" <= char <= "\ud7a3":  # Hangul syllables stay whole: decomposed they would not match as words
        return char
    plain = unicodedata.normalize("NFKD", char)
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return kept or ""


def around(text: str, start: int, end: int, most: int) -> Span:
    """``most`` characters of a text before ``start`` and after ``end``; it begins and ends with a word where
    one does within ``SOON``."""
    low, high = max(0, start - most), min(len(text), end + most)
    if low:
        low = text.find(" ", low - 1, min(start, low + SOON)) + 1 or low
    if high < len(text):
        blank = text.rfind(" ", max(end, high - SOON), high + 1)
        high = blank if blank >= 0 else high
    return Span(low, high)
