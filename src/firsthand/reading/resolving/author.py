"""Who says "I" in a text of one's own: the byline at its end, or a letter's signature."""

from __future__ import annotations

import re

from firsthand.languages import Language

LAST = 4  # paragraphs from the end in which a note on the author stands
NOTE = re.compile(r"\s*((?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]+),?\s+(?:is|was|a|an|the)\s")


def author(text: str, language: Language) -> str:
    """ "Ann Lee is editor of the Gazette.", near the end, outside of any sentence before: her name."""
    parts = [part for part in text.rsplit("\n", LAST * 2) if part.strip()][-LAST:]
    for part in parts:
        found = NOTE.match(part)
        if found and language.among(found[1].split()[0].lower(), "men", "women"):
            return found[1]
    return ""
