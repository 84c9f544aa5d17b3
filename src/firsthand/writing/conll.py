"""CoNLL-like columns: one token a line, an empty line after each sentence.

The columns are sentence and token number, the token, its first and last offset, and for each of
source, cue and content the attributions that it belongs to: ``B-1`` begins a span of the first
attribution, ``I-1`` goes on with it, ``B-1|I-2`` does both for two, ``O`` is none. A content in
several pieces begins several times with the same number. Words are cut where a span begins or ends
inside them, so that the columns lead back to the spans exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from firsthand.model import Attribution, Record, Span
from firsthand.text import paragraphs, sentences

HEAD = "# global.columns = SENTENCE TOKEN FORM START END SOURCE CUE CONTENT\n"
TOKEN = re.compile(r"\w+(?:[-'’ʼ.,:]\w+)*|[^\w\s]")
STOP = re.compile(r"[.!?…。]+[\"”»’)]*\s+|[\r\n]+")
# Characters of a paragraph. The splitter takes the square of its open quotation marks: 100,000 took 12 s.
LONGEST = 20_000

Numbered = tuple[Span, int]


def write(record: Record, attributions: Sequence[Attribution]) -> str:
    """The columns of one text, after a line that names it (as CoNLL-U does)."""
    part = f" # {record.part}" if record.part else ""
    return f"# newdoc id = {record.name}{part}\n" + "".join(_lines(record, attributions))


def _lines(record: Record, attributions: Sequence[Attribution]) -> Iterator[str]:
    roles = [_numbered(attributions, role) for role in ("source", "cue", "content")]
    edges = sorted({edge for role in roles for span, _ in role for edge in span})
    starts = _starts(record.text, record.language)
    tagged = [_Tags(role) for role in roles]
    before, number = 0, 0
    for start, end in _tokens(record.text, edges):
        sentence = max(1, bisect_right(starts, start))
        if sentence != before:
            yield "\n" if before else ""
            before, number = sentence, 0
        number += 1
        cells = [sentence, number, record.text[start:end], start, end, *(t.at(start) for t in tagged)]
        yield "\t".join(map(str, cells)) + "\n"
    yield "\n"


def _starts(text: str, language: str) -> list[int]:
    """Where sentences begin; in a text with a huge paragraph, by their full stops alone."""
    if max((line.end - line.start for line in paragraphs(text)), default=0) <= LONGEST:
        return [span.start for span in sentences(text, language)]
    return [0, *(match.end() for match in STOP.finditer(text))]


def _numbered(attributions: Sequence[Attribution], role: str) -> list[Numbered]:
    """The spans that the attributions have in a role, each with the number of its attribution, from 1."""
    found: list[Numbered] = []
    for number, each in enumerate(attributions, 1):
        here = getattr(each, role) or ()
        found += [(span, number) for span in ([here] if isinstance(here, Span) else here)]
    return sorted(found)


def _tokens(text: str, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Words and marks in order, cut at every edge."""
    for match in TOKEN.finditer(text):
        cuts = _between(edges, match.start(), match.end())
        yield from zip([match.start(), *cuts], [*cuts, match.end()], strict=True)


def _between(edges: Sequence[int], start: int, end: int) -> Iterable[int]:
    at = bisect_right(edges, start)
    cuts = []
    while at < len(edges) and edges[at] < end:
        cuts.append(edges[at])
        at += 1
    return cuts


class _Tags:
    """One column: asked for each token in order, it says which spans begin there or go on."""

    def __init__(self, spans: Sequence[Numbered]) -> None:
        self.coming = list(reversed(spans))
        self.open: list[Numbered] = []

    def at(self, start: int) -> str:
        """The tags of the token that begins at ``start``."""
        going = [each for each in self.open if each[0].end > start]
        new = []
        while self.coming and self.coming[-1][0].start <= start:
            new.append(self.coming.pop())
        new = [each for each in new if each[0].end > start]
        self.open = going + new
        return "|".join([*(f"I-{n}" for _, n in going), *(f"B-{n}" for _, n in new)]) or "O"
