"""A stemma for a reader or a program: one file a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from firsthand.dossier.stemmas import dot, graphml, json, svg, words
from firsthand.model import Stemma

__all__ = ["STEMMA_FORMS"]

STEMMA_FORMS: Mapping[str, Callable[[Stemma], str]] = {
    "text": words.write,
    "svg": svg.write,
    "graphml": graphml.write,
    "dot": dot.write,
    "json": json.write,
}
