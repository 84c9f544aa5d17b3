"""Layers of a record: which lines of a translation or transcription answer to which lines of the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.model.places import Line
from firsthand.model.records import Record

BY_LENGTH = "Gale-Church"
BY_HAND = "case.toml"
"""Who puts lines together: a method, which also heeds numbers and names; whoever wrote ``case.toml``."""


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
    found: defaultdict[int, list[LinePair]] = defaultdict(list)
    for pair in alignment.pairs if alignment and alignment.of == record.of else ():
        for number in pair.lines:
            found[number].append(pair)
    lines = tuple(_beside(line, found.get(line.number, ())) for line in record.lines)
    return record if lines == record.lines else replace(record, lines=lines)


def _beside(line: Line, pairs: Sequence[LinePair]) -> Line:
    """``line`` with what it answers to by all ``pairs`` that name it, as sure as the least sure of them."""
    if not pairs:
        return replace(line, answers=None, beside="", fit=1.0)
    least = min(pairs, key=lambda pair: pair.score)
    of = tuple(sorted({number for pair in pairs for number in pair.of}))
    return replace(line, answers=of, beside=least.by, fit=least.score)
