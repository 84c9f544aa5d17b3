"""Keys of a name by itself, for names that are kept in a table: those that may be one share some."""

from __future__ import annotations

from itertools import chain

from firsthand.names.index.skeleton import skeletons
from firsthand.names.index.words import paired

SILENT = "-"


def keys(name: str) -> frozenset[str]:
    """How the words of a name sound, in classes of consonants: "Pyo Jin-gu" has PP-, SNK; 표진구 too.

    Two short words that may be one word are taken together as well; a word of vowels alone has ``SILENT``, a
    name without any letters none.
    """
    return frozenset(key or SILENT for key in chain.from_iterable(map(skeletons, paired(name))))
