"""Which language a text is in, when nobody says."""

from __future__ import annotations


def detect(text: str) -> str:
    return ""
