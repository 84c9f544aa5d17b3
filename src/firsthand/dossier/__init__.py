"""The finding laid out for a reader.

Takes: records, attributions, a trace, refusals, the custody log and page images.
Gives: a ``Dossier``, and from it every file in ``EXPORTS``.
Promises: every sentence leads to its record, place and hash; nothing foreign runs or loads anything.
"""

from firsthand.dossier.apparatus import APPARATUS_FORMS
from firsthand.dossier.build import build, leaves_shown
from firsthand.dossier.exports import EXPORTS, PRINTED, pages, schema
from firsthand.dossier.index import anchors, in_order, labels
from firsthand.dossier.phrases import moment
from firsthand.dossier.public import Public
from firsthand.dossier.renderings import renderings
from firsthand.dossier.rulings import Decided
from firsthand.dossier.sheets import Dossier, Withheld
from firsthand.dossier.stemmas import STEMMA_FORMS
from firsthand.dossier.terminal import overview, said, sheets, told_anchors, with_notice, words

__all__ = [
    "APPARATUS_FORMS",
    "EXPORTS",
    "PRINTED",
    "STEMMA_FORMS",
    "Decided",
    "Dossier",
    "Public",
    "Withheld",
    "anchors",
    "build",
    "in_order",
    "labels",
    "leaves_shown",
    "moment",
    "overview",
    "pages",
    "renderings",
    "said",
    "schema",
    "sheets",
    "told_anchors",
    "with_notice",
    "words",
]
