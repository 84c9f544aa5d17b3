"""Which full names are one name written in two scripts, and by which routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, product

from firsthand.names import scripts
from firsthand.names.routes import route_between
from firsthand.names.routes import routes as every_route
from firsthand.names.spelling import Name

SCRIPTS = ("LATIN", "CYRILLIC", "HANGUL")
MOST = 4_000  # pairs of names in two scripts that are all tried: about a second


def across(names: Iterable[Name], others: Iterable[Name] = ()) -> Iterator[tuple[Name, Name, str]]:
    """Pairs of full names that are one name in two scripts, each once, with the routes that lead from one to
    the other; "" where it is how foreign names sound in Hangul. Two of ``others`` are not compared.
    """
    known = {each.key: each for each in names}
    more = {each.key: each for each in others if each.key not in known}
    seen: set[frozenset[str]] = set()
    for one, other in scripts.across([*known.values(), *more.values()]):
        if known.keys() & {one.key, other.key}:
            seen.add(frozenset((one.key, other.key)))
            yield one, other, routes(one, other)
    for one, other in _possible(list(known.values()), list(more.values())):
        if frozenset((one.key, other.key)) not in seen and (way := routes(one, other)):
            yield one, other, way


def routes(one: Name, other: Name) -> str:
    """The routes by which all of one name is all of the other; "" where there are none."""
    path, named = route_between(one.core, other.core), every_route()
    if path is None or not path.whole:
        return ""
    return ", ".join(named[each].name if each in named else each for each in path.routes)


def _possible(names: Sequence[Name], others: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs in two scripts; none between two scripts that have too many of them."""
    ours, theirs = ({s: [n for n in some if _full(n, s)] for s in SCRIPTS} for some in (names, others))
    for one, other in combinations(SCRIPTS, 2):
        pairs = (
            product(ours[one], ours[other]),
            product(ours[one], theirs[other]),
            product(ours[other], theirs[one]),
        )
        sizes = len(ours[one]) * (len(ours[other]) + len(theirs[other])) + len(ours[other]) * len(theirs[one])
        if sizes <= MOST:
            yield from chain(*pairs)


def _full(name: Name, script: str) -> bool:
    least = 1 if script == "HANGUL" else 2
    return len(name.words) >= least and len(name.key) > 1 and scripts.script(name.core) == script
