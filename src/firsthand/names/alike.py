"""Whether something written may be one of some names, in whatever script: for what is to be left out.

Wider than `scripts`, which puts spellings together: single words count, either word may stand first, and each
Cyrillic word may bend at its end.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from firsthand.names.scripts import latins, pattern, plain, roughly, script, sound
from firsthand.names.spelling import Name, key

SYLLABLES = "HANGUL"
BENDING = "CYRILLIC"


class Alike:
    """Finds which of ``names`` is written; a Cyrillic word may have up to ``ending`` letters more."""

    def __init__(self, names: Iterable[str], ending: int = 0) -> None:
        self._ending = ending
        self._syllables: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        self._heard: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._sounding: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._stems: defaultdict[int, list[tuple[list[frozenset[str]], str]]] = defaultdict(list)
        for given in names:
            self._keep(given, bare(given))

    def _keep(self, given: str, name: Name) -> None:
        if script(name.core) == SYLLABLES:
            self._syllables.setdefault(name.key, given)
            self._sounding[sound(roughly(name.key))].append((name.key, given))
            return
        spellings = latins(name.core, name.words)
        for each in spellings:
            self._heard[sound(each)].append((each, given))
        for each in plain(spellings):
            self._letters.setdefault(each, given)
        stems = [_stems(word) for word in name.words]
        for order in (stems, [*stems[1:], *stems[:1]]):
            self._stems[len(order)].append((order, given))

    def __call__(self, written: str) -> str:
        """The name that ``written`` may be; "" for none."""
        name = bare(written)
        if script(name.core) == SYLLABLES:
            return self._syllables.get(name.key) or self._spelling(name.key)
        spellings = latins(name.core, name.words)
        bends = self._ending if script(name.core) == BENDING else 0
        return (
            next((self._letters[each] for each in plain(spellings) if each in self._letters), "")
            or self._sounds(each[: len(each) - n] for each in spellings for n in range(bends + 1))
            or (self._bent(name, bends) if bends else "")
        )

    def _spelling(self, hangul: str) -> str:
        heard = self._heard.get(_sound(hangul), ())
        return next((given for each, given in heard if pattern(hangul).fullmatch(each)), "")

    def _sounds(self, spellings: Iterable[str]) -> str:
        found: Iterator[str] = (
            given
            for each in (spellings if self._sounding else ())
            for hangul, given in self._sounding.get(sound(each), ())
            if pattern(hangul).fullmatch(each)
        )
        return next(found, "")

    def _bent(self, name: Name, bends: int) -> str:
        words = [_letters(word) for word in name.words]
        for stems, given in self._stems.get(len(words), ()):
            if all(_begins(word, stem, bends) for word, stem in zip(words, stems, strict=True)):
                return given
        return ""


def bare(name: str) -> Name:
    """A name as it is written, all words of it, in one form of Unicode."""
    core = unicodedata.normalize("NFC", name)
    words = tuple(filter(None, map(_key, core.split())))
    return Name(core, "".join(words), words)


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    return key(word)


def _sound(hangul: str) -> str:
    return sound("".join(map(_rough, hangul)))


@lru_cache(maxsize=12_000)
def _rough(syllable: str) -> str:
    return roughly(syllable)


@lru_cache(maxsize=65_536)
def _letters(word: str) -> frozenset[str]:
    return plain(latins(word, (word,)))


def _stems(word: str) -> frozenset[str]:
    """A word without the vowels at its end, which an ending takes the place of."""
    return frozenset(each.rstrip("aeiou") or each for each in _letters(word))


def _begins(written: frozenset[str], stems: frozenset[str], bends: int) -> bool:
    return any(w.startswith(stem) and len(w) - len(stem) <= bends for w in written for stem in stems)
