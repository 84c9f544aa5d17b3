"""All words of many names, each once: its keys, and which words are near it by their sketches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from firsthand.names.index.skeleton import CLASSES, VOWELS, WAYS, skeletons, sketch
from firsthand.names.sound.letters import letters
from firsthand.names.sound.many import Words

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]
Item = TypeVar("Item")
Result = TypeVar("Result")
# Classes of a skeleton's beginning and end that are a key, of words and of names; and of all of it.
LONG, ENDS, WHOLE = 4, 3, 6
COMMON = 4_000  # a key of more words than this pairs none of them
# Of pairs of words that are one, 93 of 100 have sketches this alike; of others that share a key, 39.
NEAR = 0.66
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
        self.wholes = self._keys(slice(WHOLE))

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

    def near(self, engine: Engine) -> Near:
        """All pairs of words that have a key in common and sketches that are alike."""
        begins, ends = self.sounded(slice(LONG), 0), self.sounded(slice(-LONG, None), -1)
        keys, owners = owned(np.concatenate((begins, np.where(ends < 0, -1, ends | 1 << 32)), axis=1))
        shared = engine.columns_sharing_key(keys, owners, COMMON).pairs
        return Near(
            np.unique(np.concatenate([np.zeros(0, np.int64), *(self.alike(*pair) for pair in shared)]))
        )

    def alike(self, one: Numbers, other: Numbers) -> Numbers:
        """Of these pairs those whose sketches are alike, as codes."""
        ours, theirs = self._sketches[one].tolist(), self._sketches[other].tolist()
        alike = cpdist(ours, theirs, scorer=Indel.normalized_similarity, score_cutoff=NEAR)
        return both(one, other)[alike >= NEAR]

    def heard(self, codes: Numbers, engine: Engine) -> Floats:
        """The chance of each of these pairs of words."""
        pieces = np.array_split(codes, max(1, len(codes) // AT_ONCE))
        return np.concatenate(
            list(engine.each(_heard, (_asked(self.words, *apart(piece)) for piece in pieces)))
        )


class Near:
    """Pairs of words that are near each other; each word is near itself."""

    def __init__(self, codes: Numbers) -> None:
        self._codes = codes
        # Most words that are asked for are not near: a table of bits says so before they are sought.
        self._bits = np.zeros(1 << 26, bool)
        self._bits[_place(codes)] = True

    def __len__(self) -> int:
        return len(self._codes)

    def __call__(self, one: Numbers, other: Numbers) -> NDArray[np.bool_]:
        """Whether each word is near the other."""
        codes = both(one, other)
        found: NDArray[np.bool_] = one == other
        maybe = np.flatnonzero(self._bits[_place(codes)])
        if len(maybe):
            at = np.minimum(np.searchsorted(self._codes, codes[maybe]), len(self._codes) - 1)
            found[maybe] |= self._codes[at] == codes[maybe]
        return found


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


def _place(codes: Numbers) -> NDArray[np.uint64]:
    mixed: NDArray[np.uint64] = codes.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(38)
    return mixed


def _asked(words: list[str], one: Numbers, other: Numbers) -> tuple[list[str], Numbers, Numbers]:
    """Only those words that are asked for, with the pairs by their numbers there."""
    numbers, places = np.unique(np.concatenate((one, other)), return_inverse=True)
    return [words[n] for n in numbers], places[: len(one)], places[len(one) :]


def _heard(asked: tuple[list[str], Numbers, Numbers]) -> Floats:
    words, one, other = asked
    return Words(words).heard(one, other)
