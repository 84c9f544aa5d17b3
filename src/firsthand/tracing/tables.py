"""How word lists are written down here: as one string with blanks, which is easier to read and check."""

from __future__ import annotations


def row(*lines: str) -> list[str]:
    """The words of ``lines``, in order."""
    return [word for line in lines for word in line.split()]
