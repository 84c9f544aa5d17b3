"""A dossier laid ready sheet by sheet: what the workbench shows without holding a case in memory.

takes: a dossier.
gives: its sheets by anchor, in lists, and by their words.
promise: it says nothing that the dossier does not say, and can be made anew from the case at any time.

Sheets are those of ``firsthand.dossier``; where they are kept is ``casefile.shelf``.
"""

from firsthand.casefile import Hit, Row, to_json
from firsthand.shelving.putting import shelve
from firsthand.shelving.sheets import KINDS, Front, FrontGroup, NameHit, Sheets

__all__ = ["KINDS", "Front", "FrontGroup", "Hit", "NameHit", "Row", "Sheets", "shelve", "to_json"]
