"""One string that gives two names: "Petro Melnyk, also known as Sokil"; of bodies "Port Guard/Port Watch"."""

from __future__ import annotations

import re
from functools import cache

from firsthand.names.comparing.tables import table

MOST = 4  # names that one string is taken to give
SLASH = re.compile(r"(?<=[^\W\d_]{3})\s*/\s*(?=[^\W\d_]{3})")  # not the slash of "A/S", "m/v", "2004/2005"


def aliases(name: str, body: bool) -> tuple[str, ...]:
    """The names that ``name`` gives, none where it is one. A slash parts those of bodies; of persons it
    joins two who sign together."""
    parts = [each.strip(" ,;()") for each in _words().split(name)]
    if body:
        parts = [each for part in parts for each in SLASH.split(part)]
    parts = [each for each in parts if each]
    return tuple(parts) if 1 < len(parts) <= MOST else ()


@cache
def _words() -> re.Pattern[str]:
    listed = table("words")["aliases"].split("|")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)
