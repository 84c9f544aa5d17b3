"""Texts laid side by side, word by word, with an apparatus of their variants.

| takes | gives | promise |
|---|---|---|
| names and texts | a Collation | no word is lost or counted twice; the order of each text is kept |
"""

from __future__ import annotations

from collections.abc import Mapping

from firsthand.matching.collation.families import families
from firsthand.matching.collation.lexing import lexed
from firsthand.matching.collation.moved import transpositions
from firsthand.matching.collation.table import table
from firsthand.matching.collation.variations import variations
from firsthand.model import Collation

__all__ = ["collate"]


def collate(texts: Mapping[str, str]) -> Collation:
    """Lay ``texts``, by name, side by side. Any texts give an answer; those without a word stay empty."""
    words = [lexed(text) for text in texts.values()]
    columns = table(words)
    parted = variations(words, columns)
    spans = tuple(tuple(words[n].spans[c[n]] if n in c else None for n in range(len(words))) for c in columns)
    return Collation(
        tuple(texts),
        tuple(texts.values()),
        spans,
        parted,
        transpositions(words, columns),
        families(len(words), parted),
    )
