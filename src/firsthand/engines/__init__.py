"""How work is spread over cores (later: machines). Stages stay plain functions; an engine calls them.

Takes: a function and items; keys with their owners.
Gives: results in the items' order; pairs of owners that share a key.
Promises: every engine gives the same answer; what is skipped, or given up, is named.
"""

from firsthand.engines.base import Engine, Limits, Overrun, SharedPairs
from firsthand.engines.local import Local

__all__ = ["Engine", "Limits", "Local", "Overrun", "SharedPairs"]
