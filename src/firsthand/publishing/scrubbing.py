"""Our own words about a case - names, reasons, notes - without what is withheld.

They may say again what stands in a withheld passage: a source is named, a changed word is quoted, a file is
called after somebody. What stands in the texts that are shown is no secret and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.model import Private, Span
from firsthand.publishing.folding import ideograph, key, letters
from firsthand.publishing.marks import mark
from firsthand.publishing.wording import Wording, joined

WORD = re.compile(r"[^\W_]+")
RUN = 12  # letters in a row that two texts do not share by chance; Hangul counts as its jamo
IDEOGRAPHS = 5  # the same for letters that are words
LEAST = 2  # letters of a name that is told by itself


@dataclass(frozen=True, slots=True)
class Scrubbing:
    """Leaves out of our words what is listed in ``wording``, the ``names`` of what is withheld, and ``runs``
    of letters that only withheld passages have; ``hidden`` are all the letters of those, ``shown`` of the
    rest."""

    wording: Wording
    names: Mapping[str, Private] = field(default_factory=dict)
    runs: frozenset[str] = frozenset()
    hidden: str = ""
    shown: str = ""

    def __call__(self, text: str) -> str:
        """``text`` with a mark for each thing left out."""
        cuts = sorted([*self._named(text), *self._listed(text), *self._run(text)])
        parts: list[str] = []
        at = 0
        for span, what in cuts:
            if span.start >= at:
                parts += [text[at : span.start], mark(what)]
            at = max(at, span.end)
        return "".join((*parts, text[at:])) if cuts else text

    def name(self, name: str) -> str:
        """A name told by itself: a mark where only withheld passages have it."""
        told, scrubbed = key(name), self(name)
        if scrubbed == name and len(told) >= LEAST and told in self.hidden and told not in self.shown:
            return mark(Private.PERSON)
        return scrubbed

    def _named(self, text: str) -> Iterator[tuple[Span, Private]]:
        for name, what in self.names.items():
            at = text.find(name)
            while at >= 0:
                yield Span(at, at + len(name)), what
                at = text.find(name, at + len(name))

    def _listed(self, text: str) -> Iterator[tuple[Span, Private]]:
        return ((hit.span, hit.what) for hit in self.wording.hits(text))

    def _run(self, text: str) -> Iterator[tuple[Span, Private]]:
        if self.runs:
            found = letters(text)
            places = [Span(n, n + len(run)) for n, run in _runs(found.text) if run in self.runs]
            yield from ((found.span(*each), Private.LINE) for each in joined(places))


def scrubbing(
    wording: Wording,
    names: Mapping[str, Private],
    hidden: Iterable[str],
    shown: Iterable[str],
    ours: Iterable[str],
) -> Scrubbing:
    """What scrubs ``ours``, where ``hidden`` texts are withheld and ``shown`` ones stand in the edition.

    ``names`` of one word are left alone: a file called "report" would take the word out of every sentence.
    """
    unseen, seen = "\n".join(map(key, hidden)), "\n".join(map(key, shown))
    told = {run for text in ours for _, run in _runs(key(text))} if unseen else set()
    there = {run for _, run in _runs(unseen) if run in told}
    there.difference_update(run for _, run in _runs(seen)) if there else None
    kept = {
        name: what for name, what in names.items() if len(WORD.findall(name)) > 1 and key(name) not in seen
    }
    return Scrubbing(wording, kept, frozenset(there), unseen, seen)


def _runs(told: str) -> Iterator[tuple[int, str]]:
    """Every run of letters that is long enough to tell a passage by, with its place."""
    for n in range(len(told) - IDEOGRAPHS + 1):
        run = told[n : n + RUN]
        if all(map(ideograph, run[:IDEOGRAPHS])):
            yield n, run[:IDEOGRAPHS]
        elif len(run) == RUN and "\n" not in run:
            yield n, run
