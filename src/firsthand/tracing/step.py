"""One reading beside the text that it was taken from: what the rules on drift look at."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from firsthand.model import Attribution, Drift, DriftKind, Place, Reading, Span
from firsthand.text import fold_word, words
from firsthand.tracing.script import script
from firsthand.tracing.wording import NUMBERS

# A reader keeps in mind who spoke for about a paragraph: what stands further off is not looked at.
PARAGRAPH = 500
# In scripts without capitals, and for names, shorter words tell nothing.
TELLING = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One reading and what it was taken from, with their texts and languages."""

    reading: Reading
    here: Attribution
    there: Attribution | None
    text: str
    upstream: str
    language: str = "en"
    upstream_language: str = "en"
    framed: bool = False
    """Whether it goes back to a record that the whole report is about: that need not be named again."""
    ancestry: tuple[str, ...] = ()
    """The texts of everything that the report descends from."""

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the upstream text has it."""
        return self.reading.upstream.spans if self.reading.upstream else ()

    @property
    def translated(self) -> bool:
        """Whether the step led into another language."""
        return self.language[:2] != self.upstream_language[:2]

    def drift(self, kind: DriftKind, note: str) -> Drift:
        """A finding at the places of this step."""
        place = Place(self.here.record, tuple(self.here.content))
        return Drift(kind, self.reading.statement, self.here.id, self.reading.upstream, place, note)


def at(text: str, span: Span) -> str:
    """The characters of ``span``."""
    return text[span.start : span.end]


def around(text: str, spans: Iterable[Span]) -> str:
    """The paragraph that holds ``spans``, cut where it goes on for long."""
    listed = list(spans)
    start, end = min(s.start for s in listed), max(s.end for s in listed)
    first = max(text.rfind("\n", 0, start) + 1, start - PARAGRAPH)
    last = text.find("\n", end)
    return text[first : min(len(text) if last < 0 else last, end + PARAGRAPH)]


@lru_cache(maxsize=100_000)
def bare(word: str) -> str:
    """A word of a name without possessive, marks, case, accents and hyphens: "Jin-gu’s" is "jingu"."""
    folded = fold_word(word.strip(".,;:!?“”„\"'’()«»")).removesuffix("'s")
    return "".join(c for c in folded if c.isalnum())


def capitals(text: str) -> list[str]:
    """The capitalised words, without marks and possessive."""
    stripped = (w.strip(".,;:!?“”„\"'’()«»").removesuffix("'s").removesuffix("’s") for w in text.split())
    return [w for w in stripped if w[:1].isupper()]


@lru_cache(maxsize=4_096)  # a paragraph is asked for with each of its readings
def telling(text: str) -> frozenset[str]:
    """The longer words and the figures of ``text``, bare."""
    found = (bare(at(text, s)) for s in words(text))
    return frozenset(w for w in found if len(w) >= TELLING or w in NUMBERS or w[:1].isdigit())


def mentions(text: str, name: str) -> bool:
    """Whether ``text`` has a telling word of ``name``."""
    return bool(telling(name) & telling(text))


def same_script(a: str, b: str) -> bool:
    """Whether two names can be compared letter by letter."""
    return script(a) == script(b)


def share_missing(sought: Iterable[str], present: Container[str]) -> float:
    """The share of words that are nowhere in ``present``; 0 where none are sought."""
    listed = list(sought)
    return sum(1 for w in listed if w not in present) / len(listed) if listed else 0.0
