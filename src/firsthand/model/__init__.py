"""The nouns of Firsthand, as frozen values.

One noun, one meaning: the same word names a class here, a table in the case file, a key in the
JSON and a term in ``docs/glossary.md``. Values hold no behaviour beyond what follows from their
own fields.

Offsets are Unicode code points of ``Record.text``, half open, as Python slices count them
(W3C Web Annotation Data Model, TextPositionSelector).
"""

from __future__ import annotations

from firsthand.model.collation import Collation, Transposition, Variant, Variation, VariationKind
from firsthand.model.custody import Entry, Fault, Right, Signature
from firsthand.model.identities import Candidate, Column, Identity, Indication, Particular, Way
from firsthand.model.layers import LineAlignment, LinePair, aligned, answered, answers
from firsthand.model.matching import Alignment, Edit, Match, MatchKind, Op, Statement
from firsthand.model.names import Disagreement, Likeness, Outlet, Sameness, Source
from firsthand.model.papers import Paper, PaperField, PaperFinding, PaperFindingKind
from firsthand.model.places import Line, Mark, MarkKind, Place, Region, Span, digest, identity
from firsthand.model.reading import Attribution, Being, Hop, Kind, Role, Speech, Stance
from firsthand.model.records import (
    Derived,
    Edition,
    Editions,
    Handling,
    Joined,
    Link,
    Private,
    PrivateRegion,
    PrivateWords,
    Record,
    RecordKind,
    Refusal,
    evidence,
)
from firsthand.model.rulings import Anchor, Judgement, Matter, Ruling, standing
from firsthand.model.stemma import Copying, Stemma
from firsthand.model.tracing import (
    Bearing,
    Certainty,
    Change,
    Descent,
    Drift,
    DriftKind,
    Evidence,
    EvidenceKind,
    Independence,
    Loop,
    Node,
    NodeKind,
    Origin,
    Reading,
    Revision,
    RevisionKind,
    Support,
    Trace,
    Verdict,
)
from firsthand.model.wholes import joined, part_at, wholes

__all__ = [
    "Alignment",
    "Anchor",
    "Attribution",
    "Bearing",
    "Being",
    "Candidate",
    "Certainty",
    "Change",
    "Collation",
    "Column",
    "Copying",
    "Derived",
    "Descent",
    "Disagreement",
    "Drift",
    "DriftKind",
    "Edit",
    "Edition",
    "Editions",
    "Entry",
    "Evidence",
    "EvidenceKind",
    "Fault",
    "Handling",
    "Hop",
    "Identity",
    "Independence",
    "Indication",
    "Joined",
    "Judgement",
    "Kind",
    "Likeness",
    "Line",
    "LineAlignment",
    "LinePair",
    "Link",
    "Loop",
    "Mark",
    "MarkKind",
    "Match",
    "MatchKind",
    "Matter",
    "Node",
    "NodeKind",
    "Op",
    "Origin",
    "Outlet",
    "Paper",
    "PaperField",
    "PaperFinding",
    "PaperFindingKind",
    "Particular",
    "Place",
    "Private",
    "PrivateRegion",
    "PrivateWords",
    "Reading",
    "Record",
    "RecordKind",
    "Refusal",
    "Region",
    "Revision",
    "RevisionKind",
    "Right",
    "Role",
    "Ruling",
    "Sameness",
    "Signature",
    "Source",
    "Span",
    "Speech",
    "Stance",
    "Statement",
    "Stemma",
    "Support",
    "Trace",
    "Transposition",
    "Variant",
    "Variation",
    "VariationKind",
    "Verdict",
    "Way",
    "aligned",
    "answered",
    "answers",
    "digest",
    "evidence",
    "identity",
    "joined",
    "part_at",
    "standing",
    "wholes",
]
