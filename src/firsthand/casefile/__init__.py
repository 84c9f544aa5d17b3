"""The case on disk: what was received, what was read in it, and the log of who did what.

takes: bytes, records, attributions, traces.
gives: the same values back, on any machine, years later.
promise: what was received is never lost or altered; every write leaves an entry in the custody log.

The only place that speaks SQL. The names below are imported when first used, so that a program
that opens no case never pays for the database library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.casefile.custody import check, plain
    from firsthand.casefile.database import now
    from firsthand.casefile.folder import CaseFile
    from firsthand.casefile.placing import place, place_folder
    from firsthand.casefile.rows import Arrival, Receipt, from_json, to_json
    from firsthand.casefile.shelf import SHELF, TABLES, Hit, Laid, Row, Shelf, lay

__all__ = [
    "SHELF",
    "TABLES",
    "Arrival",
    "CaseFile",
    "Hit",
    "Laid",
    "Receipt",
    "Row",
    "Shelf",
    "check",
    "from_json",
    "lay",
    "now",
    "place",
    "place_folder",
    "plain",
    "to_json",
]

_HOME = {
    "CaseFile": "folder",
    "Receipt": "rows",
    "Arrival": "rows",
    "check": "custody",
    "now": "database",
    "place": "placing",
    "place_folder": "placing",
    "plain": "custody",
    "from_json": "rows",
    "to_json": "rows",
    **dict.fromkeys(("SHELF", "TABLES", "Hit", "Laid", "Row", "Shelf", "lay"), "shelf"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'firsthand.casefile' has no attribute {name!r}")
    return getattr(import_module(f"firsthand.casefile.{_HOME[name]}"), name)
