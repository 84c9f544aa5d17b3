"""The same statement in another language: proposed, never ruled.

| takes | gives | promise |
|---|---|---|
| sentences, languages | pairs with a verdict and reasons | none without weights, and a note says so |
"""

from firsthand.matching.across.compared import Across, Pair, across
from firsthand.matching.across.judging import Verdict

__all__ = ["Across", "Pair", "Verdict", "across"]
