"""A stemma as JSON: ``nodes``, ``lines``, ``notes``, with the fields of the model."""

from __future__ import annotations

from firsthand.model import Stemma


def write(stemma: Stemma) -> str:
    """The stemma, indented."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(stemma), indent=2).decode() + "\n"
