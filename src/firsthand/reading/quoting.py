"""Which parts of what is said stand in quotation marks, and the kind that this makes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.model import Attribution, Kind, Span
from firsthand.reading import quotations
from firsthand.text import WORD


def quoted(text: str, each: Attribution) -> Attribution:
    """``each`` with the quotations in its content, wherever that stands, and the kind they make it."""
    outermost = [quote for quote in quotations.find(text) if not quote.depth]
    marked = [quote.outer for quote in outermost]
    return quoting(text, each, marked, {quote.outer: quote.inner for quote in outermost})


def quoting(text: str, each: Attribution, marked: Sequence[Span], inners: Mapping[Span, Span]) -> Attribution:
    """The same by quotations that are known: ``marked``, with their marks, and what is within each."""
    within: list[Span] = []
    loose = ""
    for part in each.content:
        at = part.start
        for quote in _from(marked, part.start):
            if quote.start >= part.end:
                break
            within.append(quote)
            loose += text[at : max(at, quote.start)]
            at = quote.end
        loose += text[at : part.end]
    kind = Kind.INDIRECT if not within else Kind.MIXED if WORD.search(loose) else Kind.DIRECT
    return replace(each, quotes=tuple(inners[q] for q in dict.fromkeys(within)), kind=kind)


def _from(marked: Sequence[Span], start: int) -> Iterator[Span]:
    first = bisect_right(marked, start, key=lambda quote: quote.end)
    return (marked[index] for index in range(first, len(marked)))
