"""What a tagger gets wrong for sure, put right: edges, quotation marks that must balance, "that"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from firsthand.languages import Language
from firsthand.model import Span
from firsthand.reading.quotations import Quotation
from firsthand.text import WORD

EDGES = " \t\r\n\xa0,;:.—–-"
MOST = 0.5  # of a quotation; content that holds more of it was meant to hold all of it
BACK = 50  # quotations inside another, looked back over for the one around them
MARKS = ("”", '"', "»", "’")
ENDED = re.compile(r"[.!?…]\s+(?=[^\W\d_])")
SHORTEST = 4  # letters of a word that a full stop ends with its sentence; shorter ones are initials or titles
NEAR = 3  # characters between two fragments that may only be marks and blanks


def mended(
    text: str, fragments: Sequence[Span], quotes: Sequence[Quotation], language: Language
) -> tuple[Span, ...]:
    """Content with its quotations whole, its edges clean and no conjunction at its head, in text order.

    ``quotes`` are all of the text's, in order of place.
    """
    whole = [_balanced(each, quotes) for each in fragments]
    clean = [_closed(text, _clean(text, each, quotes), language) for each in _merged(text, sorted(whole))]
    found = [each for each in clean if each.end > each.start]
    if found:
        found[0] = _opened(text, found[0], language)
    return tuple(found)


def _balanced(fragment: Span, quotes: Sequence[Quotation]) -> Span:
    """A fragment that holds the most of a quotation holds all of it, with its marks."""
    start, end = fragment
    for quote in _about(fragment, quotes):
        inner, outer = quote.inner, quote.outer
        held = min(fragment.end, inner.end) - max(fragment.start, inner.start)
        if quote.depth == 0 and held > 0 and held >= MOST * (inner.end - inner.start):
            start, end = min(start, outer.start), max(end, outer.end)
    return Span(start, end)


def _about(fragment: Span, quotes: Sequence[Quotation]) -> Sequence[Quotation]:
    """The quotations that a fragment may touch, found without a look at all the others."""
    last = bisect_left(quotes, fragment.end, key=_opening)
    first = bisect_left(quotes, fragment.start, hi=last, key=_opening)
    back = next((n for n in range(first - 1, max(first - BACK, 0) - 1, -1) if not quotes[n].depth), first)
    return quotes[back:last]


def _opening(quote: Quotation) -> int:
    return quote.outer.start


def _merged(text: str, fragments: Sequence[Span]) -> Iterator[Span]:
    """Fragments that overlap, or have nothing but marks and blanks between them, as one."""
    held: Span | None = None
    for each in fragments:
        if held is not None and (each.start <= held.end or _bare(text, held.end, each.start)):
            held = Span(held.start, max(held.end, each.end))
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held


def _bare(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return end - start <= NEAR and "\n" not in between and not any(map(str.isalnum, between))


def _clean(text: str, fragment: Span, quotes: Sequence[Quotation]) -> Span:
    start, end = fragment
    marks = {q.outer.end for q in _about(fragment, quotes) if q.outer.start >= start and q.outer.end <= end}
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES and end not in marks:
        end -= 1
    return Span(start, end)


def _closed(text: str, fragment: Span, language: Language) -> Span:
    """Without what belongs to the words after it: “The North” | in, "weapons, a trade | that"."""
    if fragment.end == fragment.start:
        return fragment
    *_, last = (None, *WORD.finditer(text, fragment.start, fragment.end))
    if last is None or last.end() != fragment.end:
        return fragment
    before = text[fragment.start : last.start()].rstrip()
    low = last.group().lower()
    behind = before.endswith(MARKS) and language.among(low, "prepositions")
    dangling = behind or (low in language.entries("that") and bool(before))
    return Span(fragment.start, fragment.start + len(before)) if dangling else fragment


def _opened(text: str, fragment: Span, language: Language) -> Span:
    """Without the conjunction that joins it to its cue."""
    first = WORD.match(text, fragment.start, fragment.end)
    if first is None or first.group().lower() not in language.entries("that"):
        return fragment
    after = WORD.search(text, first.end(), fragment.end)
    if after is None:
        return fragment
    start = after.start()
    while start > first.end() and not text[start - 1].isspace():
        start -= 1
    return Span(start, fragment.end)


def named(text: str, source: Span, cue: Span, language: Language) -> Span:
    """A source without blanks and marks at its edges, in one sentence: the part of it next to the cue."""
    start, end = min(_sentences(text, source, language), key=lambda part: _distance(part, cue))
    while start < end and text[start] in EDGES + "\"“”'’":
        start += 1
    while end > start and text[end - 1] in ' \t\r\n\xa0,;:—–-"“”':
        end -= 1
    return Span(start, end)


def _sentences(text: str, source: Span, language: Language) -> Iterator[Span]:
    """ "Zora Blai. Dara Verl" as two; "Mr. Verl", "J. R. Blai" as one."""
    start = source.start
    for mark in ENDED.finditer(text, source.start, source.end):
        *_, word = (None, *WORD.finditer(text, start, mark.start()))
        short = word is None or word.end() - word.start() < SHORTEST or "." in word.group()
        if not short and word.group().lower() not in language.entries("abbreviations"):
            yield Span(start, mark.start())
            start = mark.end()
    yield Span(start, source.end)


def _distance(part: Span, cue: Span) -> int:
    return max(part.start - cue.end, cue.start - part.end)
