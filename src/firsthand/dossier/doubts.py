"""What a transcription is not sure of, in a line and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.dossier.marks import stretches
from firsthand.dossier.pieces import Doubt, Passage, Piece, Sentence, Tone
from firsthand.model import Line, Mark, MarkKind, Span

SAID = {
    MarkKind.UNCLEAR: "unclear",
    MarkKind.STRUCK: "struck out by the writer",
    MarkKind.INSERTED: "added by the writer",
    MarkKind.ALTERNATIVE: "not certain",
    MarkKind.GAP: "something stands here that could not be read",
    MarkKind.SUPPLIED: "put in by an editor, not on the page",
}
LOW = 0.8  # below this a person must look at a line again: one letter in five may be wrong
MOST = 8  # doubts of a line told in words


def doubts(line: Line) -> tuple[Doubt, ...]:
    """The marks of a line, counted in its own words; rival readings stand with what they are rivals of."""
    kinds: dict[Span, list[MarkKind]] = {}
    for mark in line.marks:
        kinds.setdefault(mark.span, []).append(mark.kind)
    return tuple(
        Doubt(
            kind.value,
            span.start - line.span.start,
            span.end - line.span.start,
            _readings(line.marks, span),
            _whose(line.marks, span, kind),
        )
        for span, found in kinds.items()
        for kind in dict.fromkeys(found)
        if kind is not MarkKind.ALTERNATIVE or len(set(found)) == 1
    )


def _readings(marks: Iterable[Mark], span: Span) -> tuple[str, ...]:
    found = (mark.text for mark in marks if mark.span == span and mark.kind is MarkKind.ALTERNATIVE)
    return tuple(dict.fromkeys(text for text in found if text))


def _whose(marks: Iterable[Mark], span: Span, kind: MarkKind) -> str:
    """Whose reading or hand it is, and how sure they were, as the file says."""
    here = (mark for mark in marks if (mark.span, mark.kind) == (span, kind))
    said = (
        ", ".join(each for each in (mark.by, mark.certainty and f"certainty {mark.certainty}") if each)
        for mark in here
    )
    return "; ".join(dict.fromkeys(each for each in said if each))


def in_words(line: Line, words: Passage, found: Iterable[Doubt]) -> tuple[Sentence, ...]:
    """The same for a reader, and the confidence of the whole line where that is low."""
    told = [_told(each, words) for each in found][:MOST]
    if line.confidence is not None and line.confidence < LOW:
        told.append((Piece(f"read with a confidence of {line.confidence:.0%}"),))
    if line.hand:
        told.append((Piece("in the hand of "), Piece(line.hand, Tone.NAME)))
    return tuple(told)


def _told(doubt: Doubt, words: Passage) -> Sentence:
    """ "unclear: “three”, or “four”" """
    text = words.text[doubt.start : doubt.end].strip()
    quoted = [Piece(text, Tone.QUOTE, language=words.language)] if text else []
    rivals = [
        piece
        for each in doubt.readings
        for piece in (Piece(", or "), Piece(each, Tone.QUOTE, language=words.language))
    ]
    whose = [Piece(f" ({doubt.whose})")] if doubt.whose else []
    return (Piece(SAID[MarkKind(doubt.kind)] + (": " if quoted else "")), *quoted, *rivals, *whose)


def marked(words: Passage, found: tuple[Doubt, ...]) -> Iterator[tuple[str, str, str]]:
    """The words of a line in stretches: their text, what they are ("unclear struck"; "" if certain), why."""
    spans = [[Span(each.start, each.end)] for each in found]
    for each in stretches(Span(0, len(words.text)), spans):
        here = [found[n] for n in each.within]
        why = "; ".join(_why(doubt) for doubt in here)
        yield words.text[each.start : each.end], " ".join(doubt.kind for doubt in here), why


def _why(doubt: Doubt) -> str:
    rivals = ", or ".join(f"“{each}”" for each in doubt.readings)
    whose = f" ({doubt.whose})" if doubt.whose else ""
    return SAID[MarkKind(doubt.kind)] + (f", or {rivals}" if rivals else "") + whose
