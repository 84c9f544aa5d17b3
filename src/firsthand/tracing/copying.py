"""How much two reports share, and whether one common source would explain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.tracing.ground import Ground, Voice
from firsthand.tracing.wording import Echo

# A quotation may have been heard twice; the words around it are written once.
QUOTED = 0.5
OVERHEARD = 6  # words on end


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
            not named and each.run >= OVERHEARD and any(v.anybody for v in ground.voices(each.other))
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
    return ground.speaking(echo.other) or ground.speaking(echo.unit)
