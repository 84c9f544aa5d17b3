"""Cases for the workbench."""

from __future__ import annotations

from pathlib import Path

from firsthand.case import Case
from firsthand.dossier import Dossier
from firsthand.shelving import shelve


def laid_ready(folder: Path, made: Dossier) -> Path:
    """An empty case in ``folder`` that shows a dossier made by hand."""
    Case.create(folder, made.title).close()
    shelve(folder, made)
    return folder
