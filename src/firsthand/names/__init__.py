"""One person or body under many spellings: suggestions with reasons, never rulings.

=======  ==========================================================================
takes    the records of a case and the attributions read in them
gives    Sources (the spellings put together, and why), and the Disagreements between identity papers
promise  a suggestion, not a ruling: two names are never put together because they resemble each
         other, nor if one record names both; a source without a name never joins another report's
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.alike import Alike
from firsthand.names.papers import disagreements
from firsthand.names.sources import NAMER, suggest

__all__ = ["NAMER", "Alike", "disagreements", "suggest"]
