"""Rulings on names that cannot all hold: which, and in what words to say so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from firsthand.model import Anchor, Judgement, Ruling
from firsthand.names.ruled import Element, Joined, on_names, pair

Graph = Mapping[Element, Sequence[tuple[Element, Ruling]]]
END = "They cannot all hold: {last} is not applied until one of them is undone."


def contradictions(
    rulings: Iterable[Ruling], called: Callable[[Anchor], str] = lambda anchor: f"“{anchor.words}”"
) -> tuple[str, ...]:
    """A sentence or two for each ruling that cannot hold beside others; ``called`` says what is ruled on."""
    found = on_names(rulings)
    return (*_direct(found, called), *_by_others(found, called))


def _direct(rulings: Sequence[Ruling], called: Callable[[Anchor], str]) -> Iterator[str]:
    """On the same two names people decided differently."""
    about: defaultdict[frozenset[Element], list[Ruling]] = defaultdict(list)
    for each in rulings:
        about[frozenset(pair(each))].append(each)
    for group in about.values():
        if len({each.judgement for each in group}) > 1:
            one, other = map(called, group[0].on[:2])
            decided = ", ".join(f"{each.judgement} ({_whose(each)})" for each in group)
            same = next((r for r in group if r.judgement is Judgement.SAME), None)
            apart = any(r.judgement is Judgement.DIFFERENT for r in group)
            end = " " + END.format(last=f"ruling {same.number}") if same and apart else ""
            yield f"Whether {one} is {other} is decided in several ways: {decided}.{end}"


def _by_others(rulings: Sequence[Ruling], called: Callable[[Anchor], str]) -> Iterator[str]:
    """Ruled the same, though others together say that they are not."""
    different = {frozenset(pair(r)): r for r in rulings if r.judgement is Judgement.DIFFERENT}
    joined, graph = (
        Joined(map(pair, different.values())),
        defaultdict[Element, list[tuple[Element, Ruling]]](list),
    )
    for each in (r for r in rulings if r.judgement is Judgement.SAME):
        one, other = pair(each)
        if frozenset((one, other)) in different:
            continue
        fits = joined.join(one, other)
        for a, b in (one, other), (other, one):
            graph[a].append((b, each))
        if not fits:
            yield _chain(each, different.values(), graph, called)
            for a, b in (one, other), (other, one):
                graph[a].remove((b, each))


def _chain(last: Ruling, different: Iterable[Ruling], graph: Graph, called: Callable[[Anchor], str]) -> str:
    ways = ((r, _way(graph, *pair(r))) for r in different)
    against, way = next((r, found) for r, found in ways if last in found)
    same = " and ".join(
        f"{called(r.on[0])} is {called(r.on[1])} ({_whose(r)})" for r in sorted(way, key=_number)
    )
    apart = f"{called(against.on[0])} is not {called(against.on[1])} ({_whose(against)})"
    return f"{same}, but {apart}. {END.format(last=f'ruling {last.number}')}"


def _way(graph: Graph, start: Element, end: Element) -> list[Ruling]:
    """The rulings by which one element is another, the fewest; none if it is not."""
    came: dict[Element, tuple[Element, Ruling] | None] = {start: None}
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
