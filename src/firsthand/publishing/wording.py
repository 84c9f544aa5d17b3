"""Where withheld names and addresses stand in a text, in whatever script and form it is written.

Each is found as it is listed, with its first or last word first, and as the tables of ``names`` write it in
another script. A name that bends at its end ("Квіст", "Квістові") is found too, with its ending. What is
found beyond the person meant is withheld as well: the careful side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from firsthand.model import Private, PrivateWords, Span
from firsthand.names import Alike
from firsthand.publishing.folding import Letters, key, letters, unspaced, within_syllable

ENDING = 3  # letters that a case may hang onto a name: "Квістові"
LEAST = 4  # letters of a name that is looked for in other scripts; shorter ones are parts of many words
SYLLABLE = re.compile("[\uac00-\ud7a3]|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?")
SYLLABLES = (2, 3, 4, 5, 6)
MOST_WORDS = 4


class Hit(NamedTuple):
    """Characters that are withheld, what they are, and whether from reports too."""

    span: Span
    what: Private
    everywhere: bool


class Wording:
    """Finds the words that are withheld. ``of`` may hold any number of lists."""

    def __init__(self, of: Sequence[PrivateWords]) -> None:
        listed = [(word, each) for each in of for word in each.words if key(word)]
        self._keys = {k: each for word, each in reversed(listed) for k in _orders(word, each.what)}
        self._names = {word: each for word, each in reversed(listed) if len(key(word)) >= LEAST}
        self._alike = lru_cache(maxsize=200_000)(Alike(self._names, ENDING))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def hits(self, text: str, language: str = "") -> list[Hit]:
        """Every place in ``text`` where something listed stands, in the order of the text."""
        if not self._keys or not text:
            return []
        found = letters(text)
        return sorted([*self._as_listed(found, language), *self._in_other_scripts(text, found)])

    def _as_listed(self, found: Letters, language: str) -> Iterator[Hit]:
        for listed, each in self._keys.items():
            at = found.text.find(listed)
            while at >= 0:
                end = _end(found, at, at + len(listed), language)
                if end:
                    yield Hit(found.span(at, end), each.what, each.everywhere)
                at = found.text.find(listed, at + 1)

    def _in_other_scripts(self, text: str, found: Letters) -> Iterator[Hit]:
        for span, written in (*_groups(text, found), *_syllables(text)) if self._names else ():
            if name := self._alike(written):
                each = self._names[name]
                yield Hit(span, each.what, each.everywhere)


def _orders(name: str, what: Private) -> Iterator[str]:
    """The letters of what is listed; of a name with its last or first word at the other end too."""
    words = [key(word) for word in name.split()]
    yield "".join(words)
    if len(words) > 1 and what is not Private.HOME:
        yield "".join((*words[-1:], *words[:-1]))
        yield "".join((*words[1:], *words[:1]))


def _end(found: Letters, start: int, end: int, language: str) -> int:
    """Where the word ends that a name from ``start`` to ``end`` is, or is the stem of; 0 where it is none."""
    first, last = found.text[start], found.text[end - 1]
    if within_syllable(found, end) or within_syllable(found, start):
        return 0
    if not found.begins[start] and not (unspaced(first) and unspaced(found.text[start - 1])):
        return 0
    stop = end
    while stop < len(found.text) and not found.begins[stop] and not unspaced(found.text[stop]):
        stop += 1
    if unspaced(last) or stop == end:
        return end
    rest = found.text[end:stop]
    bent = language != "en" and rest.isalpha() and len(rest) <= ENDING and end - start >= LEAST
    return stop if bent or rest == "s" else 0


def _groups(text: str, found: Letters) -> Iterator[tuple[Span, str]]:
    """Each run of a few words, of which the first is written with a capital: whatever may be a name."""
    starts = [n for n, begins in enumerate(found.begins) if begins]
    ends = [*starts[1:], len(found.text)]
    for n, start in enumerate(starts):
        if not text[found.origin[start]].isupper():
            continue
        for end in ends[n : n + MOST_WORDS]:
            span = found.span(start, end)
            if "\n\n" in text[span.start : span.end]:
                break
            yield span, text[span.start : span.end]


def _syllables(text: str) -> Iterator[tuple[Span, str]]:
    """Each run of a few Hangul syllables: a name has no capital there, and particles hang onto it."""
    places = [m.span() for m in SYLLABLE.finditer(text)]
    for n, (start, _) in enumerate(places):
        for size in SYLLABLES:
            run = places[n : n + size]
            if len(run) == size and run[-1][1] - start <= 3 * size + MOST_WORDS:
                yield Span(start, run[-1][1]), text[start : run[-1][1]]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that meet made one."""
    found: list[Span] = []
    for each in sorted(spans):
        if found and each.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, each.end))
        else:
            found.append(each)
    return found
