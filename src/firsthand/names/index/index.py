"""Many names, in which those are found that may be a given one: any script, any order, initials, misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from firsthand.model.reading import Being
from firsthand.names.comparing import compare
from firsthand.names.comparing.aligning import begins
from firsthand.names.comparing.cleaning import folded
from firsthand.names.index.skeleton import skeletons, sketch
from firsthand.names.index.vocabulary import ENDS, Numbers, Vocabulary, code
from firsthand.names.index.words import initial, paired, words
from firsthand.names.sound import heard

# Words of the index that are listened to for each word asked for, and names that are compared in the end.
LISTENED, COMPARED = 20, 12
HEARD = 0.05  # from this chance on a word of the index may be the one asked for
# Of names whose words are heard alike so many are looked at for initials that may begin a word of the other;
# one that may counts like a word that is borne by one of 20.
BEGUN, STARTED = 200, 3.0


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the index by its number, and how likely it is a spelling of the name asked for."""

    number: int
    name: str
    score: float


class Index:
    """``names``, of which the place of each word and each beginning of a word is known."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        told = list(map(paired, self.names))
        self._vocabulary = Vocabulary(word for each in told for word in each)
        number = self._vocabulary.number
        owners = np.repeat(np.arange(len(told)), [len(each) for each in told])
        self._of = _Lists(np.array([number[w] for each in told for w in each], np.int64), owners)
        self._sketches = [sketch(word) for word in self._vocabulary.words]
        self._begins, self._ends = (
            _Lists(*_rows(k)) for k in (self._vocabulary.begins, self._vocabulary.ends)
        )

    def near(self, name: str, count: int = 10, being: Being = Being.PERSON) -> list[Found]:
        """Up to ``count`` names that may be ``name``, the likeliest first."""
        told = paired(name)
        found, weights = [], []
        for word in told:
            for other, chance in self._words(word):
                holders = self._of[other]
                found.append(holders)
                weights.append(np.full(len(holders), chance * np.log(1 + len(self.names) / len(holders))))
        if not found:
            return []
        names, places = np.unique(np.concatenate(found), return_inverse=True)
        sums = np.bincount(places, np.concatenate(weights))
        first = np.argsort(-sums, kind="stable")[:BEGUN]
        begun = [self._begun(told, n) for n in names[first].tolist()]
        first = first[np.argsort(-(sums[first] + STARTED * np.array(begun)), kind="stable")]
        best = names[first[:COMPARED]].tolist()
        judged = [Found(n, self.names[n], compare(name, self.names[n], being).score) for n in best]
        return sorted(judged, key=lambda each: (-each.score, each.number))[:count]

    def _begun(self, asked: Iterable[str], number: int) -> int:
        """How many initials of one name may begin a word of the other."""
        ours, theirs = tuple(map(folded, asked)), tuple(map(folded, words(self.names[number])))
        return sum(
            any(begins(word, letter) for word in others if len(word) > 1)
            for own, others in ((ours, theirs), (theirs, ours))
            for letter in own
            if initial(letter)
        )

    def _words(self, word: str) -> Iterable[tuple[int, float]]:
        """The words of the index that may be ``word``, each with its chance."""
        ways = skeletons(word)
        lists = [
            kept[code(way[part])]
            for kept, part in ((self._begins, slice(ENDS)), (self._ends, slice(-ENDS, None)))
            for way in ways
        ]
        maybe = np.unique(np.concatenate(lists)).tolist() if lists else []
        near = extract(
            sketch(word),
            {n: self._sketches[n] for n in maybe},
            scorer=Indel.normalized_similarity,
            limit=LISTENED,
        )
        for _, _, n in near:
            chance = heard(word, self._vocabulary.words[n])
            if chance >= HEARD:
                yield n, chance


class _Lists:
    """For each key the numbers that stand under it."""

    def __init__(self, keys: Numbers, numbers: Numbers) -> None:
        order = np.argsort(keys, kind="stable")
        self._keys, self._numbers = keys[order], numbers[order]

    def __getitem__(self, key: int) -> Numbers:
        start, end = np.searchsorted(self._keys, (key, key + 1))
        return self._numbers[start:end]


def _rows(keys: Numbers) -> tuple[Numbers, Numbers]:
    rows, columns = np.nonzero(keys >= 0)
    return keys[rows, columns], rows
