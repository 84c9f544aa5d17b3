"""Who speaks, under which spellings; how alike two names are; and facts on which records differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.identities import Particular
from firsthand.model.reading import Being


@dataclass(frozen=True, slots=True)
class Source:
    """A person, body, outlet or document that speaks: all its spellings, as suggested.

    ``attributions`` are those in whose hands it appears. ``record`` is set when the source is an
    outlet or document that is itself in the case. ``reasons`` say why the spellings were put
    together. A suggestion, but for what ``rulings`` (their numbers) decided.
    ``particulars`` are what reports say of a person.
    """

    id: str
    name: str
    being: Being
    spellings: tuple[str, ...]
    attributions: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    rulings: tuple[int, ...] = ()
    particulars: tuple[Particular, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publication as it is known: its ``names`` in several languages, the first of which stands for all,
    ``short`` names, and the hosts of its addresses (``domains``)."""

    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact about one matter on which two records differ ("born": 1997 here, 2001 there)."""

    subject: str
    field: str
    values: tuple[tuple[str, str], ...]  # (record id, value as it stands there)
    note: str


class Sameness(StrEnum):
    """Whether two names are spellings of one, as far as names can tell."""

    SAME = "same"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: a suggestion with its reasons, never a ruling on who bears them.

    ``score`` is how likely it is, 0 to 1, that one is a spelling of the other. ``agree`` and ``differ``
    are the parts that were held against each other, each as it is written in the one and in the other
    name; ``route`` says by which ways those that agree do.
    """

    score: float
    verdict: Sameness
    reasons: tuple[str, ...] = ()
    agree: tuple[tuple[str, str], ...] = ()
    differ: tuple[tuple[str, str], ...] = ()
    route: str = ""
