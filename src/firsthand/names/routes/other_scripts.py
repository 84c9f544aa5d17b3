"""Names in scripts that no table of ours is for, letter for letter."""

from __future__ import annotations

from functools import lru_cache

from firsthand.names.routes.letters import scripts

OTHER = "other-scripts"
_OURS = frozenset({"LATIN", "CYRILLIC", "HANGUL"})


@lru_cache(maxsize=65_536)
def plainly(text: str) -> str:
    """``text`` in plain Latin letters by anyascii; "" where our own tables are for all of its letters."""
    if not set(scripts(text)) - _OURS:
        return ""
    from anyascii import anyascii

    return anyascii(text).strip()
