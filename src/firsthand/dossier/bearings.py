"""What the record says to a reading, as the dossier shows it."""

from __future__ import annotations

from firsthand.dossier.index import Index
from firsthand.dossier.pieces import Shape
from firsthand.dossier.quotes import place_name
from firsthand.dossier.tagged import Check
from firsthand.model import Bearing, Matter

WORDS: dict[Bearing, tuple[Shape, str]] = {
    Bearing.STATES: (Shape.PLAIN, "the record states it"),
    Bearing.IMPLIES: (Shape.PLAIN, "the record implies it"),
    Bearing.SILENT: (Shape.PLAIN, "the record is silent"),
    Bearing.CONTRADICTS: (Shape.BAD, "the record contradicts it"),
}


def bearing(index: Index, attribution: str) -> Check | None:
    """How the record bears on an attribution, as proposed or ruled; None where the case has no record."""
    found = index.supports.get(attribution)
    if found is None:
        return None
    shape, word = WORDS[found.bearing]
    ruled = _ruled(index, attribution)
    if found.place is None:
        return Check(shape, word, ruled=ruled)
    told = [place_name(index, found.place), found.against.rstrip(".")]
    return Check(shape, word, ": ".join(filter(None, told)), index.place_anchor(found.place), ruled)


def _ruled(index: Index, attribution: str) -> bool:
    """Whether a person said so, of the attribution or of its statement."""
    ids = (attribution, *index.statements_of.get(attribution, ()))
    return any(each.matter == Matter.SUPPORT for id in ids for each in index.ruled.get(id, ()))
