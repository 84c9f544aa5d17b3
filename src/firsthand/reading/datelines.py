"""The place and agency before a first sentence ("HALDEN, Nov. 3 (Baltic Wire) — "): nobody says them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.model import Span

# A sentence of its own follows; "NATO — the alliance that …" has none. No content that PolNeAR's
# annotators marked (train part) begins with any of the 160 datelines that this finds.
DATELINE = re.compile(
    r"[ \t]*(?P<place>[^\W\d_][^\n—–―()]{1,40}?)(?P<agency> ?\([^()\n]{2,40}\))? ?(?:[—–―]|--?)[ \t\xa0]+"
    r"(?=[\"“„«]?(?P<next>\w))"
)


def without(text: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """``content`` that begins with no dateline; in order of place, as it came."""
    if not content:
        return ()
    first, *others = content
    return (Span(_begin(text, first), first.end), *others)


def _begin(text: str, part: Span) -> int:
    """Where the first sentence begins, if a paragraph's dateline stands at the head of a part."""
    if text[max(0, part.start - 1) : part.start].strip(" \t\xa0\n"):
        return part.start
    found = DATELINE.match(text, part.start, part.end)
    return found.end() if found and _is_dateline(found) else part.start


def _is_dateline(found: re.Match[str]) -> bool:
    place = found["place"].split(",")[0].strip()
    capitals = len(place) > 2 and place.isupper()
    return found["next"].isupper() and (capitals or bool(found["agency"]))
