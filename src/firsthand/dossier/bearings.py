"""What the record says to a reading, as the dossier shows it."""

from __future__ import annotations

from firsthand.dossier.index import Index
from firsthand.dossier.pieces import Shape
from firsthand.dossier.quotes import place_name
from firsthand.dossier.sheets import Check
from firsthand.model import Bearing

WORDS: dict[Bearing, tuple[Shape, str]] = {
    Bearing.STATES: (Shape.PLAIN, "the record states it"),
    Bearing.IMPLIES: (Shape.PLAIN, "the record implies it"),
    Bearing.SILENT: (Shape.PLAIN, "the record is silent"),
    Bearing.CONTRADICTS: (Shape.BAD, "the record contradicts it"),
}


def bearing(index: Index, attribution: str) -> Check | None:
    """How the record bears on an attribution, always a proposal; None where the case has no record."""
    found = index.supports.get(attribution)
    if found is None:
        return None
    shape, word = WORDS[found.bearing]
    if found.place is None:
        return Check(shape, word)
    told = [place_name(index, found.place), found.against.rstrip(".")]
    return Check(shape, word, ": ".join(filter(None, told)), index.place_anchor(found.place))
