"""Whether something written may be one of some names, in whatever script: for what is to be left out.

Wider than `across`, which puts spellings together: single words count, either word may stand first, what
only may be the name is taken for it, and each Cyrillic word may bend at its end.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from firsthand.names.across import Key, heard_alike, keys
from firsthand.names.routes import route_between, spellings
from firsthand.names.routes.cyrillic import forms
from firsthand.names.routes.letters import bare, script, words_of

# From this chance on the words of two scripts may be one; a word that stands alone is less sure.
HEARD, ALONE = 0.2, 0.8
BEGUN = 3  # classes of consonants
ENDING = 2  # letters that a Cyrillic word may have more
Stems = Sequence[frozenset[str]]


class Alike:
    """Finds which of ``names`` is written; a Cyrillic word may have up to ``ending`` letters more."""

    def __init__(self, names: Iterable[str], ending: int = 0) -> None:
        self._ending = ending
        self._spelled: dict[str, str] = {}
        self._keyed: defaultdict[Key, dict[str, str]] = defaultdict(dict)
        self._stems: defaultdict[int, list[tuple[Stems, str]]] = defaultdict(list)
        for given in names:
            self._keep(given, unicodedata.normalize("NFC", given))

    def _keep(self, given: str, name: str) -> None:
        for spelling in spellings(name):
            for words in _turned(words_of(spelling.text)):
                self._spelled.setdefault(bare("".join(words)), given)
        for key in keys(name):
            self._keyed[key][name] = given
        for words in _turned(words_of(name)):
            for key in _begun("".join(words)):
                self._keyed[key][name] = given
        for words in _turned(name.split()):
            self._stems[len(words)].append(([_stems(word) for word in words], given))

    def __call__(self, written: str) -> str:
        """The name that ``written`` may be; "" for none."""
        written = unicodedata.normalize("NFC", written)
        if found := self._spelled.get(bare(written)):
            return found
        shared = (*keys(written), *_begun("".join(words_of(written))))
        near = {name: given for key in shared for name, given in self._keyed.get(key, {}).items()}
        found = next((given for name, given in near.items() if _may_be(name, written)), "")
        return found or (self._bent(written) if script(written) == "CYRILLIC" else "")

    def _bent(self, written: str) -> str:
        words = [_letters(word) for word in written.split()]
        for stems, given in self._stems.get(len(words), ()):
            if all(_begins(word, stem, self._ending) for word, stem in zip(words, stems, strict=True)):
                return given
        return ""


@lru_cache(maxsize=10_000)  # of two sources it is asked for each statement that both are named for
def may_be_one(one: str, other: str) -> bool:
    """Whether two sources may be one by their names in two scripts, with an office or a title beside these:
    any words that stand together are held against any. In one script that is for the spellings to say."""
    if script(one) == script(other):
        return False
    known = Alike(_runs(one), ENDING)
    return any(known(each) for each in _runs(other))


def _runs(name: str) -> tuple[str, ...]:
    """All words of a name that has one, or else every two and every three that stand together in it."""
    words = name.split()
    runs = (words[i : i + n] for n in (2, 3) for i in range(len(words) - n + 1))
    return tuple(dict.fromkeys((name, *map(" ".join, runs))))


def _may_be(name: str, written: str) -> bool:
    path = route_between(name, written)
    if path is not None and path.whole:
        return True
    one, other = name.split(), written.split()
    return script(name) != script(written) and heard_alike(one, other, HEARD if len(one) > 1 else ALONE)


def _begun(word: str) -> Iterator[Key]:
    """How a name begins that is read as one word: 옥순, Оксун."""
    from firsthand.names.index.skeleton import skeletons

    yield from (("one word", way[:BEGUN]) for way in skeletons(word))


def _turned(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words as they stand, and with the first one last or the last one first."""
    yield from dict.fromkeys(((*words,), (*words[1:], *words[:1]), (*words[-1:], *words[:-1])))


@lru_cache(maxsize=65_536)
def _letters(word: str) -> frozenset[str]:
    return frozenset(forms(word)) or frozenset({bare(word)})


def _stems(word: str) -> frozenset[str]:
    """A word without the vowels at its end, which an ending takes the place of."""
    return frozenset(each.rstrip("aeiou") or each for each in _letters(word))


def _begins(written: frozenset[str], stems: frozenset[str], bends: int) -> bool:
    return any(w.startswith(stem) and len(w) - len(stem) <= bends for w in written for stem in stems)
