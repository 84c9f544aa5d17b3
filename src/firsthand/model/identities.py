"""Who somebody is, as long as it is open: candidates side by side, with what speaks for and against each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.places import Place


@dataclass(frozen=True, slots=True)
class Particular:
    """Something that a record says of a person: the field ("born", "rank"), as it stands there, and where."""

    field: str
    value: str
    place: Place


class Way(StrEnum):
    """Which way an indication points. Only what cannot both hold is against."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


class Column(StrEnum):
    """What an indication is drawn from."""

    NAMES = "names"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Indication:
    """One thing that speaks for or against a candidate, in a sentence, with the places it was read at."""

    column: Column
    way: Way
    note: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that somebody may be; ``score`` is how likely its name is a spelling of the other, where two
    names are compared, and None where they are not."""

    source: str
    name: str
    indications: tuple[Indication, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """A question that is open until a person rules: who wrote a ``record``, or who a ``source`` is.

    ``whom`` says it in words ("the writer of the notebook", "Bo Ek"). Of the writer of a record the
    candidates are rivals; of a source they are other sources that may be the same.
    """

    id: str
    whom: str
    candidates: tuple[Candidate, ...]
    record: str = ""
    source: str = ""
