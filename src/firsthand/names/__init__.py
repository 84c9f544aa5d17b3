"""One person or body under many spellings: suggestions with reasons, never rulings.

=======  ==========================================================================
takes    the records of a case, the attributions read in them, and the rulings of people
gives    Sources (the spellings put together, and why), the Identities that stay open, identity papers and
         facts about them (`examine`)
promise  a suggestion, not a ruling: two names are never put together because they resemble each
         other, nor if one record names both; a source without a name never joins another report's
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.alike import Alike, may_be_one
from firsthand.names.contradicting import contradictions
from firsthand.names.identifying import identify, with_particulars
from firsthand.names.papers import EXAMINER, examine
from firsthand.names.ruled import element, on_names, touching
from firsthand.names.sources import NAMER, gathered, of_groups, suggest

__all__ = [
    "EXAMINER",
    "NAMER",
    "Alike",
    "contradictions",
    "element",
    "examine",
    "gathered",
    "identify",
    "may_be_one",
    "of_groups",
    "on_names",
    "suggest",
    "touching",
    "with_particulars",
]
