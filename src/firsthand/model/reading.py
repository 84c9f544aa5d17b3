"""What one text says of who said what: attributions and their hands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.places import Span, identity


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
