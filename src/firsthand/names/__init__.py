"""One person or body under many spellings: suggestions with reasons, never rulings.

=======  ==========================================================================
takes    the records of a case and the attributions read in them
gives    Sources (the spellings put together, and why), and the Disagreements between identity papers
promise  a suggestion, not a ruling: two different full names are never put together, and a source
         without a name is never joined to one of another report
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.papers import disagreements
from firsthand.names.sources import NAMER, suggest

__all__ = ["NAMER", "disagreements", "suggest"]
