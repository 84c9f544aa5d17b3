"""Where withheld names and addresses stand in a text, in whatever script and form it is written.

Each is found as it is listed, with its first or last word first, as the tables of ``names`` write it in
another script, and as texts write a name of several words (see ``written``). A name that bends at its end
("Квіст", "Квістові") is found too, with its ending. What is found beyond the person meant is withheld as
well: the careful side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from firsthand.model import Private, PrivateWords, Span
from firsthand.names import Alike
from firsthand.names.routes import spellings
from firsthand.publishing.folding import Letters, ideograph, key, letters, unspaced, within_syllable
from firsthand.publishing.written import HUNG, Written, standing

ENDING = 3  # letters that a case may hang onto a name: "Квістові"
LEAST = 4  # letters of a name that is looked for in other scripts; shorter ones are parts of many words
SYLLABLE = re.compile("[\uac00-\ud7a3]|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?")
SYLLABLES = (2, 3, 4, 5, 6)
MOST_WORDS = 4
BENT = re.compile(r"(?<=[^\W\d_]{2})(?:ом|ем|єм|ові|еві|єві|[аяуюеєіїиы])(?![\w-])(?<=[\u0400-\u04ff])")
# An address or a handle in brackets behind a name: it is the same person's.
OWN = re.compile(r"""[\s"”»’'*]{0,3}[<(\[]\s*(?:mailto:)?[^\s<>()\[\]]*@[^\s<>()\[\]]*\s*[>)\]]""")
HAN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
PINYIN, SYLLABIC = re.compile("(?:[A-Z][a-z]*){2,}"), re.compile(r"[A-Z][a-z]*|[^\W\da-zA-Z]")
LEAST_HAN = 3  # characters that tell a name by their readings alone; of two one must be the same


class Hit(NamedTuple):
    """Characters that are withheld, what they are, and whether from reports too."""

    span: Span
    what: Private
    everywhere: bool


class Wording:
    """Finds the words that are withheld. ``of`` may hold any number of lists."""

    def __init__(self, of: Sequence[PrivateWords]) -> None:
        listed = [(word, each) for each in of for word in each.words if key(word)]
        self._keys = {k: each for word, each in reversed(listed) for k in _orders(word)}
        self._names = {word: each for word, each in reversed(listed) if len(key(word)) >= LEAST}
        self._written = Written({word: each.what for word, each in reversed(listed)})
        self._listed = dict(reversed(listed))
        self._han: defaultdict[tuple[str, ...], list[tuple[str, PrivateWords]]] = defaultdict(list)
        for word, each in listed:
            if HAN.fullmatch(bare := "".join(word.split())) and len(bare) > 1:
                self._han[tuple(map(_reading, bare))].append((bare, each))
        self._sizes = {len(read) for read in self._han}
        self._alike = lru_cache(maxsize=200_000)(Alike(self._names, ENDING))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def hits(self, text: str, language: str = "") -> list[Hit]:
        """Every place in ``text`` where something listed stands, in the order of the text."""
        if not self._keys or not text:
            return []
        found = letters(text)
        hits = (
            *self._as_listed(found, language),
            *self._as_written(text, found),
            *self._in_other_scripts(text, found),
            *self._read_alike(text),
        )
        return sorted(_with_address(text, each) for each in hits)

    def _as_listed(self, found: Letters, language: str) -> Iterator[Hit]:
        for listed, each in self._keys.items():
            for at in standing(found.text, listed):
                if end := _end(found, at, at + len(listed), language):
                    yield Hit(found.span(at, end), each.what, each.everywhere)

    def _as_written(self, text: str, found: Letters) -> Iterator[Hit]:
        for span, name in self._written.hits(text, found):
            each = self._listed[name]
            yield Hit(span, each.what, each.everywhere)

    def _in_other_scripts(self, text: str, found: Letters) -> Iterator[Hit]:
        for span, written in (*_groups(text, found), *_syllables(text)) if self._names else ():
            if name := self._alike(written) or self._bent(written):
                each = self._names[name]
                yield Hit(span, each.what, each.everywhere)

    def _read_alike(self, text: str) -> Iterator[Hit]:
        """Names in Chinese characters of another form: 歐陽 for 欧阳, 櫻 for 桜."""
        for run in HAN.finditer(text) if self._han else ():
            read = [_reading(char) for char in run[0]]
            for size in self._sizes:
                for at in range(len(read) - size + 1):
                    for name, each in self._han.get(tuple(read[at : at + size]), ()):
                        if size >= LEAST_HAN or set(name) & set(run[0][at : at + size]):
                            start = run.start() + at
                            yield Hit(Span(start, start + size), each.what, each.everywhere)

    def _bent(self, written: str) -> str:
        """The same of a name from another script that bends in Cyrillic letters: "Кима Мин Чжуна"."""
        stem = BENT.sub("", written)
        return self._alike(stem) if stem != written else ""


