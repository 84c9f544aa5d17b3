"""What of two sentences in two languages answers to each other: pieces, names, numbers, the sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from firsthand.languages.opposites import Pole, poles, turned
from firsthand.matching.across.encoder import Encoded, Mean, Vectors
from firsthand.matching.across.figures import figures, unmatched
from firsthand.matching.across.lexicon import lexicon
from firsthand.matching.across.sounds import alike
from firsthand.matching.vocabulary import weight
from firsthand.matching.words import names_in, words_of
from firsthand.model import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A word that is written as a name, and the pieces that it consists of (rows)."""

    text: str
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it is compared. ``pieces`` are unit vectors about the mean of the language."""

    text: str
    language: str
    pieces: Vectors
    words: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[Name, ...]
    numbers: frozenset[float]
    negated: bool | None
    poles: Mapping[Pole, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against two sentences saying the same; a is the one, b the other.

    ``laid`` is how well the pieces of either find an answer in the other, 0 to 1. ``names_a`` are those of
    a with how well each is answered in b. ``opposed`` are words of a whose opposite is in b, ``places``
    countries and capitals of a instead of which b has others.
    """

    laid: float
    names_a: tuple[tuple[str, float], ...]
    names_b: tuple[tuple[str, float], ...]
    shared: int
    numbers_a: tuple[float, ...]
    numbers_b: tuple[float, ...]
    negated_a: bool | None
    negated_b: bool | None
    opposed: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    length: float


def said(text: str, language: str, encoded: Encoded, mean: Mean) -> Said:
    """What is compared of one sentence."""
    whole = [Span(0, len(text))]
    words = words_of(text, whole)
    named = names_in(text, words) - lexicon().capitals.get(language, frozenset())
    names = tuple(
        Name(text[span.start : span.end], _pieces(encoded, span))
        for key, span in zip(words.keys, words.spans, strict=True)
        if key in named and text[span.start].isupper() and weight(key) and not _placed(key)
    )
    pieces = _unit(encoded.pieces - mean.piece)
    written = tuple(text[span.start : span.end] for span in words.spans)
    return Said(
        text,
        language,
        pieces,
        written,
        words.keys,
        names,
        figures(text),
        _negated(text, words.keys, language),
        poles(words.keys, language),
    )


def compare(a: Said, b: Said) -> Evidence:
    """The evidence for a and b."""
    answers = a.pieces @ b.pieces.T
    if not answers.size:  # nothing but signs on one side: nothing answers to it
        answers = np.zeros((max(1, len(a.pieces)), max(1, len(b.pieces))), np.float32)
    forth, back = answers.max(1), answers.max(0)
    return Evidence(
        laid=float((forth.mean() + back.mean()) / 2),
        names_a=tuple(_answered(a.names, forth, b.words)),
        names_b=tuple(_answered(b.names, back, a.words)),
        shared=len(a.numbers) - len(unmatched(a.numbers, b.numbers)),
        numbers_a=tuple(unmatched(a.numbers, b.numbers)),
        numbers_b=tuple(unmatched(b.numbers, a.numbers)),
        negated_a=a.negated,
        negated_b=b.negated,
        opposed=tuple(turned(a.poles, b.poles)),
        places=tuple(_elsewhere(a.keys, b.keys)),
        length=abs(float(np.log((len(a.pieces) + 1) / (len(b.pieces) + 1)))),
    )


def _answered(names: Sequence[Name], best: Vectors, words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each name with 1 where a word sounds like it, else how near its pieces come to any of the other's."""
    for name in names:
        near = float(best[list(name.pieces)].mean()) if name.pieces else 0.0
        yield name.text, 1.0 if any(alike(name.text, word) for word in words) else near


def _elsewhere(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A place that only the one names with a place that only the other names."""
    here, there = _places(one), _places(other)
    left = [here[n] for n in here if n not in there]
    right = [there[n] for n in there if n not in here]
    if left and right:
        yield left[0], right[0]


@lru_cache(maxsize=200_000)
def _placed(key: str) -> bool:
    """Whether a word names a listed place: these are compared as places, not by their sound."""
    return any(place.has(key) for place in lexicon().places)


@lru_cache(maxsize=200_000)
def _places(keys: tuple[str, ...]) -> dict[int, str]:
    """The listed places among folded words, by their number, with the word."""
    known = lexicon().places
    return {n: key for key in keys for n, place in enumerate(known) if place.has(key)}


def _negated(text: str, keys: Sequence[str], language: str) -> bool | None:
    """Whether the sentence holds a negation; None in a language whose negations are not listed."""
    known = lexicon()
    code = language.lower().replace("_", "-").split("-")[0]
    if code not in known.negations:
        return None
    joined = text.replace(" ", "")
    return any(k in known.negations[code] for k in keys) or any(
        e in joined for e in known.inside.get(code, ())
    )


def _pieces(encoded: Encoded, span: Span) -> tuple[int, ...]:
    return tuple(n for n, (start, end) in enumerate(encoded.spans) if start < span.end and end > span.start)


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Vectors = (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return found
