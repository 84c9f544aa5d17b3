"""The nouns of Firsthand, as frozen values.

One noun, one meaning: the same word names a class here, a table in the case file, a key in the
JSON and a term in ``docs/glossary.md``. Values hold no behaviour beyond what follows from their
own fields.

Offsets are Unicode code points of ``Record.text``, half open, as Python slices count them
(W3C Web Annotation Data Model, TextPositionSelector).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple


def identity(*fields: str | int) -> str:
    """SHA-256 over length-prefixed fields, as 64 hex digits.

    The same content has the same id on any machine and under any release. Fields are free text,
    so each is preceded by its length in bytes: no two lists of fields share an id by accident.
    """
    digest = sha256()
    for each in fields:
        data = str(each).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


# ---------------------------------------------------------------- places


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of one text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the stored original image ``page`` (a record id), in its own pixels."""

    page: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of a record: where it stands in the text and, if known, on the page."""

    number: int
    span: Span
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a record, characters of its text, and the lines these lie in."""

    record: str
    spans: tuple[Span, ...]
    lines: tuple[int, ...] = ()


# ---------------------------------------------------------------- records


class RecordKind(StrEnum):
    """What a record is to the case."""

    REPORT = "report"
    PRIMARY = "primary"  # the text of the record that the matter is about
    TRANSLATION = "translation"  # of a primary record
    PAGE = "page"  # an image of a page of a primary record
    PAPER = "paper"  # an identity paper


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the characters that carry it and the address they lead to."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Record:
    """An item received, named by its content.

    ``object`` is the SHA-256 of the bytes received; ``part`` says which part of them this record
    is ("" for the whole file, "row 7" for one article of a table). ``id`` is ``object`` for a
    whole file, else ``identity("record", object, part)``. ``text`` is what was read, unchanged
    ever after. ``published`` is ISO 8601 as far as it is known ("2024", "2024-11-19",
    "2024-11-19T12:00:00+02:00"), with ``dated_by`` saying where the date was found.
    ``of`` is the record that a translation or page belongs to; ``by`` who translated or
    transcribed. ``extra`` keeps every header or column that has no place of its own.
    """

    id: str
    object: str
    name: str
    part: str = ""
    kind: RecordKind = RecordKind.REPORT
    format: str = ""
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    dated_by: str = ""
    language: str = ""
    language_by: str = ""
    url: str = ""
    of: str = ""
    by: str = ""
    text: str = ""
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record, or a part of one, that was received and kept but could not be read."""

    name: str
    object: str
    part: str
    what: str
    do: str = ""


# ---------------------------------------------------------------- reading


class Kind(StrEnum):
    """How an attribution gives the words."""

    DIRECT = "direct"  # all of the content stands in quotation marks
    INDIRECT = "indirect"  # none of it does
    MIXED = "mixed"  # some words of it do
    OWN = "own"  # told in the report's own voice; nobody is named


class Stance(StrEnum):
    """The attitude taken to the content in the step nearest to its origin."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"
    CONFIRMS = "confirms"
    SPECULATES = "speculates"
    PROMISES = "promises"
    QUESTIONS = "questions"
    UNVERIFIED = "unverified-note"


class Speech(StrEnum):
    """Whether the speech act took place."""

    ACTUAL = "actual"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    FUTURE = "future"


class Role(StrEnum):
    """What a hand did with the statement."""

    SPEAKER = "speaker"
    AUTHOR = "author"
    RELAY = "relay"
    CHANNEL = "channel"
    ADDRESSEE = "addressee"


class Being(StrEnum):
    """What kind of source or hand it is."""

    PERSON = "person"
    BODY = "body"  # an institution, office or company
    OUTLET = "outlet"  # one that publishes
    DOCUMENT = "document"
    MEDIUM = "medium"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Hop:
    """One hand in the chain. ``who`` None is a gap: the text leaves this hand unnamed.

    ``name`` is the fullest name that the same text gives to ``who`` ("he" → "Ann Lee").
    """

    role: Role
    who: Span | None
    name: str = ""
    being: Being = Being.UNKNOWN
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """In one text: what is said, who is said to say it, by which word, through whose hands.

    ``content`` may be discontinuous and is in text order. ``quotes`` are the parts of the content
    that stand in quotation marks, marks excluded. ``hands`` run from the origin towards this
    report. ``source`` is the mention of the nearest-to-origin hand, None where the text states
    none; then ``unstated`` is true if the text itself signals a source that it does not name
    ("reportedly"). ``inferred`` marks a source carried on from the running speaker rather than
    stated. ``parent`` is the id of the attribution this one is nested in. ``reader`` says which
    reader found it and is not part of the id.
    """

    id: str
    record: str
    kind: Kind
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    name: str = ""
    hands: tuple[Hop, ...] = ()
    quotes: tuple[Span, ...] = ()
    stance: Stance = Stance.ASSERTS
    speech: Speech = Speech.ACTUAL
    hedges: tuple[Span, ...] = ()
    inferred: bool = False
    unstated: bool = False
    parent: str = ""
    reader: str = ""

    @staticmethod
    def identify(record: str, kind: Kind, content: tuple[Span, ...], source: Span | None) -> str:
        """The id: the record, the spans and the kind; never the reader or its version."""
        spans = " ".join(f"{s.start}-{s.end}" for s in content)
        who = f"{source.start}-{source.end}" if source else ""
        return identity("attribution", record, kind, spans, who)


# ---------------------------------------------------------------- names


