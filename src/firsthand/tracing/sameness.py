"""Which readings of a statement surely say the same, and which only likely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firsthand.joining import joined
from firsthand.model import Match
from firsthand.tracing.figures import Figure


def sure(match: Match) -> bool:
    """Whether a match shows that two say the same: words that agree, or others that surely do.

    The rest group statements, but show nothing about descent.
    """
    return not match.kind.in_other_words or match.surely


# A rough number ("about 40") is the same as one that differs by no more than this share.
ROUGHLY = 0.2


def numbers_part(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether both tell numbers and have none in common: then neither confirms what the other says."""
    return bool(ours and theirs) and not any(_one_number(a, b) for a in ours for b in theirs)


def _one_number(a: Figure, b: Figure) -> bool:
    apart = abs(a.value - b.value)
    return a.kind == b.kind and (
        apart == 0 or (bool(a.rough or b.rough) and apart <= ROUGHLY * max(a.value, b.value))
    )


class Sameness:
    """What the matches of a case say about two readings, directly or by way of others."""

    def __init__(self, matches: Sequence[Match]) -> None:
        self._likely = joined(_ends(matches))
        self._sure = joined(_ends(m for m in matches if sure(m)))

    def doubted(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether two lots of attributions are held to say the same by nothing but unsure matches.

        Where no match joins them at all they were put together by somebody who knew.
        """
        a, b = list(ours), list(theirs)
        likely, shown = (
            bool({of.get(x, x) for x in a} & {of.get(x, x) for x in b}) for of in (self._likely, self._sure)
        )
        return likely and not shown


def _ends(matches: Iterable[Match]) -> Iterator[tuple[str, str]]:
    return ((m.a_attribution, m.b_attribution) for m in matches if m.b_attribution)
