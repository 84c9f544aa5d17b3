"""The finding laid out for a reader.

Takes: records, attributions, a trace, refusals, the custody log and page images.
Gives: a ``Dossier``, and from it every file in ``EXPORTS``.
Promises: every sentence leads to its record, place and hash; nothing foreign runs or loads anything.

The names below are imported when first used: a server that shows sheets lays none out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.dossier.apparatus import APPARATUS_FORMS
    from firsthand.dossier.building import build, leaves_shown
    from firsthand.dossier.exports import EXPORTS, PRINTED, SHORTENED, lacking, pages, schema
    from firsthand.dossier.index import anchors, in_order, labels
    from firsthand.dossier.phrases import moment
    from firsthand.dossier.public import Public
    from firsthand.dossier.renderings import of_translations
    from firsthand.dossier.rulings import Decided
    from firsthand.dossier.sheets import Dossier, Withheld
    from firsthand.dossier.stemmas import STEMMA_FORMS
    from firsthand.dossier.terminal import by_anchor, overview, said, told_anchors, with_notice, words

__all__ = [
    "APPARATUS_FORMS",
    "EXPORTS",
    "PRINTED",
    "SHORTENED",
    "STEMMA_FORMS",
    "Decided",
    "Dossier",
    "Public",
    "Withheld",
    "anchors",
    "build",
    "by_anchor",
    "in_order",
    "labels",
    "lacking",
    "leaves_shown",
    "moment",
    "of_translations",
    "overview",
    "pages",
    "said",
    "schema",
    "told_anchors",
    "with_notice",
    "words",
]

_HOME = {
    "APPARATUS_FORMS": "apparatus",
    "STEMMA_FORMS": "stemmas",
    "Decided": "rulings",
    "Public": "public",
    "moment": "phrases",
    "of_translations": "renderings",
    **dict.fromkeys(("build", "leaves_shown"), "building"),
    **dict.fromkeys(("EXPORTS", "PRINTED", "SHORTENED", "lacking", "pages", "schema"), "exports"),
    **dict.fromkeys(("anchors", "in_order", "labels"), "index"),
    **dict.fromkeys(("Dossier", "Withheld"), "sheets"),
    **dict.fromkeys(("by_anchor", "overview", "said", "told_anchors", "with_notice", "words"), "terminal"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'firsthand.dossier' has no attribute {name!r}")
    return getattr(import_module(f"firsthand.dossier.{_HOME[name]}"), name)
