"""Texts that have a wording in common, laid side by side: columns, variations, words that were moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from firsthand.model.places import Span


class VariationKind(StrEnum):
    """What the texts part in at one place."""

    WORDS = "words"
    SPELLING = "spelling"  # words that differ in few letters
    MARKS = "marks"  # the same words; capitals or punctuation differ
    OMISSION = "omission"  # two words or more, which some texts have and others have not


class Variant(NamedTuple):
    """One of the wordings at a place, "" for nothing, and the numbers of the texts that have it."""

    words: str
    texts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Variation:
    """Columns ``start`` to ``end``, in which texts part; the wording that most have comes first.

    A text that lacks the whole neighbourhood stands in none of the variants.
    """

    kind: VariationKind
    start: int
    end: int
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Transposition:
    """Words that text ``text`` has at ``here``, and others have in columns ``start`` to ``end``."""

    text: int
    here: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Collation:
    """Texts side by side. Each column holds, for every text, the place of one word, or None.

    ``families`` are the texts, by number, that agree in variants which most others do not have.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...]
    columns: tuple[tuple[Span | None, ...], ...]
    variations: tuple[Variation, ...] = ()
    transpositions: tuple[Transposition, ...] = ()
    families: tuple[tuple[int, ...], ...] = ()
