"""What a dossier holds, as frozen values: everything that the page shows and the JSON carries.

Anchors are short and stable, so that a footnote can name them: ``S3`` is a statement, ``R2-a5`` the fifth
attribution of report ``R2``, ``L7`` a line of the record, ``P1`` a source, ``X1`` a disagreement,
``W1`` a question who somebody is, ``J1`` a ruling, ``I1`` an identity paper, ``F1`` a fact about papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.dossier.drawn import Picture
from firsthand.dossier.identities import IdentitySheet
from firsthand.dossier.keeping import Custody, Unread
from firsthand.dossier.pieces import Crop, Doubt, PageImage, Passage, Piece, Ruled, Sentence, Shape
from firsthand.dossier.rulings import RulingNote
from firsthand.dossier.tagged import Check, Segment, Tag
from firsthand.text import GAP

FORMAT = 1  # counts up when a key changes its meaning; added keys do not count


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know before printing: one sentence, and where the evidence is."""

    kind: str
    shape: Shape
    word: str
    sentence: Sentence
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one kind, the gravest first; ``rest`` are those that the page folds away."""

    kind: str
    shape: Shape
    word: str
    shown: tuple[Finding, ...]
    rest: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """One line of a record in a translation, with its translator, a person or a ``machine``."""

    words: Passage
    by: str
    record: str
    machine: bool = False
    beside: str = ""  # "lines 2 and 3 together", or that it may belong beside another line


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line of the record: its own words first, translations after, statements that rest on it."""

    anchor: str
    number: int
    words: Passage
    page: str = ""
    renderings: tuple[Rendering, ...] = ()
    statements: tuple[str, ...] = ()
    crop: Crop | None = None
    leaf: str = ""  # which page that is: "page 2"
    doubts: tuple[Doubt, ...] = ()
    doubtful: tuple[Sentence, ...] = ()  # the same in words, and a low confidence
    confidence: float | None = None
    rulings: tuple[Ruled, ...] = ()  # on where it stands on its page


@dataclass(frozen=True, slots=True)
class Step:
    """A hand in a chain: who, and where to look; a gap is a hand that the text does not name."""

    name: str
    role: str = ""
    gap: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class DriftNote:
    """What a step did to the wording: a word for it and a sentence."""

    kind: str
    word: str
    shape: Shape
    note: str


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One report's reading of a statement, with the step's work marked."""

    anchor: str  # of the passage in the report
    report: str
    outlet: str
    date: str
    language: str
    direction: str
    words: tuple[Piece, ...]
    kind: str
    source: str
    inferred: bool
    unstated: bool
    stance: str
    hedges: tuple[str, ...]
    check: Check | None
    bearing: Check | None  # of the record, as it is proposed; None where the case has none
    step: str  # what the step did, in words
    upstream: str  # anchor of what it was taken from
    drifts: tuple[DriftNote, ...]
    hands: tuple[Step, ...]
    rulings: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingFamily:
    """Readings that go back to one common text."""

    name: str
    rows: tuple[ReadingRow, ...]


@dataclass(frozen=True, slots=True)
class OriginNote:
    """A place where a statement enters the case from outside."""

    name: str
    kind: str
    to: str
    readings: int


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """A statement: what is said, the record beside it, its readings, its hands, its verdict."""

    anchor: str
    id: str
    says: Passage
    said_at: str  # anchor of the passage that the wording is from
    outlet: str
    reports: int
    in_record: bool
    compact: bool
    lines: tuple[RecordLine, ...]
    crops: tuple[Crop, ...]  # their pixels; neighbouring lines in one
    families: tuple[ReadingFamily, ...]
    chain: tuple[Step, ...]
    state: str
    shape: Shape
    origins: tuple[OriginNote, ...]
    reasons: tuple[str, ...]
    best_credibility: int  # on the Admiralty scale, 1 to 6: the best grade that the verdict leaves open
    rulings: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about a report: what, and how it is known."""

    name: str
    value: str
    how: str = ""
    url: str = ""  # http or https only


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A report: what is known about it and its whole text, marked."""

    anchor: str
    id: str
    sha256: str
    outlet: str
    title: str
    date: str
    published: str
    language: str
    direction: str
    facts: tuple[Fact, ...]
    links: tuple[Fact, ...]
    from_whom: tuple[Sentence, ...]
    text: str
    paragraphs: tuple[tuple[Segment, ...], ...]
    tags: tuple[Tag, ...]
    notes: tuple[str, ...]
    rulings: tuple[Ruled, ...] = ()  # on the report, or on its outlet

    def words(self, places: Iterable[tuple[int, int]]) -> str:
        """The words that stand there; between two places a gap."""
        return GAP.join(self.text[start:end] for start, end in places)

    def parts(self, words: str) -> tuple[str, ...]:
        """Such words taken apart again; a gap that stands in the text parts nothing."""
        found = (words,) if words in self.text else words.split(GAP)
        return tuple(filter(None, map(str.strip, found)))


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A person, body or document that speaks: every spelling, and where."""

    anchor: str
    name: str
    being: str
    spellings: tuple[str, ...]
    where: tuple[str, ...]
    in_case: bool
    reasons: tuple[str, ...]
    id: str = ""
    facts: tuple[Fact, ...] = ()  # what reports say of a person, and which
    record: str = ""  # of a document or outlet of the case
    rulings: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one record says about a disputed fact."""

    record: str
    to: str
    value: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A fact on which records differ, with what each of them says."""

    anchor: str
    subject: str
    field: str
    values: tuple[Claimed, ...]
    note: str


