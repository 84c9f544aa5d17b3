"""Names by each two of their words: their keys, and which of them match word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from firsthand.names.index.crowd import Crowd
from firsthand.names.index.vocabulary import ENDS, Engine, Floats, Numbers, Vocabulary, apart, both, owned
from firsthand.names.index.words import pairings, words

# A key that more entries have than this gives no pairs; of those with one whole word, fewer.
COMMON, COMMON_WORD, COMMON_INITIAL = 3_000, 60, 20
# An initial counts so much as a word that is heard; what is heard of two words, and how many names share such
# words by chance, are weighed so (learnt from pairs of 200,000 made names, with compare's score), and from
# this sum on names are compared.
INITIAL, HEARD, CROWDED, LIKELY = 0.5, 0.88, -0.27, -1.0
SKETCHED = 0.62  # and both words' sketches must be alike by this product
_SIDE = 24


class Entries:
    """Names by each two of their words: ``name``, ``one`` and ``other`` (words by number) of each entry."""

    def __init__(self, names: Sequence[str]) -> None:
        told = [(n, *pair) for n, name in enumerate(names) for pair in dict.fromkeys(pairings(words(name)))]
        self.vocabulary = Vocabulary(word for _, one, other in told for word in (one, other))
        number = self.vocabulary.number
        self.name = np.array([n for n, _, _ in told], np.int64)
        self.one = np.array([number[one] for _, one, _ in told], np.int64)
        self.other = np.array([number[other] for _, _, other in told], np.int64)

    def keyed(self) -> Iterator[tuple[Numbers, Numbers, int]]:
        """Keys, the entries that have them, and how many of one key are too many: how both words begin; how
        both end; one word as a whole, with the first or the last class of the other (if it is misspelt)."""
        words = self.vocabulary
        whole = np.flatnonzero(~(words.initials[self.one] | words.initials[self.other]))
        for side in (words.sounded(slice(ENDS), 0), words.sounded(slice(-ENDS, None), -1)):
            keys, rows = owned(_crossed(side[self.one[whole]], side[self.other[whole]]))
            yield keys, whole[rows], COMMON
        for side in (words.firsts, words.lasts):
            keys, rows = self._beside(side, words.wholes, whole)
            yield keys, rows, COMMON_WORD
        short = np.flatnonzero(words.short(self.one, self.other))
        begun, theirs = self._beside(words.firsts, words.sketched, short)
        keys, rows = self._beside(words.firsts, words.sketched, whole)
        met = np.isin(keys, begun)
        yield np.concatenate((keys[met], begun)), np.concatenate((rows[met], theirs)), COMMON_INITIAL

    def _beside(self, part: Numbers, all_: Numbers, rows: Numbers) -> tuple[Numbers, Numbers]:
        """Keys of a part of one word and all of the other, for these entries."""
        one, other = self.one[rows], self.other[rows]
        found = [owned(_crossed(part[a], all_[b], ordered=True)) for a, b in ((one, other), (other, one))]
        keys, places = (np.concatenate(column) for column in zip(*found, strict=True))
        return keys, rows[places]

    def matches(self, one: Numbers, other: Numbers) -> Iterator[Numbers]:
        """Of pairs of entries those whose words are alike, in either order: names and words as codes."""
        differ = self.name[one] != self.name[other]
        one, other = one[differ], other[differ]
        for first, second in ((self.one, self.other), (self.other, self.one)):
            a, b, c, d = self.one[one], self.other[one], first[other], second[other]
            likeness = self.vocabulary.alike(a, c)
            good = np.flatnonzero(likeness)
            good = good[likeness[good] * self.vocabulary.alike(b[good], d[good]) >= SKETCHED]
            names = both(self.name[one[good]], self.name[other[good]])
            yield np.stack((names, both(a[good], c[good]), both(b[good], d[good])))

    def likely(self, matches: Numbers, engine: Engine) -> tuple[Numbers, Floats]:
        """The names of those matches whose words are likely enough to be the same, with log-odds."""
        codes, places = np.unique(matches[1:], return_inverse=True)
        one, other = apart(codes)
        chances = np.where(self.vocabulary.short(one, other), INITIAL, self.vocabulary.heard(codes, engine))
        places = places.reshape(2, -1)
        crowd = Crowd(self.vocabulary, np.tile(self.name, 2), np.concatenate((self.one, self.other)))
        shares = crowd.of(one, other)[places].prod(0)
        odds = HEARD * logit(chances[places].prod(0)) + CROWDED * crowd.namesakes(shares)
        good = odds >= LIKELY
        names, owners = np.unique(matches[0][good], return_inverse=True)
        best = np.full(len(names), -np.inf, np.float32)
        np.maximum.at(best, owners, odds[good])
        return names, best


def logit(chances: Floats) -> Floats:
    """Chances as log-odds, none surer than one in a thousand or less likely than one in a hundred."""
    kept = np.clip(chances, 0.01, 0.999)
    return np.asarray(np.log(kept / (1 - kept)), np.float32)


def _crossed(one: Numbers, other: Numbers, ordered: bool = False) -> Numbers:
    """Each key of one word with each of the other, as one; -1 where either has none."""
    a, b = np.repeat(one, other.shape[1], axis=1), np.tile(other, (1, one.shape[1]))
    low, high = (a, b) if ordered else (np.minimum(a, b), np.maximum(a, b))
    return np.where((a >= 0) & (b >= 0), low << _SIDE | high, -1)
