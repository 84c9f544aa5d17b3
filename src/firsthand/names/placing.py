"""Where something stands in a record."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from firsthand.model import Place, Record, Span


def place(record: Record, span: Span) -> Place:
    """The place of some characters of a record, with the numbers of the lines in which they are."""
    lines = record.lines
    at = bisect_left(lines, True, key=lambda line: line.span.end > span.start)
    touched = takewhile(lambda line: line.span.start < span.end, (lines[n] for n in range(at, len(lines))))
    return Place(record.id, (span,), tuple(line.number for line in touched))
