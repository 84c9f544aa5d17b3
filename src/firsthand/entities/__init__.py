"""Entities of FollowTheMoney, as OpenAleph, nomenklatura and Firsthand write them to files.

=======  ==========================================================================
takes    the text of a file: entities or statements as lines of JSON, statements as CSV, nomenklatura's edges
gives    the entities with the line of each value, the edges, facts about people (`facts`); what the package
         followthemoney does not accept, where it is installed (`unaccepted`), and all that is `odd`
promise  a line that is not understood is told and stops nothing
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.entities.accepting import PACKAGE, installed, odd, unaccepted
from firsthand.entities.facts import Fact, facts
from firsthand.entities.reading import NAMED, Edge, Entity, File, Odd, Value, read, sentences

__all__ = [
    "NAMED",
    "PACKAGE",
    "Edge",
    "Entity",
    "Fact",
    "File",
    "Odd",
    "Value",
    "facts",
    "installed",
    "odd",
    "read",
    "sentences",
    "unaccepted",
]
