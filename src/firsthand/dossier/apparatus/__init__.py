"""Texts side by side, written down: one file a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from firsthand.dossier.apparatus import json, listing, tsv
from firsthand.model import Collation

__all__ = ["APPARATUS_FORMS"]

APPARATUS_FORMS: Mapping[str, Callable[[Collation], str]] = {
    "text": listing.write,
    "tsv": tsv.write,
    "json": json.write,
}
