"""Layers of a record: which lines of a translation or transcription answer to which lines of the original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from firsthand.model.places import Line
from firsthand.model.records import Record


@dataclass(frozen=True, slots=True)
class LinePair:
    """Numbered lines that say the same: ``lines`` here, ``of`` in the original, either may be none or many.

    ``score`` says how well they fit, 0 to 1; ``by`` who put them together: a person, or a method's name.
    """

    lines: tuple[int, ...]
    of: tuple[int, ...]
    score: float = 1.0
    by: str = ""


@dataclass(frozen=True, slots=True)
class LineAlignment:
    """Which lines of ``record`` answer to which lines of the record that it was made from, ``of``.

    A line that no pair names answers to the line of its own number.
    """

    record: str
    of: str
    pairs: tuple[LinePair, ...] = ()


def answers(line: Line) -> tuple[int, ...]:
    """The numbers of the lines in the original that ``line`` answers to: its own, unless others are known."""
    return (line.number,) if line.answers is None else line.answers


def answered(records: Iterable[Record]) -> dict[tuple[str, int], tuple[int, ...]]:
    """By record and number, what lines answer to, where that is not the line of their number."""
    return {
        (record.id, line.number): line.answers
        for record in records
        for line in record.lines
        if line.answers is not None
    }


def aligned(record: Record, alignment: LineAlignment | None) -> Record:
    """``record`` with what its lines answer to, as ``alignment`` says; by number where it says nothing."""
    pairs = alignment.pairs if alignment and alignment.of == record.of else ()
    found: dict[int, tuple[int, ...]] = {}
    for pair in pairs:
        for number in pair.lines:
            found[number] = tuple(sorted({*found.get(number, ()), *pair.of}))
    lines = tuple(replace(line, answers=found.get(line.number)) for line in record.lines)
    return record if lines == record.lines else replace(record, lines=lines)
