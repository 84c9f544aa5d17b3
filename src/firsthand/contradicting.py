"""Rulings that two things are one or two, and that cannot all hold: which, and how to say so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from firsthand.joining import Joined
from firsthand.model import Anchor, Judgement, Ruling

Pair = tuple[Hashable, Hashable]
On = tuple[Ruling, Pair]
"""A ruling with the two things that it is on, to be compared."""
Call = Callable[[Anchor], str]
Graph = Mapping[Hashable, Sequence[tuple[Hashable, Ruling]]]
END = "They cannot all hold: {last} is not applied until one of them is undone."


class Words(NamedTuple):
    """How it is said that one is the other, and that it is not: "{one} is {other}"."""

    same: str
    different: str


def direct(rulings: Iterable[On], called: Call, words: Words) -> Iterator[str]:
    """On the same two people decided differently."""
    about: defaultdict[frozenset[Hashable], list[Ruling]] = defaultdict(list)
    for each, pair in rulings:
        about[frozenset(pair)].append(each)
    for group in about.values():
        if len({each.judgement for each in group}) > 1:
            one, other = map(called, group[0].on[:2])
            decided = ", ".join(f"{each.judgement} ({_whose(each)})" for each in group)
            same = next((r for r in group if r.judgement is Judgement.SAME), None)
            apart = any(r.judgement is Judgement.DIFFERENT for r in group)
            end = " " + END.format(last=f"ruling {same.number}") if same and apart else ""
            whether = words.same.format(one=one, other=other)
            yield f"Whether {whether} is decided in several ways: {decided}.{end}"


def by_others(rulings: Sequence[On], called: Call, words: Words) -> Iterator[str]:
    """Ruled the same, though others together say that they are not."""
    different = {frozenset(on): (r, on) for r, on in rulings if r.judgement is Judgement.DIFFERENT}
    joined = Joined[Hashable](on for _, on in different.values())
    graph = defaultdict[Hashable, list[tuple[Hashable, Ruling]]](list)
    for each, (one, other) in ((r, on) for r, on in rulings if r.judgement is Judgement.SAME):
        if frozenset((one, other)) in different:
            continue
        fits = joined.join(one, other)
        for a, b in (one, other), (other, one):
            graph[a].append((b, each))
        if not fits:
            yield _chain(each, different.values(), graph, called, words)
            for a, b in (one, other), (other, one):
                graph[a].remove((b, each))


def _chain(last: Ruling, different: Iterable[On], graph: Graph, called: Call, words: Words) -> str:
    ways = ((r, _way(graph, *on)) for r, on in different)
    against, way = next((r, found) for r, found in ways if last in found)
    same = " and ".join(_said(r, called, words.same) for r in sorted(way, key=_number))
    apart = _said(against, called, words.different)
    return f"{same}, but {apart}. {END.format(last=f'ruling {last.number}')}"


def _said(ruling: Ruling, called: Call, words: str) -> str:
    return f"{words.format(one=called(ruling.on[0]), other=called(ruling.on[1]))} ({_whose(ruling)})"


def _way(graph: Graph, start: Hashable, end: Hashable) -> list[Ruling]:
    """The rulings by which one is the other, the fewest; none if it is not."""
    came: dict[Hashable, tuple[Hashable, Ruling] | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, ruling in graph.get(here, ()):
            if there not in came:
                came[there] = (here, ruling)
                waiting.append(there)
    way, at = list[Ruling](), came.get(end)
    while at is not None:
        way.append(at[1])
        at = came[at[0]]
    return way[::-1]


def _number(ruling: Ruling) -> int:
    return ruling.number


def _whose(ruling: Ruling) -> str:
    return f"ruling {ruling.number}, {ruling.by}"