@dataclass(frozen=True, slots=True)
class TranslationNote:
    """A translation of a record, by whom and when."""

    anchor: str
    language: str
    by: str
    date: str
    name: str
    sha256: str
    machine: bool = False
    beside: str = ""  # how its lines came to stand beside those of the original


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A field of an identity paper: what it is, what it says, the label beside it, and its line."""

    name: str
    value: str
    label: str = ""
    to: str = ""
    zone: bool = False  # in the machine readable zone


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A fact about one paper or several, where it can be seen, and the pixels of that."""

    anchor: str
    kind: str
    note: str
    to: tuple[str, ...] = ()  # lines, and papers where it is told in no line of theirs
    crops: tuple[Crop, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """What stands on an identity paper, and facts about it; ``photographs`` say where those are."""

    rows: tuple[PaperRow, ...] = ()
    facts: tuple[PaperFact, ...] = ()
    age_at_issue: str = ""
    photographs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """A primary record, an identity paper, a translation or a reading by machine, line by line."""

    anchor: str
    id: str
    kind: str
    name: str
    title: str
    language: str
    direction: str
    facts: tuple[Fact, ...]
    translations: tuple[TranslationNote, ...]
    pages: tuple[str, ...]  # anchors of its page images
    lines: tuple[RecordLine, ...]
    text: str = ""  # where it has no numbered lines
    notes: tuple[str, ...] = ()
    withheld: bool = False  # of a public edition: altogether
    paper: PaperSheet | None = None  # of an identity paper


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of the answer."""

    reports: int
    languages: int
    records: int
    translations: int
    statements: int
    in_record: int
    shared: int  # statements that two or more reports make
    origins: int
    one_origin: int  # this and the next two: of the shared ones
    independent: int
    not_established: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a public edition leaves out: the sentences at its head, the same as numbers by what it is; and by
    anchor, of reports whose own title prints a withheld name, the title as it is cited elsewhere."""

    sentences: tuple[str, ...]
    counts: tuple[tuple[str, int], ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case laid out for a reader."""

    format: int
    title: str
    made_at: str
    made: str  # the same as people write it
    version: str
    counts: Counts
    answer: tuple[Sentence, ...]
    findings: tuple[FindingGroup, ...]
    picture: Picture
    statements: tuple[StatementSheet, ...]
    reports: tuple[ReportSheet, ...]
    sources: tuple[SourceSheet, ...]
    disputes: tuple[Dispute, ...]
    records: tuple[RecordSheet, ...]
    papers: tuple[RecordSheet, ...]
    images: tuple[PageImage, ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...]
    custody: Custody
    noted: tuple[Unread, ...] = ()  # what is only told of files that were read
    aids: tuple[RecordSheet, ...] = ()  # pages as a machine reads them: nothing rests on these
    withheld: Withheld | None = None  # of a public edition
    identities: tuple[IdentitySheet, ...] = ()
    rulings: tuple[RulingNote, ...] = ()
    contradictions: tuple[str, ...] = ()  # rulings that cannot all hold
