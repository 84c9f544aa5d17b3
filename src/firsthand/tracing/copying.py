"""How much two reports share, and whether one common source would explain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Record
from firsthand.text import fold_word
from firsthand.tracing.ground import Ground, Voice
from firsthand.tracing.wording import Echo

# A quotation may have been heard twice; the words around it are written once.
QUOTED = 0.5
# A sentence is explained by a parent that holds so much of what another holds of it.
TAKEN = 0.75
# So many words on end, not a quotation by both, are never written twice by chance.
RUN = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a report shares with another.

    ``mass`` counts rare words (each at most 1), quotations half. ``voices`` are the named sources
    behind the shared sentences, ``unvoiced`` the share of the mass that the reports tell in their
    own voice.
    """

    units: int
    mass: float
    run: int
    loose: int
    voices: frozenset[str]
    voice_names: frozenset[str]
    unvoiced: float
    told_there: bool
    overheard: bool
    """Whether a run of words by somebody without a name is shared: nobody hears those twice."""

    @property
    def beyond_source(self) -> bool:
        """Whether more is shared than one named source, heard by both, would explain."""
        return (
            len(self.voices) > 1
            or self.unvoiced >= 0.5
            or bool(self.told_there and self.voices)
            or self.overheard
        )


def likeness(ground: Ground, echoes: Sequence[Echo]) -> Likeness:
    """The sum of what ``echoes`` (of one pair of reports) share."""
    mass = unvoiced = 0.0
    voices: set[str] = set()
    names: set[str] = set()
    told = overheard = False
    for each in echoes:
        weight = each.share * each.weight * (QUOTED if each.unit.quoted and each.other.quoted else 1.0)
        mass += weight
        named = _named(ground, each)
        voices |= {v.who for v in named}
        names |= {v.name for v in named}
        told = told or any(v.told_to_us for v in ground.voices(each.other) if v.who)
        overheard = overheard or (
            not named and each.run >= RUN and any(v.anybody for v in ground.voices(each.other))
        )
        if not named and not ground.voices(each.other) and not ground.voices(each.unit):
            unvoiced += weight
    return Likeness(
        len(echoes),
        mass,
        max((e.run for e in echoes), default=0),
        max((e.loose for e in echoes), default=0),
        frozenset(voices),
        frozenset(names),
        unvoiced / mass if mass else 0.0,
        told,
        overheard,
    )


def _named(ground: Ground, echo: Echo) -> list[Voice]:
    return ground.speaking(echo.other) or [v for v in ground.voices(echo.unit) if v.who]


def copied(ground: Ground, record: Record, other: str, left: Likeness) -> bool:
    """Whether what two reports share is more than one source that both name would explain.

    It is if the shared sentences have several sources or none, if the source spoke to the other
    outlet, if the child leaves the source unnamed, or if both have a wording of their own where the
    other reports agree among themselves.
    """
    if left.beyond_source or (left.voices and left.run >= 5 and not _names_any(ground, record, left)):
        return True
    return _own_variant(ground, record, other)


def _names_any(ground: Ground, record: Record, left: Likeness) -> bool:
    said = {fold_word(w) for w in f"{record.title} {record.text}".split()}
    return any(
        fold_word(w).strip(".,") in said for name in left.voice_names for w in name.split() if len(w) > 3
    )


def _own_variant(ground: Ground, record: Record, other: str) -> bool:
    """Whether the two agree in a wording against two others, which agree in theirs."""
    echoes = ground.echoes(record.id)
    best = max(echoes.get(other, ()), key=lambda e: e.run, default=None)
    if best is None or best.run < RUN:
        return False
    thirds = {i: e for i, found in echoes.items() if i != other for e in found if e.unit == best.unit}
    for third, ours in thirds.items():
        for fourth in thirds:
            theirs = [e.run for e in ground.echoes(third).get(fourth, ()) if e.unit == ours.other]
            if max(theirs, default=0) >= max(ours.run, thirds[fourth].run) + 4:
                return True
    return False
