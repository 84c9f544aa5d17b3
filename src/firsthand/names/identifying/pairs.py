"""Sources whose names may be spellings of one, without comparing every name with every other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.model import Being, Likeness, Sameness, Source
from firsthand.names.comparing import compare
from firsthand.names.spelling import read_name

PERSONAL = frozenset({Being.PERSON, Being.UNKNOWN})
MOST = 20  # full names of a strand that are all compared with each other: 190 pairs
MANY = 500  # of more, those who speak most often are held against each other: a search takes some 20 ms
NEAREST = 6  # names that one is compared with where there are more


def possible(sources: Iterable[Source]) -> Iterator[tuple[Source, Source, Likeness]]:
    """Pairs of persons with full names of which names alone do not say that they are two, of those ``MANY``
    who speak most often."""
    named = [s for s in sources if s.being in PERSONAL and read_name(s.name, Being.PERSON).full]
    named.sort(key=lambda s: (-len(s.attributions), s.name, s.id))
    for one, other in _near(named[:MANY]):
        likeness = compare(one.name, other.name, Being.PERSON)
        if likeness.verdict is not Sameness.DIFFERENT:
            yield one, other, likeness


def _near(named: list[Source]) -> Iterator[tuple[Source, Source]]:
    """All pairs of a few; of many those that the index of names finds."""
    if len(named) <= MOST:
        yield from ((a, b) for n, a in enumerate(named) for b in named[n + 1 :])
        return
    from firsthand.names.index import Index

    index = Index([each.name for each in named])
    near = ((n, found.number) for n, each in enumerate(named) for found in index.near(each.name, NEAREST))
    pairs = dict.fromkeys((min(pair), max(pair)) for pair in near if pair[0] != pair[1])
    yield from ((named[a], named[b]) for a, b in sorted(pairs))
