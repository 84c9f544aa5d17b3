"""Two names compared: how likely one is a spelling of the other, and the reasons in words.

=======  ==========================================================================
takes    two names as they are written, in any script, and what kind of being bears them
gives    a Likeness: score, answer (same, different, cannot tell), reasons, what agrees and what differs
promise  the same answer in either order; any string gives an answer; every answer shows its route
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.comparing.likening import compare

__all__ = ["compare"]
