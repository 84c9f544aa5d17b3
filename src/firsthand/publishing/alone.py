"""Surnames that stand alone and in this case are nobody else's: withheld with the name that they are of.

Of names that are withheld from reports too. A surname stays, and is told (see ``doubting``), where the case
has it small, as a common word, or beside another name: a mother's surname is her son's too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from firsthand.model import Private, PrivateWords, Record, Span
from firsthand.names.routes import spellings
from firsthand.publishing.folding import key
from firsthand.publishing.wording import Wording, joined
from firsthand.publishing.written import PATRONYMIC, RUN, TOGETHER

LEAST = 5  # letters: shorter ones are parts of many words
BEGUN = 4  # letters of a surname that a text must have to be looked at
BEFORE, BEHIND = re.compile(r"([^\W\d_]+)[ \u00a0]$"), re.compile(r"[ \u00a0]([^\W\d_]+)")
# What stands before a surname and always has a capital.
TITLES = (
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "dame",
    "lord",
    "lady",
    "herr",
    "frau",
    "mme",
    "mlle",
)
WORD = re.compile(r"[^\W\d_]+")


def wider(records: Sequence[Record], private: Sequence[PrivateWords]) -> tuple[PrivateWords, ...]:
    """What is ``private``, and the surnames that are withheld alone."""
    return (*private, *alone(records, private))


def alone(records: Sequence[Record], private: Sequence[PrivateWords]) -> tuple[PrivateWords, ...]:
    """The surnames, each as what its name is withheld as."""
    listed = {key(word) for each in private for word in each.words}
    asked = [each for each in private if each.everywhere and each.alone and each.what is not Private.HOME]
    found = {name: each for each in asked for word in each.words for name in _surname(word)}
    said = (text for r in records for text in (*r.text.split("\n\n"), r.title, r.byline))
    texts = _Texts(list(dict.fromkeys(said)) if found else [], Wording(private))
    return tuple(
        replace(each, words=(name,))
        for name, each in found.items()
        if key(name) not in listed and texts.has_alone(name)
    )


def _surname(name: str) -> Iterator[str]:
    """The last word of a name, the first where a patronymic is the last; of scripts with capitals."""
    words = name.split()
    if len(words) > 1:
        last = words[0] if PATRONYMIC.fullmatch(key(words[-1])) else words[-1]
        if last[0].isupper() and len(key(last)) >= LEAST:
            yield last


def _common(text: str, span: Span) -> bool:
    """Whether it is written as a common word; handles and addresses are small as well."""
    around = next((run[0] for run in TOGETHER.finditer(text) if run.start() <= span.start < run.end()), "")
    return text[span.start].islower() and not RUN.search(around)


class _Texts:
    """All paragraphs of a case, and the names that are withheld in it."""

    def __init__(self, texts: Sequence[str], whole: Wording) -> None:
        self._texts, self._whole = texts, whole

    def has_alone(self, name: str) -> bool:
        """Whether a surname stands anywhere by itself, and everywhere as that of nobody else."""
        found = [each for text in self._having(name) for each in self._standing(text, name)]
        return bool(found) and not any(found)

    def _having(self, name: str) -> Iterable[str]:
        begun = {key(each.text)[:BEGUN] for each in spellings(name)}
        return (text for text, letters in self._keyed if any(each in letters for each in begun))

    @cached_property
    def _keyed(self) -> list[tuple[str, str]]:
        return [(text, key(text)) for text in self._texts]

    def _standing(self, text: str, name: str) -> Iterator[bool]:
        """For each place of a surname outside the whole name, whether it is a common word or another's."""
        whole = [hit.span for hit in self._whole.hits(text)]
        own = Wording([PrivateWords(Private.PERSON, (name,))])
        for span in joined(hit.span for hit in own.hits(text)):
            if not any(span.start < each.end and each.start < span.end for each in whole):
                yield _common(text, span) or self._of_another(text, span)

    def _of_another(self, text: str, span: Span) -> bool:
        before, behind = BEFORE.search(text, 0, span.start), BEHIND.match(text, span.end)
        return any(found and self._names(found[1]) for found in (before, behind))

    def _names(self, word: str) -> bool:
        """Whether a word is a name: with a capital, here and wherever else it stands."""
        told = word.casefold()
        return word[0].isupper() and told not in TITLES and told not in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for text in self._texts for word in WORD.findall(text) if word[0].islower())