def _with_address(text: str, hit: Hit) -> Hit:
    """A name with the address that stands in brackets behind it."""
    own = OWN.match(text, hit.span.end) if hit.what is not Private.HOME else None
    return hit._replace(span=Span(hit.span.start, own.end())) if own else hit


@lru_cache(maxsize=20_000)
def _reading(char: str) -> str:
    """How a character is read in Chinese, in whatever form it is written; itself where that is not known."""
    return next(
        (each.text for each in spellings(char) if each.script == "LATIN" and each.route == "other-scripts"),
        char,
    )


def _orders(name: str) -> Iterator[str]:
    """The letters of what is listed, and with its last or first word at the other end; and as they are in
    scripts without blanks."""
    yield from (key(each.text) for each in spellings(name)[1:] if ideograph(each.text[:1]))
    if len(name.split()) == 1 and all(map(unspaced, name)):
        yield from _given_first(name)
    words = [key(word) for word in name.split()]
    yield "".join(words)
    if len(words) > 1:
        yield "".join((*words[-1:], *words[:-1]))
        yield "".join((*words[1:], *words[:1]))


def _given_first(name: str) -> Iterator[str]:
    """The letters of a name without blanks, its family name of one character or two behind the given one."""
    for text in (name, *(each.text for each in spellings(name)[1:] if PINYIN.fullmatch(each.text))):
        parts = SYLLABIC.findall(text)
        yield from (key("".join((*parts[n:], *parts[:n]))) for n in (1, 2) if n + 1 < len(parts))


def _end(found: Letters, start: int, end: int, language: str) -> int:
    """Where the word ends that a name from ``start`` to ``end`` is, or is the stem of; 0 where it is none."""
    first, last = found.text[start], found.text[end - 1]
    if within_syllable(found, end) or within_syllable(found, start):
        return 0
    apart = found.begins[start] or (unspaced(first) and unspaced(found.text[start - 1]))
    if not apart and not HUNG.fullmatch(_before(found, start)):
        return 0
    stop = end
    while stop < len(found.text) and not found.begins[stop] and not unspaced(found.text[stop]):
        stop += 1
    if unspaced(last) or stop == end:
        return end
    rest = found.text[end:stop]
    bent = language != "en" and rest.isalpha() and len(rest) <= ENDING and end - start >= LEAST
    return stop if bent or rest == "s" else 0


def _before(found: Letters, at: int) -> str:
    """The letters of a word before ``at``."""
    start = at
    while start > 0 and not found.begins[start]:
        start -= 1
    return found.text[start:at]


def _groups(text: str, found: Letters) -> Iterator[tuple[Span, str]]:
    """Each run of a few words, of which the first is written with a capital: whatever may be a name."""
    words = found.words()
    for n, (start, _) in enumerate(words):
        if not text[found.origin[start]].isupper():
            continue
        for _, end in words[n : n + MOST_WORDS]:
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
