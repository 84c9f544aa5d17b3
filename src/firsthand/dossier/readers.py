"""Where others read a line of the record in another way: their words beside those of the transcription."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from firsthand.dossier.differences import marked
from firsthand.dossier.index import Index
from firsthand.dossier.pieces import Piece, Sentence
from firsthand.model import Edit, Line, Op, Record, RecordKind, Span
from firsthand.text import fold_word, words

OPS = {"equal": Op.EQUAL, "replace": Op.CHANGED, "delete": Op.DROPPED, "insert": Op.ADDED}


def other_readers(index: Index, record: Record) -> list[Record]:
    """The transcriptions of a record that other people made."""
    return [t for t in index.of_kind(RecordKind.TRANSCRIPTION) if t.of == record.id and not t.aid]


def other_readings(lines: Iterable[tuple[Record, Line]], text: str) -> Iterator[Sentence]:
    """What others read in a line whose words are ``text``, where the words differ.

    ``lines`` are theirs with the record they stand in, those of one record in a row.
    """
    for _, own in groupby(lines, key=lambda each: each[0].id):
        (other, _), *_ = found = list(own)
        read = "\n".join(other.text[line.span.start : line.span.end] for _, line in found)
        edits = _edits(text, read)
        if read and any(each.op is not Op.EQUAL for each in edits):
            whole = (Span(0, len(read)),)
            pieces = (replace(piece, language=other.language) for piece in marked(read, whole, text, edits))
            yield (Piece(f"{named(other)} reads: "), *pieces)


def named(record: Record) -> str:
    """Who read it."""
    return record.by or "another reader"


def _edits(text: str, read: str) -> list[Edit]:
    """From the words of ``text`` to those of ``read``; case, accents and marks make no difference."""
    a, b = words(text), words(read)
    steps = SequenceMatcher(None, _folded(text, a), _folded(read, b), autojunk=False).get_opcodes()
    return [Edit(OPS[op], _at(a, i, j), _at(b, k, m)) for op, i, j, k, m in steps]


def _folded(text: str, found: list[Span]) -> list[str]:
    return [fold_word(text[each.start : each.end]) for each in found]


def _at(found: list[Span], low: int, high: int) -> Span:
    """The characters of the words ``low`` to ``high``; where these are none, the place after those before."""
    if low < high:
        return Span(found[low].start, found[high - 1].end)
    end = found[low - 1].end if low else 0
    return Span(end, end)
