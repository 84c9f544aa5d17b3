"""Two spellings of a Korean name laid beside each other, by the Hangul that both may stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import product, zip_longest

from firsthand.names.routes.hangul import southern_name
from firsthand.names.routes.korean import rank
from firsthand.names.routes.reading_back import (
    HABITS,
    READ_ABROAD,
    Reading,
    Readings,
    Token,
    readings,
    unlisted,
)
from firsthand.names.routes.route import Part, Path

APART = 2
NORTH_SOUTH = "ko-north-south"


def meet(one: str, other: str, exclude: frozenset[str] = frozenset()) -> Path | None:
    """How two names agree as Korean ones; None where either cannot be one, or no part agrees.

    Of the ways to read them (family name first or last, syllables divided so or so) the one in
    which most agrees. Both must have a family name of the table.
    """
    return _best(readings(one), readings(other), exclude)


def meet_as(
    one: str, other: str, read: Callable[[str], Readings], exclude: frozenset[str] = frozenset()
) -> Path | None:
    """As `meet`, with each syllable that is in Hangul read anew by ``read``, on one side or the other."""
    a, b = readings(one), readings(other)
    paths = (_best(_reread(one, read), b, exclude), _best(a, _reread(other, read), exclude))
    return max((p for p in paths if p), key=_weight, default=None)


def _reread(name: str, read: Callable[[str], Readings]) -> tuple[Reading, ...]:
    def anew(token: Token) -> Token:
        return Token(token.text, read(token.text))

    return tuple(Reading(r.way, anew(r.family), tuple(map(anew, r.given))) for r in unlisted(name))


def _best(one: tuple[Reading, ...], other: tuple[Reading, ...], exclude: frozenset[str]) -> Path | None:
    best: Path | None = None
    for a, b in product(one, other):
        path = _path(a, b, exclude) if _may_meet(a, b) else None
        if path and (best is None or _weight(path) > _weight(best)):
            best = path
    return best


def _may_meet(one: Reading, other: Reading) -> bool:
    """Whether a path between two readings says anything.

    Two readings from abroad do not (a Chinese reading of one name against one of another would make
    one of "Wenji" and "Wenqi"), and against a spelling in the same letters at least `APART` syllables
    must be read otherwise.
    """
    abroad = [reading.way in READ_ABROAD for reading in (one, other)]
    if all(abroad) or (any(abroad) and "HAN" in (one.way, other.way)):
        return False
    if not any(abroad) or {one.way, other.way} & {"HANGUL", "CYRILLIC"}:
        return True
    return sum(a.text != b.text for a, b in zip(one.tokens, other.tokens, strict=False)) >= APART


def _weight(path: Path) -> tuple[int, int]:
    return len(path.agree) - len(path.differ), -sum(part.one_routes == () for part in path.agree)


def _path(one: Reading, other: Reading, exclude: frozenset[str]) -> Path | None:
    pairs = zip_longest(one.tokens, other.tokens, fillvalue=Token("", {}))
    laid = [_part(a, b, exclude) for a, b in pairs]
    agree = tuple(part for part, _ in laid if part.pivot)
    if not agree:
        return None
    differ = tuple(part for part, _ in laid if not part.pivot)
    pivot = "" if differ else "".join(part.pivot for part in agree)
    return Path(_told_alike(agree), differ, pivot, ambiguous=any(more for _, more in laid))


def _part(one: Token, other: Token, exclude: frozenset[str]) -> tuple[Part, bool]:
    """Two syllables as a part, and whether they may stand for more than one syllable of Hangul."""
    a, b = (_without(token.readings, exclude) for token in (one, other))
    same = {h: (a[h], b[h]) for h in a if h in b}
    if not same and NORTH_SOUTH not in exclude:
        same = _north_and_south(a, b)
    if not same:
        return Part(one.text, other.text), False
    pivot = max(same, key=lambda h: _plainness(h, same[h]))
    return Part(one.text, other.text, pivot, *same[pivot]), len(same) > 1


def _without(found: Readings, exclude: frozenset[str]) -> Readings:
    if not exclude:
        return found
    kept = {h: tuple(r for r in routes if r not in exclude) for h, routes in found.items()}
    return {h: routes for h, routes in kept.items() if routes or not found[h]}


def _north_and_south(a: Readings, b: Readings) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What agrees where one side follows the North (리) and the other the South (이)."""
    south = {southern_name(h): routes for h, routes in b.items()}
    return {
        h: ((*routes, NORTH_SOUTH), south[southern_name(h)])
        for h, routes in a.items()
        if southern_name(h) in south
    }


def _plainness(hangul: str, routes: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[int, int]:
    """How well both sides are explained by standards (how many have one), then how usual the syllable is."""
    explained = sum(any(r not in HABITS for r in side) or not side for side in routes)
    return explained, -rank(hangul)


def _told_alike(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with the routes that explain most of the name first, standards before habits."""
    one = _order(p.one_routes for p in parts)
    other = _order(p.other_routes for p in parts)
    return tuple(
        replace(
            p,
            one_routes=tuple(sorted(p.one_routes, key=one.index)),
            other_routes=tuple(sorted(p.other_routes, key=other.index)),
        )
        for p in parts
    )


def _order(each: Iterable[tuple[str, ...]]) -> list[str]:
    times = Counter(route for routes in each for route in routes)
    return sorted(times, key=lambda r: (r in HABITS, -times[r]))
