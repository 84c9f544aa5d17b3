"""The sheets that are laid ready, read again: each found at once, without a case in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import json

from firsthand.casefile import TABLES, Hit, Row, Shelf, from_json
from firsthand.dossier.drawn import Picture, Telling
from firsthand.dossier.identities import IdentitySheet
from firsthand.dossier.keeping import Unread
from firsthand.dossier.pieces import PageImage, Sentence, Shape
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.sheets import (
    Counts,
    Dispute,
    Finding,
    RecordSheet,
    ReportSheet,
    SourceSheet,
    StatementSheet,
)
from firsthand.model import Proposal

LINKED = 200
EVERY = -1  # rows: without a limit, to SQLite
COMPARED = 60  # spellings that are held against a name that is looked for
LIKELY, WINDOWS = 0.4, 4


@dataclass(frozen=True, slots=True)
class Changed:
    """What is new since the trace before: as ``model.Change`` has it, or a "new record"; ``to`` is where it
    stands, "" where it does not any more."""

    what: str
    note: str
    to: str


# What each kind of sheet is, in the order in which they are laid.
KINDS: Mapping[str, type[Any]] = {
    "statement": StatementSheet,
    "report": ReportSheet,
    "source": SourceSheet,
    "record": RecordSheet,
    "identity": IdentitySheet,
    "dispute": Dispute,
    "descent": Telling,
    "finding": Finding,
    "ruling": RulingNote,
    "page": PageImage,
    "proposal": Proposal,
    "change": Changed,
}


@dataclass(frozen=True, slots=True)
class FrontGroup:
    """Findings of one kind on the first page, and how many there are in all."""

    kind: str
    word: str
    shape: Shape
    shown: tuple[Finding, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Front:
    """What a case is as a whole: the answer first."""

    title: str
    made: str
    version: str
    entries: int  # of the log, when it was laid ready
    rulings: int  # that were made until then
    answer: tuple[Sentence, ...]
    counts: Counts
    groups: tuple[FrontGroup, ...]
    picture: Picture | None  # None where it is too large to be drawn whole
    notes: tuple[str, ...]
    contradictions: tuple[str, ...]  # rulings that cannot all hold; where people differ is told by rulings
    unread: tuple[Unread, ...]
    noted: tuple[Unread, ...]
    sheets: Mapping[str, int]  # by kind, how many
    withheld: tuple[str, ...] = ()  # what a public edition leaves out, in sentences


@cache
def form() -> str:
    """What is laid ready, and how: a hash of the types of all sheets and of the tables that have them."""
    types = json.encode(json.schema_components((Front, *KINDS.values())), order="sorted")
    return sha256(types + TABLES.encode()).hexdigest()


def place(record: str, spans: Iterable[tuple[int, int]]) -> str:
    """A part of the statement that what stands there is a reading of: record id and characters."""
    return f"{record}:{','.join(f'{start}-{end}' for start, end in spans)}"


@dataclass(frozen=True, slots=True)
class NameHit:
    """A source that bears a name like the one looked for: the spelling, how likely that is the same name, by
    which route, and why."""

    row: Row
    spelling: str
    score: float
    route: str
    reasons: tuple[str, ...]


class Sheets:
    """The sheets of the case in a folder, each found at once. Empty until they were laid."""

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder)
        self._kept: tuple[object, dict[str, Any]] = (None, {})

    def still(self) -> AbstractContextManager[None]:
        """What this thread reads inside is of one trace; see ``Shelf.still``."""
        return self._shelf.still()

    def front(self) -> Front | None:
        """The case as a whole; None where nothing is laid ready, or by another release in another form."""
        found: Front | None = self.once("front", self._front)
        return found

    def _front(self) -> Front | None:
        told = self._shelf.told("front") if self._shelf.told("form") == form() else ""
        return from_json(Front, told, "the front of the shelf") if told else None

    def once(self, key: str, find: Callable[[], Any]) -> Any:
        """What ``find`` gives, found once under ``key`` for each shelf that is laid."""
        stamp, (of, kept) = self._shelf.stamp(), self._kept
        if of != stamp:  # ``kept`` is of one shelf, whatever other threads see meanwhile
            kept = {}
            self._kept = (stamp, kept)
        if key not in kept:
            kept[key] = find()
        return kept[key]

    def sheet(self, anchor: str) -> tuple[Row, Any] | None:
        """A sheet by its anchor, and its row; None where there is none."""
        found = self._shelf.value(anchor)
        return (found[0], _read(found[0], found[1])) if found else None

    def some(self, kind: str, anchors: Sequence[str] | None = None) -> list[Any]:
        """The sheets of a kind, or those of these anchors, in order."""
        return [_read(row, value) for row, value in self._shelf.values(kind, anchors)]

    def linked(self, kind: str, anchor: str) -> list[Any]:
        """The sheets of a kind that have to do with another sheet, at most ``LINKED``."""
        rows, _ = self.rows(kind, 0, LINKED, {"with": anchor})
        return self.some(kind, [row.anchor for row in rows])

    def dates(self, anchors: Sequence[str]) -> dict[str, str]:
        """The dates of these reports by anchor."""
        return {row.anchor: row.date for row in self._shelf.listed("report", anchors)}

    def home(self, anchor: str) -> str:
        """The anchor of the sheet on which something stands; "" where there is none."""
        return self._shelf.home(anchor)

    def beside(self, row: Row) -> tuple[str, str]:
        """The sheets before and after one; "" at either end."""
        return self._shelf.beside(row.anchor, row.kind)

    def rows(
        self,
        kind: str,
        start: int = 0,
        count: int = 100,
        filters: Mapping[str, str] | None = None,
        without: Collection[str] = (),
    ) -> tuple[list[Row], int]:
        """Sheets of a kind in a list; see ``Shelf.rows``."""
        return self._shelf.rows(kind, start, count, filters, without)

    def choices(self, kind: str, column: str) -> list[tuple[str, int]]:
        """What stands in a column, and how often; see ``Shelf.choices``."""
        found: list[tuple[str, int]] = self.once(
            f"{kind} by {column}", lambda: self._shelf.choices(kind, column)
        )
        return found

    def outlets(self) -> list[str]:
        """The outlets of all reports."""
        return [name for name, _ in self._shelf.choices("report", "outlet", EVERY)]

    def pictures(self, anchors: Sequence[str]) -> dict[str, PageImage]:
        """The sizes of page images by anchor, without their bytes."""
        return {page.anchor: page for page in self.some("page", anchors)}

    def picture(self, anchor: str) -> tuple[str, bytes] | None:
        """The media type and bytes of a page image."""
        return self._shelf.picture(anchor)

    def search(self, words: str, count: int = 50, kind: str = "") -> list[Hit]:
        """Sheets with all of these words, of one ``kind`` or of all."""
        return self._shelf.search(words, count, kind)

    def near(self, words: str, kind: str, count: int) -> list[Row]:
        """Sheets of a kind with some of these words, the nearest first."""
        return self._shelf.near(words, kind, count)

    def named(self, name: str, count: int = 20) -> list[NameHit]:
        """Sources with a name like ``name``, or part of it, in any script; each once, likeliest first."""
        from firsthand.names.index import keys  # with numpy: a second on a busy machine

        wanted = keys(name)
        maybe = self._shelf.spelled(wanted, COMPARED) if wanted else []
        judged = [NameHit(row, spelling, *_likeness(name, spelling)) for row, spelling in maybe]
        likely = sorted(
            (hit for hit in judged if hit.score >= LIKELY), key=lambda hit: (-hit.score, hit.spelling)
        )
        return list({hit.row.anchor: hit for hit in reversed(likely)}.values())[::-1][:count]


def _likeness(name: str, spelling: str) -> tuple[float, str, tuple[str, ...]]:
    """How alike a name and a spelling are, or as many words of it as the name has."""
    from firsthand.names.comparing import compare

    parts, size = spelling.split(), len(name.split())
    windows = (
        [" ".join(parts[n : n + size]) for n in range(len(parts) - size + 1)] if size < len(parts) else []
    )
    found = max((compare(name, each) for each in (spelling, *windows[:WINDOWS])), key=lambda each: each.score)
    return found.score, found.route, found.reasons


def _read(row: Row, value: str) -> Any:
    return from_json(KINDS[row.kind], value, row.anchor)
