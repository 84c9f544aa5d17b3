"""What each page shows, as values: a template makes HTML of it, and it is the page's JSON as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from firsthand.dossier.drawn import Picture, Telling
from firsthand.dossier.identities import IdentitySheet
from firsthand.dossier.keeping import Unread
from firsthand.dossier.pieces import PageImage, Passage
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.sheets import (
    Dispute,
    Finding,
    ReadingRow,
    RecordLine,
    RecordSheet,
    Rendering,
    ReportSheet,
    SourceSheet,
    StatementSheet,
)
from firsthand.dossier.tagged import Tag
from firsthand.shelving import Changed, Front, Hit, NameHit, Row
from firsthand.workbench.editions import EditionMade
from firsthand.workbench.later import Recent
from firsthand.workbench.working import State

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """The case as a whole: the answer first."""

    front: Front


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to see fewer rows: what can be chosen with how many rows each, and what was."""

    name: str
    label: str
    choices: tuple[tuple[str, int], ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of a list of sheets: ``start`` counts from 0, ``total`` is how many there are in all."""

    kind: str
    rows: tuple[Row, ...]
    start: int
    total: int
    filters: tuple[Filter, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)
    count: int = 50  # rows that one part has at most


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a sheet stands among those of its kind, the page images that it shows parts of, and what was
    ruled on it since it was laid ready."""

    row: Row
    before: str
    after: str
    pages: Mapping[str, PageImage]
    recent: tuple[Recent, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its readings, hands and verdict."""

    place: Sheet
    statement: StatementSheet


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report: its text with the attributions marked, the statements that they are readings of, what was
    ruled on each since (by anchor), and whose names may be meant where one was missed."""

    place: Sheet
    report: ReportSheet
    statements: tuple[Row, ...]
    waiting: Mapping[str, tuple[Recent, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """One text of a record that can be shown beside others: as it stands there, or a translation, by whom and
    of which file."""

    name: str
    language: str = ""
    by: str = ""
    record: str = ""

    def holds(self, found: Rendering) -> bool:
        """Whether a line of a translation is of this one."""
        return (found.words.language, found.by, found.record) == (self.language, self.by, self.record)


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record, page by page and line by line, with transcription and translations."""

    place: Sheet
    record: RecordSheet
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class RegionView:
    """A line of the record and the place on a page that is drawn for it: ``box`` is x, y, width and height, 0
    where there is none; ``others`` are those of the other lines there. ``on`` names the page for a ruling."""

    anchor: str
    number: int
    words: Passage
    pages: tuple[PageImage, ...]
    page: PageImage
    nth: int  # which of the pages that is, from 1
    on: str
    box: Box
    others: tuple[Box, ...]
    after: str  # the anchor of the next line
    recent: tuple[Recent, ...]
    made: int  # entries of the log, when what is shown was laid ready


@dataclass(frozen=True, slots=True)
class SourceView:
    """Somebody or something that speaks, where, and who else it may be."""

    place: Sheet
    source: SourceSheet
    where: tuple[Row, ...]
    identities: tuple[IdentitySheet, ...]


@dataclass(frozen=True, slots=True)
class IdentityView:
    """A question who somebody is, the candidates side by side."""

    place: Sheet
    identity: IdentitySheet


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A fact on which records differ."""

    place: Sheet
    dispute: Dispute


@dataclass(frozen=True, slots=True)
class DescentView:
    """A line of descent with its evidence."""

    place: Sheet
    descent: Telling


@dataclass(frozen=True, slots=True)
class RulingView:
    """What a person decided."""

    place: Sheet
    ruling: RulingNote


@dataclass(frozen=True, slots=True)
class Side:
    """What one of those decided who differ, and what holds if it is settled so (``effect``); ``alike`` is
    the first of their rulings that decides the same."""

    number: int
    by: str
    at: str
    judgement: str
    what: str
    because: str
    effect: str
    alike: int


@dataclass(frozen=True, slots=True)
class Differing:
    """Rulings of people who differ on the same, side by side; ``number`` is the first of them, ``touches``
    are the sheets on which it stands, ``otherwise`` what may be ruled that nobody did."""

    number: int
    matter: str
    sides: tuple[Side, ...]
    touches: tuple[Row, ...]
    otherwise: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A ruling that has no place any more; the anchors ``at`` which it may be meant, and which of these are
    to be ruled on ``anew``."""

    ruling: RulingNote
    at: tuple[str, ...]
    anew: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A part of what was ruled: first what takes effect with the next trace, the latest before all others,
    then what is in the pages already. ``start`` counts from 0, ``total`` is how many there are in all. On
    what people differ, what has lost its place, and the numbers of what was undone are told whole."""

    rulings: tuple[RulingNote, ...]
    recent: tuple[Recent, ...]
    start: int
    total: int
    differing: tuple[Differing, ...] = ()
    lost: tuple[Lost, ...] = ()
    undone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a report, with the words at its places, its row in its statement and the lines of the
    record that this rests on; ``beside`` are passages near it, each with its first words, ``names`` those who
    may have said it."""

    anchor: str
    report: str  # anchor
    outlet: str
    language: str
    direction: str
    tag: Tag
    words: str
    source: str
    cue: str
    hands: tuple[str, ...]  # what each is called; "" where the text does not say
    reading: ReadingRow | None
    reports: int  # that make its statement
    lines: tuple[RecordLine, ...]
    beside: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    recent: tuple[Recent, ...]
    made: int  # entries of the log, when what is shown was laid ready


@dataclass(frozen=True, slots=True)
class RuleView:
    """Something to be ruled on: what kind of thing it is, its anchor and words, the judgements that are open,
    what it may be ruled beside, and what was ruled on it. ``others`` are the statements or reports that are
    nearest to it, or in which the words stand that were looked for (``like``)."""

    kind: str  # statement, report, descent, source
    anchor: str
    words: str
    language: str
    told: str  # how it was read or found, in a sentence
    judgements: tuple[tuple[str, str], ...]  # each with what it says
    beside: tuple[tuple[str, str], ...]  # labels or names, each with what it is called
    recent: tuple[Recent, ...]
    made: int  # entries of the log, when what is shown was laid ready
    like: str = ""
    others: tuple[Row, ...] = ()


AnySheet = (
    StatementView
    | ReportView
    | RecordView
    | SourceView
    | IdentityView
    | DisputeView
    | DescentView
    | RulingView
)
SHEETS: tuple[type[Any], ...] = get_args(AnySheet)


@dataclass(frozen=True, slots=True)
class People:
    """Open questions who somebody is, what records disagree about, and a part of all sources; of the first
    two the beginning, with how many there are, or a part of all of one (``part``: "identity", "dispute")."""

    part: str
    identities: tuple[IdentitySheet, ...]
    disputes: tuple[Dispute, ...]
    counts: Mapping[str, int]
    list: Rows


@dataclass(frozen=True, slots=True)
class Findings:
    """What to know before printing, a part of it."""

    list: Rows
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Descents:
    """Who had it from whom: the drawing where it is small enough, and a part of the lines in words."""

    picture: Picture | None
    list: Rows
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for some words: names like them, unless they are wanted ``exact``, and the words
    themselves."""

    words: str
    exact: bool
    names: tuple[NameHit, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the trace before, a part of it; and what was ruled since the last one."""

    list: Rows
    changes: tuple[Changed, ...]
    recent: tuple[Recent, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """An entry of the log, and the anchor of what it is about; "" where that has no place."""

    number: int
    at: str
    actor: str
    action: str
    subject: str
    detail: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Log:
    """A part of the log, the newest first; ``start`` counts from 0, ``total`` is how many there are."""

    rows: tuple[Done, ...]
    start: int
    total: int
    filters: tuple[Filter, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)
    count: int = 50


@dataclass(frozen=True, slots=True)
class Publish:
    """What can be given out: what a public edition leaves out, in sentences, before it is made; the editions
    that were made since the server was started; and what was ruled since the case was traced."""

    withheld: tuple[str, ...]
    made: tuple[EditionMade, ...]
    entries: int  # of the log, when the case was laid ready
    recent: tuple[Recent, ...]
    work: State = field(default_factory=State)


@dataclass(frozen=True, slots=True)
class Method:
    """How the case was made, what could not be read, and its log."""

    front: Front
    unread: tuple[Unread, ...]
    noted: tuple[Unread, ...]
