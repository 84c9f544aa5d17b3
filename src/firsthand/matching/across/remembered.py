"""Vectors made before: a case that grows asks the network for its new wordings alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from firsthand.matching.across.encoder import Encoder, Vectors
from firsthand.model import identity

Kept = Mapping[str, Mapping[str, bytes]]
"""By record and by the identity of a wording: its vector, as bytes."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The vectors ``known`` of the wordings of each record, and those ``made`` for want of them."""

    known: Kept = field(default_factory=dict)
    made: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def vector(self, record: str, text: str, encoder: Encoder) -> Vectors:
        """The vector of a wording of a record, the same whether it was known or not."""
        key = identity("wording", text)
        found = self.known.get(record, {}).get(key)
        if found is None:
            (encoded,) = encoder.encode([text])
            found = self.made.setdefault(record, {})[key] = encoded.vector.astype(np.float32).tobytes()
        return np.frombuffer(found, np.float32)
