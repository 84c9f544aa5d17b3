"""Two names laid beside each other word by word, in whatever order their words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from firsthand.names.routes.calendar_names import languages_of_given_name
from firsthand.names.routes.cases import other_gender
from firsthand.names.routes.letters import LONGEST, bare, words_of
from firsthand.names.routes.route import Part, Path
from firsthand.names.routes.slavic import DECLINED, agreeing

WORDS = 8  # of a name; what has more is no name


def lay(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Path | None:
    """How two names agree word by word; None where no word agrees, or where either is no name by its length.

    ``ambiguous`` where one may be a case of the other or another name: "Олександра Коваленко" may be the
    wife, or a case of "Олександр Коваленко".
    """
    if max(len(one), len(other)) > LONGEST:
        return None
    words, others = words_of(one), words_of(other)
    if not 0 < len(words) <= WORDS or not 0 < len(others) <= WORDS:
        return None
    agree, left, right = _matched(words, others, exclude)
    differ = tuple(Part(a, b) for a, b in zip_longest(left, right, fillvalue=""))
    pivot = "" if differ else " ".join(part.pivot for part in agree)
    return Path(tuple(agree), differ, pivot, ambiguous=_or_another(agree)) if agree else None


def _or_another(agree: Sequence[Part]) -> bool:
    """Whether a name may be a case of the other, and may as well be another name.

    It is a case where some declined word can be nothing else, and no given name was left as it is.
    """
    declined = [part for part in agree if DECLINED in (*part.one_routes, *part.other_routes)]
    if not declined:
        return False
    kept = any(languages_of_given_name(part.pivot.capitalize()) for part in agree if part not in declined)
    words = (part.one if DECLINED in part.one_routes else part.other for part in declined)
    return kept or all(languages_of_given_name(w.capitalize()) or other_gender(bare(w)) for w in words)


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
