"""The same statement elsewhere: in another report, or in the lines of the record and its translations.

| takes | gives | promise |
|---|---|---|
| records, attributions, an engine's keys | Matches, Statements | same pair, same answer, in either order |
"""

from firsthand.matching.across.encoder import Encoder, installed, network
from firsthand.matching.across.remembered import Kept, Remembered
from firsthand.matching.align import align
from firsthand.matching.candidates import PairsSharingKey, Shared
from firsthand.matching.group import group
from firsthand.matching.match import Matching, match
from firsthand.matching.parting import Parting
from firsthand.matching.ruled import Sayings, ruled, sayings
from firsthand.matching.strands import DIVIDER, Links, strands

MATCHER = "words and meaning 2"

__all__ = [
    "DIVIDER",
    "MATCHER",
    "Encoder",
    "Kept",
    "Links",
    "Matching",
    "PairsSharingKey",
    "Parting",
    "Remembered",
    "Sayings",
    "Shared",
    "align",
    "group",
    "installed",
    "match",
    "network",
    "ruled",
    "sayings",
    "strands",
]
