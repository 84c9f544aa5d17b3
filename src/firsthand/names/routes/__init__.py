"""How a name of one script is written in another, by which rule, and how one spelling leads to another.

=======  ==========================================================================
takes    a name as it is spelled, or two
gives    its spellings in other letters (`spellings`), or the path between two (`route_between`)
promise  every spelling says its route, every route its source; any string is an answer, in linear time
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.routes.between import route_between
from firsthand.names.routes.letters import scripts
from firsthand.names.routes.lookalikes import ForeignLetter, foreign_letters, unmixed
from firsthand.names.routes.mistakes import back_transliterated
from firsthand.names.routes.originals import originals
from firsthand.names.routes.route import Part, Path, Route, Spelling
from firsthand.names.routes.spelled import spellings
from firsthand.names.routes.tables import routes
from firsthand.names.routes.telling import told

__all__ = [
    "ForeignLetter",
    "Part",
    "Path",
    "Route",
    "Spelling",
    "back_transliterated",
    "foreign_letters",
    "originals",
    "route_between",
    "routes",
    "scripts",
    "spellings",
    "told",
    "unmixed",
]
