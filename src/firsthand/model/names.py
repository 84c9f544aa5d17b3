"""Who speaks, under which spellings; and facts on which records differ."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.reading import Being


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
