"""Who says "I" outside quotations: the author of the note at the end, or of a letter above a signature."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from firsthand.languages import Language

LAST = 4  # paragraphs from the end in which a note on the author stands
NAME = r"((?:[A-Z][\w.’'-]*[ \t]){1,3}[A-Z][\w’'-]+)"
TITLE = r"(?:(?:Dr|Gen|Gov|Prof|Rep|Rev|Sen)\.[ \t]+)?"
NOTE = re.compile(rf"\s*{TITLE}{NAME}(?:,[^,\n]{{2,30}},)?,?[ \t]+(?:is|was|a|an|the)[ \t]")
SIGNED = re.compile(rf"^[ \t]*(?:By[ \t]+)?{NAME}\.?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Author:
    """The one author of a text, or the authors of its letters with the ends of these."""

    name: str
    ends: tuple[int, ...]
    signed: tuple[str, ...]

    def of(self, at: int) -> str:
        """Whose own words stand at ``at``: "" where the text does not tell."""
        place = bisect_right(self.ends, at)
        return self.signed[place] if place < len(self.signed) else self.name


def author(text: str, language: Language) -> Author:
    """From "Ann Lee is editor of the Gazette." near the end, and from lines that are names alone."""
    signatures = [m for m in SIGNED.finditer(text) if _person(m[1], language)]
    parts = [part for part in text.rsplit("\n", LAST * 2) if part.strip()][-LAST:]
    notes = [found[1] for found in map(NOTE.match, parts) if found and _person(found[1], language)]
    return Author(
        notes[-1] if notes else "", tuple(m.start() for m in signatures), tuple(m[1] for m in signatures)
    )


def _person(name: str, language: Language) -> bool:
    return language.among(name.split()[0].lower(), "men", "women")
