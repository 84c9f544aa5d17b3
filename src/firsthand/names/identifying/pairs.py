"""Sources whose names may be spellings of one, without comparing every name with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from firsthand.model import Being, Likeness, Sameness, Source
from firsthand.names.comparing import compare
from firsthand.names.spelling import read_name

PERSONAL = frozenset({Being.PERSON, Being.UNKNOWN})
MOST = 200  # full names of a strand that are all compared with each other: 20,000 pairs, some seconds


def possible(sources: Iterable[Source]) -> Iterator[tuple[Source, Source, Likeness]]:
    """Pairs of persons with full names of which names alone do not say that they are two."""
    named = [s for s in sources if s.being in PERSONAL and _full(s)]
    named.sort(key=lambda s: (-len(s.attributions), s.name, s.id))
    for one, other in _near(named):
        likeness = compare(one.name, other.name, Being.PERSON)
        if likeness.verdict is not Sameness.DIFFERENT:
            yield one, other, likeness


def _full(source: Source) -> bool:
    name = read_name(source.name, Being.PERSON)
    return len(name.words) > 1 or (not source.name.isascii() and len(name.key) > 2)


def _near(named: list[Source]) -> Iterator[tuple[Source, Source]]:
    """All pairs of a few; of many those whose words begin alike."""
    if len(named) <= MOST:
        yield from ((a, b) for n, a in enumerate(named) for b in named[n + 1 :])
        return
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(named):
        for word in read_name(source.name, Being.PERSON).words:
            by_key[word[:3]].append(number)
    pairs = {(a, b) for group in by_key.values() if len(group) <= MOST for a in group for b in group if a < b}
    yield from ((named[a], named[b]) for a, b in sorted(pairs))
