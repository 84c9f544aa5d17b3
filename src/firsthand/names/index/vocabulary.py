"""All words of many names, each once: its keys, and which words are like it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from firsthand.names.comparing.aligning import begins
from firsthand.names.comparing.cleaning import folded
from firsthand.names.index.skeleton import CLASSES, VOWELS, WAYS, skeletons, sketch
from firsthand.names.index.words import initial
from firsthand.names.sound.letters import letters
from firsthand.names.sound.many import Words

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]
Item = TypeVar("Item")
Result = TypeVar("Result")
# Classes of a skeleton's beginning and end that are a key; and of all of it.
ENDS, WHOLE = 3, 6
# Of pairs of words that are one, 93 of 100 have sketches this alike; of others that share a key, 39.
ALIKE = 0.66
AT_ONCE = 20_000  # pairs that a process is given at a time
VOWEL = 15  # the first class of a word that begins with a vowel
_NUMBERS = {c: n for n, c in enumerate(CLASSES, 1)}


class Shared(Protocol):
    """Pairs of owners in columns, and the keys skipped as too common."""

    @property
    def pairs(self) -> Iterator[tuple[Numbers, Numbers]]:
        """The columns."""

    @property
    def skipped(self) -> dict[int, int]:
        """Keys with the number of their owners."""


class Engine(Protocol):
    """What is asked of an engine here."""

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``function`` of every item, in order."""

    def columns_sharing_key(self, keys: Numbers, owners: Numbers, limit: int) -> Shared:
        """Pairs of owners of one key."""


class Vocabulary:
    """Words by number; words of the same letters are one. Keys are rows of numbers, -1 where a word has fewer
    skeletons than others: by how they begin and end,
    by their first and their last class, and whole."""

    def __init__(self, words: Iterable[str]) -> None:
        self.number: dict[str, int] = {}
        self.words: list[str] = []
        by_letters: dict[tuple[str, str], int] = {}
        for word in words:
            if word not in self.number:
                number = self.number[word] = by_letters.setdefault(letters(word), len(by_letters))
                if number == len(self.words):
                    self.words.append(word)
        self._known = [skeletons(word) for word in self.words]
        self._sketches = np.array([sketch(word) for word in self.words], object)
        self.begins, self.ends = self._keys(slice(ENDS)), self._keys(slice(-ENDS, None))
        self.firsts, self.lasts = self._keys(slice(1)), self._keys(slice(-1, None))
        self.firsts[[told[:1] in VOWELS for told in self._sketches]] = [VOWEL, *[-1] * (WAYS - 1)]
        self.firsts[self.firsts == 0] = VOWEL
        self.wholes = self._keys(slice(WHOLE))
        self.sketched = np.unique(self._sketches.astype(str), return_inverse=True)[1][:, None]
        self.initials = np.array([initial(word) for word in self.words], bool)

    def _keys(self, part: slice) -> Numbers:
        rows = (dict.fromkeys(code(way[part]) for way in ways) for ways in self._known)
        padded = chain.from_iterable((*row, *[-1] * WAYS)[:WAYS] for row in rows)
        return np.fromiter(padded, np.int64, len(self.words) * WAYS).reshape(-1, WAYS)

    def sounded(self, part: slice, at: int) -> Numbers:
        """Keys with the class of the first or the last vowel."""
        vowels = ("".join(c for c in told if c in VOWELS) or " " for told in self._sketches)
        marks = np.array([(" " + VOWELS).index(told[at]) for told in vowels], np.int64)
        keys = self._keys(part)
        return np.where(keys < 0, -1, keys << 2 | marks[:, None])

    def alike(self, one: Numbers, other: Numbers) -> Floats:
        """How alike the sketches of these words are, 0 to 1; 0 below ALIKE. Of an initial and a word, 1 if
        it may begin the word."""
        codes, places = np.unique(both(one, other), return_inverse=True)
        one, other = apart(codes)
        ours, theirs = (self._sketches[side].tolist() for side in (one, other))
        found: Floats = cpdist(ours, theirs, scorer=Indel.normalized_similarity, score_cutoff=ALIKE)
        for n in np.flatnonzero(self.short(one, other)):
            found[n] = self._begun(int(one[n]), int(other[n]))
        return found[places]

    def short(self, one: Numbers, other: Numbers) -> NDArray[np.bool_]:
        """Whether one of two words is an initial."""
        found: NDArray[np.bool_] = self.initials[one] ^ self.initials[other]
        return found

    def _begun(self, one: int, other: int) -> bool:
        letter, word = (one, other) if self.initials[one] else (other, one)
        return bool(self.words[word]) and begins(folded(self.words[word]), folded(self.words[letter]))

    def heard(self, codes: Numbers, engine: Engine) -> Floats:
        """The chance of each of these pairs of words."""
        pieces = np.array_split(codes, max(1, len(codes) // AT_ONCE))
        return np.concatenate(
            list(engine.each(_heard, (_asked(self.words, *apart(piece)) for piece in pieces)))
        )


def both(one: Numbers, other: Numbers) -> Numbers:
    """Two numbers, in either order, as one."""
    return np.minimum(one, other) << 32 | np.maximum(one, other)


def apart(codes: Numbers) -> tuple[Numbers, Numbers]:
    """The two numbers of ``both``."""
    return codes >> 32, codes & 0xFFFFFFFF


def owned(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Rows of keys as one column, with the number of each one's row; -1 is no key."""
    rows, columns = np.nonzero(keys >= 0)
    return keys[rows, columns], rows


def code(classes: str) -> int:
    """Classes of sounds as a number; letters of other scripts by their code points."""
    found = 0
    for c in classes:
        found = found << 4 | _NUMBERS.get(c, 8 + ord(c) % 8)
    return found


def _asked(words: list[str], one: Numbers, other: Numbers) -> tuple[list[str], Numbers, Numbers]:
    """Only those words that are asked for, with the pairs by their numbers there."""
    numbers, places = np.unique(np.concatenate((one, other)), return_inverse=True)
    return [words[n] for n in numbers], places[: len(one)], places[len(one) :]


def _heard(asked: tuple[list[str], Numbers, Numbers]) -> Floats:
    words, one, other = asked
    return Words(words).heard(one, other)
