"""Two names laid beside each other word by word, in whatever order their words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from firsthand.names.routes.letters import LONGEST, words_of
from firsthand.names.routes.route import Part, Path
from firsthand.names.routes.slavic import DECLINED, agreeing

WORDS = 8  # of a name; what has more is no name


def lay(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Path | None:
    """How two names agree word by word; None where no word agrees, or where either is no name by its length.

    ``ambiguous`` where one word is declined and another is not: "Олександра Коваленко" may be the
    wife, or a case of "Олександр Коваленко".
    """
    if max(len(one), len(other)) > LONGEST:
        return None
    words, others = words_of(one), words_of(other)
    if not 0 < len(words) <= WORDS or not 0 < len(others) <= WORDS:
        return None
    agree, left, right = _matched(words, others, exclude)
    differ = tuple(Part(a, b) for a, b in zip_longest(left, right, fillvalue=""))
    declined = {DECLINED in (*part.one_routes, *part.other_routes) for part in agree}
    pivot = "" if differ else " ".join(part.pivot for part in agree)
    return Path(tuple(agree), differ, pivot, ambiguous=len(declined) > 1) if agree else None


def _matched(
    words: Sequence[str], others: Sequence[str], exclude: frozenset[str]
) -> tuple[list[Part], list[str], list[str]]:
    """The words that agree, each with one other; first those that are the same, then those by a route."""
    agree: dict[int, Part] = {}
    taken: set[int] = set()
    for same in (True, False):
        for i, j, part in _pairs(words, others, exclude):
            if i not in agree and j not in taken and (not same or not (part.one_routes or part.other_routes)):
                agree[i] = part
                taken.add(j)
    left = [w for i, w in enumerate(words) if i not in agree]
    return [agree[i] for i in sorted(agree)], left, [w for j, w in enumerate(others) if j not in taken]


def _pairs(
    words: Sequence[str], others: Sequence[str], exclude: frozenset[str]
) -> Iterator[tuple[int, int, Part]]:
    for i, word in enumerate(words):
        for j, other in enumerate(others):
            if part := agreeing(word, other, exclude):
                yield i, j, part
