"""Names at scale: which of many may be one, and which may be a given one, never by looking at all pairs.

=======  ==========================================================================
takes    names in any script and order of words; an engine, to find all pairs
gives    ``Index(names).near(name)``: names with a score; ``duplicates(names, engine)``: pairs with a score;
         ``sharing_words``: pairs that are to be compared
promise  keys say what to look at, `names.comparing` judges; what is too common to be looked at is counted
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.index.duplicates import Duplicates, duplicates, sharing_words
from firsthand.names.index.index import Found, Index
from firsthand.names.index.keys import keys

__all__ = ["Duplicates", "Found", "Index", "duplicates", "keys", "sharing_words"]
