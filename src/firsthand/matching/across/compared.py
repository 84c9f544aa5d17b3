"""Sentences in several languages: which say the same, as far as can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.matching.across.encoder import Encoder, Vectors, loaded
from firsthand.matching.across.evidence import Evidence, Said, compare, said
from firsthand.matching.across.judging import Candidate, Judged, Rivals, judge
from firsthand.matching.across.nearest import Near, nearest
from firsthand.matching.across.weights import Weights, find

# The mean of a language is that of these sentences and of this many as they are elsewhere.
ELSEWHERE = 100
NO_WEIGHTS = "Nothing was compared across languages: firsthand-weights-vectors is not installed"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences by their numbers, a < b, and what is proposed about them."""

    a: int
    b: int
    judged: Judged


@dataclass(frozen=True, slots=True)
class Across:
    """The pairs, and in sentences what was not compared."""

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]


def across(sentences: Sequence[str], languages: Sequence[str], weights: Weights | None = None) -> Across:
    """Pairs of sentences in two languages, with a verdict on each; in order of (a, b).

    Takes sentences and the language of each ("ko", "en"; "" where it is not known). Compared are a
    sentence and its ten nearest of every other language. ``weights`` are those installed if none are
    given; without any the answer is no pairs and a note.
    """
    weights = weights or find()
    if weights is None:
        return Across((), (NO_WEIGHTS,))
    found = candidates(sentences, languages, loaded(weights)) if len(set(languages)) > 1 else ()
    return Across(tuple(Pair(each.near.a, each.near.b, judge(each)) for each in found), ())


def candidates(sentences: Sequence[str], languages: Sequence[str], encoder: Encoder) -> list[Candidate]:
    """Each sentence with its nearest in other languages, and what speaks for and against each."""
    vectors, known = _read(encoder, sentences, languages)
    near = nearest(vectors, languages)
    evidence = [compare(known[each.a], known[each.b]) for each in near]
    return [*map(Candidate, near, evidence, _rivals(near, evidence, languages))]


def _read(encoder: Encoder, sentences: Sequence[str], languages: Sequence[str]) -> tuple[Vectors, list[Said]]:
    vectors = np.zeros((len(sentences), len(encoder.mean("").vector)), np.float32)
    known: list[Said] = []
    for row, encoded in enumerate(encoder.encode(sentences)):
        vectors[row] = encoded.vector
        known.append(said(sentences[row], languages[row], encoded, encoder.mean(languages[row])))
    return centred(vectors, languages, {code: encoder.mean(code).vector for code in set(languages)}), known


def centred(vectors: Vectors, languages: Sequence[str], means: Mapping[str, Vectors]) -> Vectors:
    """Vectors about the mean of their language, of unit length.

    What sentences share only because they are of one language would else outweigh what they say: the
    mean subtracted, the partner of a Korean sentence among 1,000 English ones is nearest in 87 of 100
    cases, else in 83.
    """
    found = vectors.copy()
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, language in enumerate(languages):
        rows[language].append(row)
    for language, own in rows.items():
        here = vectors[own].sum(0)
        found[own] -= (here + ELSEWHERE * means[language]) / (len(own) + ELSEWHERE)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    unit: Vectors = (found / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return unit


def _rivals(near: Sequence[Near], evidence: Sequence[Evidence], languages: Sequence[str]) -> Iterator[Rivals]:
    """For each candidate the best of the others that a has in the language of b, or b in that of a."""
    beyond, laid = _Best(), _Best()
    for each, found in zip(near, evidence, strict=True):
        for side in ((each.a, languages[each.b]), (each.b, languages[each.a])):
            beyond.met(side, each.beyond)
            laid.met(side, found.laid)
    for each, found in zip(near, evidence, strict=True):
        sides = ((each.a, languages[each.b]), (each.b, languages[each.a]))
        yield Rivals(
            max(beyond.but(side, each.beyond) for side in sides),
            max(laid.but(side, found.laid) for side in sides),
        )


class _Best:
    """The two greatest values met at each place."""

    def __init__(self) -> None:
        self.first: dict[tuple[int, str], float] = {}
        self.second: dict[tuple[int, str], float] = {}

    def met(self, place: tuple[int, str], value: float) -> None:
        best = self.first.get(place, -1.0)
        self.first[place] = max(best, value)
        self.second[place] = max(self.second.get(place, -1.0), min(best, value))

    def but(self, place: tuple[int, str], value: float) -> float:
        """The greatest value at a place without this one."""
        return self.second[place] if value >= self.first[place] else self.first[place]
