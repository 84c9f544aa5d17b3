"""Two wordings side by side, with the words marked in which they differ."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.dossier.pieces import Piece, Sentence, Tone
from firsthand.model import Op, Span

# Of the characters of both, those in words that agree: with fewer, as of two languages, all would be marked.
LEAST = 0.3


def beside(one: str, other: str) -> tuple[Sentence, Sentence]:
    """Each of two wordings whole, what the other has not in pieces of the tone ADDED; nothing is marked where
    they have little in common."""
    from firsthand.matching import align  # by way of word lists, which a reader does not need

    edits = align(one, [Span(0, len(one))], other, [Span(0, len(other))]).edits
    same = sum(_size(e.a) + _size(e.b) for e in edits if e.op is Op.EQUAL)
    if same < LEAST * sum(_size(e.a) + _size(e.b) for e in edits):
        edits = ()
    changed = [e for e in edits if e.op is not Op.EQUAL]
    return _marked(one, (e.a for e in changed)), _marked(other, (e.b for e in changed))


def _size(span: Span) -> int:
    return span.end - span.start


def _marked(words: str, spans: Iterable[Span]) -> Sentence:
    """The words with those at ``spans`` marked, and the blanks between two of these."""
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(span for span in spans if _size(span)):
        between = words[at:start]
        tone = Tone.ADDED if pieces and not between.strip() else Tone.NAME
        pieces += [Piece(between, tone), Piece(words[start:end], Tone.ADDED)]
        at = end
    return tuple(_joined([*pieces, Piece(words[at:], Tone.NAME)]))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Without empty ones, and neighbours of one tone as one."""
    found: list[Piece] = []
    for each in pieces:
        if each.text and found and found[-1].tone is each.tone:
            found[-1] = Piece(found[-1].text + each.text, each.tone)
        elif each.text:
            found.append(each)
    return found
