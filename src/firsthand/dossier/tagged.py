"""The text of a report with its attributions tagged, and whether the words of each were checked."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.dossier.pieces import Ruled, Shape


@dataclass(frozen=True, slots=True)
class Check:
    """Whether words in quotation marks are those of the text they were taken from, or how the record bears
    on what is said."""

    shape: Shape
    word: str  # "verbatim", "differs", "not found", "not compared"; "the record states it"
    against: str = ""
    to: str = ""
    ruled: bool = False  # by a person; else it is a proposal


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand of a tagged attribution: its role, its fullest name in the report, and where it is named there.

    With neither name nor place it is one that the text leaves unnamed.
    """

    role: str
    name: str = ""
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """An attribution as it is tagged in the text of its report; ``hands`` run from the origin to it."""

    anchor: str
    id: str
    statement: str  # anchor
    statement_id: str
    kind: str
    spans: tuple[tuple[int, int], ...]  # code points of the report's text
    check: Check | None
    label: str  # the whole in words, for a reader who cannot see the mark
    rulings: tuple[Ruled, ...] = ()
    name: str = ""  # of the source
    source: tuple[int, int] | None = None  # where that is named
    cue: tuple[tuple[int, int], ...] = ()
    stance: str = ""
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``start`` to ``end``, all in the same attributions: numbers of ``ReportSheet.tags``.

    ``starts`` and ``ends`` are those that begin or end with this stretch; the last of ``within``
    is the innermost.
    """

    start: int
    end: int
    within: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    quoted: bool = False
