"""What says the same: alignments, matches, statements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from firsthand.model.places import Place, Span


class MatchKind(StrEnum):
    """How two wordings say the same."""

    VERBATIM = "verbatim"  # the same words; case, quotation marks and spacing may differ
    PARTIAL = "partial"  # one is a verbatim part of the other
    ALTERED = "altered"  # most words agree in order; some were added, dropped or changed
    FUSED = "fused"  # one quotation made of two separate places of the other
    PARAPHRASE = "paraphrase"  # other words, shared particulars
    TRANSLATION = "translation"  # in another language; proposed by meaning, or by lines of one number

    @property
    def in_other_words(self) -> bool:
        """Whether no words agree in order: what is left to go by is the meaning."""
        return self in (MatchKind.PARAPHRASE, MatchKind.TRANSLATION)


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


SURELY = 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """Two attributions, or an attribution and lines of the record, that say the same.

    ``a`` is the attribution's place; ``b`` that of the other side. ``b_attribution`` is empty
    when b is a place in a record. Edits are offsets in the two texts. ``likelihood`` is how likely it
    is that the two say the same, 0 to 1.
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
    likelihood: float = 1.0

    @property
    def surely(self) -> bool:
        """Whether it is so likely that it shows something even where the words are others.

        Of 36 verdicts on several reports 33 were right with all matches in other words, 35 with these alone
        (true statements given).
        """
        return self.likelihood >= SURELY


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