@dataclass(frozen=True, slots=True)
class Source:
    """A person, body, outlet or document that speaks: all its spellings, as suggested.

    ``attributions`` are those in whose hands it appears. ``record`` is set when the source is an
    outlet or document that is itself in the case. ``reasons`` say why the spellings were put
    together. A suggestion, never a ruling.
    """

    id: str
    name: str
    being: Being
    spellings: tuple[str, ...]
    attributions: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact about one matter on which two records differ ("born": 1997 here, 2001 there)."""

    subject: str
    field: str
    values: tuple[tuple[str, str], ...]  # (record id, value as it stands there)
    note: str


# ---------------------------------------------------------------- matching


class MatchKind(StrEnum):
    """How two wordings say the same."""

    VERBATIM = "verbatim"  # the same words; case, quotation marks and spacing may differ
    PARTIAL = "partial"  # one is a verbatim part of the other
    ALTERED = "altered"  # most words agree in order; some were added, dropped or changed
    FUSED = "fused"  # one quotation made of two separate places of the other
    PARAPHRASE = "paraphrase"  # other words, shared particulars
    TRANSLATION = "translation"  # lines aligned by the record's own translation


class Op(StrEnum):
    """What one step of an alignment does, read from a to b."""

    EQUAL = "equal"
    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"


class Edit(NamedTuple):
    """One step of an alignment: characters of a, characters of b (empty for added or dropped)."""

    op: Op
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two wordings laid side by side; ``likeness`` is the share of words that agree, 0 to 1."""

    kind: MatchKind
    edits: tuple[Edit, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two attributions, or an attribution and lines of the record, that say the same.

    ``a`` is the attribution's place; ``b`` that of the other side. ``b_attribution`` is empty
    when b is a place in a record. Edits are offsets in the two texts.
    """

    id: str
    a: Place
    b: Place
    a_attribution: str
    b_attribution: str
    kind: MatchKind
    edits: tuple[Edit, ...]
    likeness: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said, across texts: the attributions that say the same.

    ``label`` is short and stable within a case ("S3"). ``content`` is the fullest wording met,
    with the place it stands. ``places`` are the lines of the record and its translations that
    say it.
    """

    id: str
    label: str
    content: str
    at: Place
    attributions: tuple[str, ...]
    places: tuple[Place, ...] = ()


# ---------------------------------------------------------------- tracing


class NodeKind(StrEnum):
    """What stands at one end of a line of descent."""

    REPORT = "report"
    RECORD = "record"
    OUTLET = "outlet"
    BODY = "body"
    PERSON = "person"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Node:
    """A text, or a hand named as a source of texts. ``record`` is empty for a ghost: named, not here."""

    id: str
    name: str
    kind: NodeKind
    record: str = ""


class EvidenceKind(StrEnum):
    """What a line of descent rests on."""

    NAMED = "named source"
    LINK = "link"
    CREDIT = "credit line"
    WORDING = "shared wording"
    ERROR = "shared error"
    TIME = "time"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a line of descent, in a sentence, with the places it can be seen at."""

    kind: EvidenceKind
    note: str
    child: Place | None = None
    parent: Place | None = None


class Certainty(StrEnum):
    """How sure a line of descent is."""

    SHOWN = "shown"  # the child says so itself
    LIKELY = "likely"  # wording and time agree beyond chance
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Descent:
    """Which node was made from which."""

    child: str
    parent: str
    certainty: Certainty
    evidence: tuple[Evidence, ...]


class DriftKind(StrEnum):
    """What a step did to the wording."""

    ADDED = "added"
    DROPPED = "dropped"
    FUSED = "fused"
    SOFTENED = "softened"
    HARDENED = "hardened"
    NUMBER = "number-changed"
    NAME = "name-changed"
    HEDGE_LOST = "hedge-lost"
    REVERSED = "sense-reversed"
    SPEAKER = "speaker-changed"


@dataclass(frozen=True, slots=True)
class Drift:
    """What one step did to one statement: the kind, both places, and a sentence."""

    kind: DriftKind
    statement: str
    attribution: str
    upstream: Place | None
    here: Place | None
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution as a reading of its statement, laid beside the text it was taken from.

    ``upstream`` is the place its words come from (a line of the record, or the reading of the
    report it descends from); None where none is found: then ``kind`` is None and a quotation is
    *not found upstream*.
    """

    statement: str
    attribution: str
    upstream: Place | None = None
    upstream_attribution: str = ""
    kind: MatchKind | None = None
    edits: tuple[Edit, ...] = ()
    family: str = ""


class Independence(StrEnum):
    """The three states. The third never counts as the second."""

    SHARED = "one shared origin shown"
    INDEPENDENT = "independence shown"
    UNKNOWN = "not established"


@dataclass(frozen=True, slots=True)
class Origin:
    """A place where a statement enters the case from outside. ``readings`` are what rests on it."""

    node: str
    name: str
    kind: NodeKind
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Per statement: independence, the origins, and the reasons in sentences."""

    statement: str
    independence: Independence
    origins: tuple[Origin, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """Reports that cite one another in a circle, in the order of citing."""

    nodes: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that the stages after reading found about one case."""

    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    matches: tuple[Match, ...] = ()
    statements: tuple[Statement, ...] = ()
    nodes: tuple[Node, ...] = ()
    descents: tuple[Descent, ...] = ()
    readings: tuple[Reading, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    drifts: tuple[Drift, ...] = ()
    loops: tuple[Loop, ...] = ()
    notes: tuple[str, ...] = ()


# ---------------------------------------------------------------- custody


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the custody log. ``hash`` covers every field here and ``before``."""

    number: int
    at: str
    actor: str
    action: str
    subject: str
    detail: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that ``verify`` found to be not as it was written.

    ``harmless`` marks what an interrupted run leaves behind: nothing received was lost or altered.
    """

    where: str
    what: str
    do: str
    harmless: bool = False
