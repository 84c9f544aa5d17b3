"""A dossier laid ready sheet by sheet: what the workbench shows without holding a case in memory.

takes: a dossier.
gives: its sheets by anchor, in lists, and by their words.
promise: it says nothing that the dossier does not say, and can be made anew from the case at any time.

Sheets are those of ``firsthand.dossier``; where they are kept is ``casefile.shelf``. Who only reads them
imports nothing of what lays them down.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.casefile import Hit, Row, to_json
from firsthand.shelving.beside import beside
from firsthand.shelving.labels import Shelved
from firsthand.shelving.news import news
from firsthand.shelving.sheets import KINDS, Changed, Front, FrontGroup, NameHit, Sheets, place
from firsthand.text import around

if TYPE_CHECKING:
    from firsthand.dossier import Dossier
    from firsthand.model import Proposal

__all__ = [
    "KINDS",
    "Changed",
    "Front",
    "FrontGroup",
    "Hit",
    "NameHit",
    "Row",
    "Sheets",
    "Shelved",
    "around",
    "beside",
    "news",
    "place",
    "shelve",
    "to_json",
]


def shelve(
    folder: Path,
    made: Dossier,
    rulings: int = 0,
    queue: Sequence[Proposal] = (),
    news: Sequence[Changed] = (),
    withheld: Sequence[str] = (),
    incompatible: Sequence[str] = (),
) -> None:
    """Lays a dossier ready in the case folder, in place of the one before; ``rulings`` are in it, and what is
    in the ``queue`` is open; ``news`` are since the trace before, ``withheld`` is left out in public, and
    ``incompatible`` says which rulings cannot all hold."""
    from firsthand.shelving.putting import put

    put(folder, made, rulings, queue, news, withheld, incompatible)
