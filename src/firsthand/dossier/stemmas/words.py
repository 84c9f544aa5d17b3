"""A stemma as a listing for the terminal."""

from __future__ import annotations

from firsthand.dossier.stemmas.phrasing import sentences
from firsthand.model import Stemma


def write(stemma: Stemma) -> str:
    """One line of text for each line of the stemma, then the notes."""
    return "\n".join([*sentences(stemma), "", *stemma.notes]).strip() + "\n"
