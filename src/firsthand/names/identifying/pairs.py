"""Sources whose names may be spellings of one, without comparing every name with every other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from firsthand.model import Being, Likeness, Sameness, Source
from firsthand.names.comparing import compare
from firsthand.names.spelling import read_name

if TYPE_CHECKING:
    from firsthand.names.index.vocabulary import Engine

PERSONAL = frozenset({Being.PERSON, Being.UNKNOWN})
MOST = 20  # full names of a strand that are all compared with each other: 190 pairs


def possible(sources: Iterable[Source], engine: Engine) -> Iterator[tuple[Source, Source, Likeness]]:
    """Pairs of persons with full names of which names alone do not say that they are two; the one who speaks
    more often stands first."""
    named = [s for s in sources if s.being in PERSONAL and read_name(s.name, Being.PERSON).full]
    named.sort(key=lambda s: (-len(s.attributions), s.name, s.id))
    for one, other in _near([each.name for each in named], engine):
        likeness = compare(named[one].name, named[other].name, Being.PERSON)
        if likeness.verdict is not Sameness.DIFFERENT:
            yield named[one], named[other], likeness


def _near(names: list[str], engine: Engine) -> Iterator[tuple[int, int]]:
    """All pairs of a few; of many those that the keys of their words bring together."""
    if len(names) <= MOST:
        yield from combinations(range(len(names)), 2)
        return
    from firsthand.names.index import sharing_words

    yield from sharing_words(names, engine)
