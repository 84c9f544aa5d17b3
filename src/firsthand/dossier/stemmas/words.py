"""A stemma as a listing for the terminal."""

from __future__ import annotations

from firsthand.dossier.stemmas.phrasing import sentence
from firsthand.model import Stemma


def write(stemma: Stemma) -> str:
    """One line of text for each line of the stemma, then the notes."""
    name = {node.id: node.name for node in stemma.nodes}
    lines = [sentence(each, name[each.parent], name[each.child]) for each in stemma.lines]
    return "\n".join([*lines, "", *stemma.notes]).strip() + "\n"
