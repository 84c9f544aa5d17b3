"""Who had it from whom: nodes, descent, readings, verdicts, drift, loops."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.identities import Identity
from firsthand.model.matching import Edit, Match, MatchKind, Statement
from firsthand.model.names import Disagreement, Source
from firsthand.model.papers import Paper, PaperFinding
from firsthand.model.places import Place
from firsthand.model.records import Editions


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
    RULED = "ruling"


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
    """Which node was made from which.

    ``support``: of a hundred redraws of the sentences that both share, how many have this line; None
    where it hangs on no wording, because the child says so itself.
    """

    child: str
    parent: str
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    support: int | None = None


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


class Bearing(StrEnum):
    """What the record says to a reading; always a proposal."""

    STATES = "states"
    IMPLIES = "implies"
    SILENT = "silent"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Support:
    """How the record bears on one attribution.

    ``place`` are the lines that it rests on, None where the record is silent; ``against`` tells in a
    sentence what contradicts ("“3.4 m” becomes “four metres”.").
    """

    attribution: str
    bearing: Bearing
    place: Place | None = None
    against: str = ""


class Independence(StrEnum):
    """The three states. The third never counts as the second."""

    SHARED = "one shared origin shown"
    INDEPENDENT = "independence shown"
    UNKNOWN = "not established"

    @property
    def best_credibility(self) -> int:
        """The best grade of information on the Admiralty scale (NATO AJP-2.1) that this leaves open.

        Grade 1 is "confirmed by other independent sources"; 6 is the last. The grade itself is a person's.
        """
        return 1 if self is Independence.INDEPENDENT else 2


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


class RevisionKind(StrEnum):
    """What a later edition did to a sentence of the one before it."""

    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Revision:
    """A sentence that went, came or was changed between two editions (record ids) of one report.

    ``before`` is None for one that came, ``now`` for one that went; ``edits`` run from before to now.
    """

    kind: RevisionKind
    earlier: str
    later: str
    before: Place | None = None
    now: Place | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """Reports that cite one another in a circle, in the order of citing."""

    nodes: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Change:
    """``what`` is "new statement", "gone statement", "verdict", "new line", "gone line", "ruling" (it changes
    what was proposed) or "confirmed"; ``subject`` the statement, the child report, or the ruling ("J3")."""

    what: str
    subject: str
    note: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would become of a statement: its verdict and the number of its origins as they are, and those of
    each statement that it would be ``then``, the fullest first; none where nobody would make it any more."""

    statement: str
    independence: Independence
    origins: int
    then: tuple[tuple[Independence, int], ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What would become of statements if somebody ruled ``against`` what was found: an attribution (nobody
    says it), two (they do not say the same), or the ends of a line of descent, the child first.

    ``outcomes`` are those of statements that would have another verdict, or more or fewer origins, or be
    several; ``readings`` counts the attributions that would then have another verdict, or none.
    """

    against: tuple[str, ...]
    outcomes: tuple[Outcome, ...] = ()
    readings: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that the stages after reading found about one case.

    ``changes`` are those against the trace that stood before this one; ``rulings`` counts those that the case
    had when it was made.
    """

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
    supports: tuple[Support, ...] = ()
    changes: tuple[Change, ...] = ()
    editions: tuple[Editions, ...] = ()
    revisions: tuple[Revision, ...] = ()
    identities: tuple[Identity, ...] = ()
    papers: tuple[Paper, ...] = ()
    paper_findings: tuple[PaperFinding, ...] = ()
    rulings: int = 0
    effects: tuple[Effect, ...] = ()
