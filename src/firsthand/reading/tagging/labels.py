"""The labels of the tagger: BIO marks of the parts of an attribution (Ramshaw and Marcus, 1995)."""

from __future__ import annotations

PARTS = ("source", "cue", "content", "channel", "addressee", "relay")
OUT = "O"


def labels(parts: tuple[str, ...] = PARTS) -> tuple[str, ...]:
    """O, then B- and I- of each part in turn: the order of the network's outputs."""
    return (OUT, *(f"{mark}-{part}" for part in parts for mark in "BI"))
