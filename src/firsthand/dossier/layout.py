"""Where boxes and lines go: columns from left to right in time, few crossings, nothing overlapping.

The layered method of Sugiyama, Tagawa and Toda (1981): cut circles, choose columns, order each column
by the median of its neighbours, then set heights as near to the neighbours as room allows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

Edge = tuple[str, str]  # parent, child
SWEEPS = 16
STIFF = 8  # how much more a passing line is drawn towards its own course than towards a box
FITTING = 8  # columns that a page has room for


def forward(ids: Sequence[str], edges: Sequence[Edge]) -> set[Edge]:
    """The edges that remain when every circle is cut at the edge that closes it, in the order given."""
    children = _neighbours(edges, 0)
    kept: set[Edge] = set()
    state: dict[str, int] = {}
    for root in [*_roots(ids, edges), *ids]:
        stack = [(root, iter(children.get(root, ())))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            node, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                state[node] = 2
                stack.pop()
            elif state.get(child) != 1:
                kept.add((node, child))
                if child not in state:
                    state[child] = 1
                    stack.append((child, iter(children.get(child, ()))))
    return kept


def _roots(ids: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    made = {child for _, child in edges}
    return [i for i in ids if i not in made]


def _neighbours(edges: Sequence[Edge], end: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge[end], []).append(edge[1 - end])
    return found


def columns(ids: Sequence[str], edges: Sequence[Edge], when: Mapping[str, int]) -> dict[str, int]:
    """A column for every id: right of its parents, and right of everything with a smaller ``when``.

    ``edges`` hold no circle. An id without parents stands just left of its first child.
    """
    order = _topological(ids, edges)
    parents, children = _neighbours(edges, 1), _neighbours(edges, 0)
    least: dict[str, int] = dict.fromkeys(ids, 0)
    column = _longest(order, parents, least)
    for moment in sorted(set(when.values()))[1:]:
        bound = 1 + max(column[i] for i in when if when[i] < moment)
        least |= {i: bound for i in when if when[i] == moment}
        column = _longest(order, parents, least)
    for i in reversed(order):
        if i not in parents and i in children:
            column[i] = max(column[i], min(column[c] for c in children[i]) - 1)
    return column


def _longest(
    order: Sequence[str], parents: Mapping[str, Sequence[str]], least: Mapping[str, int]
) -> dict[str, int]:
    column: dict[str, int] = {}
    for i in order:
        column[i] = max([least[i], *(column[p] + 1 for p in parents.get(i, ()))])
    return column


def _topological(ids: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    children = _neighbours(edges, 0)
    waiting = dict.fromkeys(ids, 0)
    for _, child in edges:
        waiting[child] += 1
    ready = [i for i in ids if not waiting[i]]
    for i in ready:  # grows as it goes
        for child in children.get(i, ()):
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return ready


def fitted(ids: Sequence[str], edges: Sequence[Edge], days: Mapping[str, str]) -> dict[str, int]:
    """Columns in time: a column for every day, or for so many neighbouring days that the page has room."""
    distinct = sorted(set(days.values()))
    place = {day: number for number, day in enumerate(distinct)}
    column = columns(ids, edges, {})
    room = max(FITTING, max(column.values(), default=0) + 2)  # the longest chain must fit in any case
    for size in range(1, len(distinct) + 1):
        column = columns(ids, edges, {i: place[d] // size for i, d in days.items()})
        if max(column.values()) < room:
            break
    return column


def ordered(column: Mapping[str, int], edges: Sequence[Edge]) -> list[list[str]]:
    """The ids of every column from top to bottom, so that few edges (each one column long) cross."""
    width = 1 + max(column.values(), default=-1)
    rows: list[list[str]] = [[] for _ in range(width)]
    for i in _depth_first(list(column), edges):
        rows[column[i]].append(i)
    left, right = _neighbours(edges, 1), _neighbours(edges, 0)
    best, fewest = [list(r) for r in rows], _crossings(rows, edges)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for number in range(width) if down else reversed(range(width)):
            _settle(rows, number, left if down else right)
        found = _crossings(rows, edges)
        if found < fewest:
            best, fewest = [list(r) for r in rows], found
    return best


def _depth_first(ids: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    children = _neighbours(edges, 0)
    seen: dict[str, None] = {}
    stack = list(reversed([*_roots(ids, edges)]))
    while stack:
        node = stack.pop()
        if node not in seen:
            seen[node] = None
            stack.extend(reversed(children.get(node, ())))
    return [*seen, *(i for i in ids if i not in seen)]


def _settle(rows: list[list[str]], number: int, neighbours: Mapping[str, Sequence[str]]) -> None:
    at = {i: place for row in rows for place, i in enumerate(row)}
    here = rows[number]
    key = {i: median(at[n] for n in neighbours[i]) if i in neighbours else float(at[i]) for i in here}
    rows[number] = sorted(here, key=lambda i: (key[i], at[i]))


def _crossings(rows: Sequence[Sequence[str]], edges: Sequence[Edge]) -> int:
    at = {i: (number, place) for number, row in enumerate(rows) for place, i in enumerate(row)}
    between: dict[int, list[tuple[int, int]]] = {}
    for parent, child in edges:
        between.setdefault(at[parent][0], []).append((at[parent][1], at[child][1]))
    return sum(_inversions([b for _, b in sorted(pairs)]) for pairs in between.values())


def _inversions(values: Sequence[int]) -> int:
    if len(values) < 2:
        return 0
    middle = len(values) // 2
    left, right = sorted(values[:middle]), sorted(values[middle:])
    crossed, at = 0, 0
    for value in left:
        while at < len(right) and right[at] < value:
            at += 1
        crossed += at
    return crossed + _inversions(values[:middle]) + _inversions(values[middle:])


def heights(
    rows: Sequence[Sequence[str]], edges: Sequence[Edge], size: Mapping[str, int], gap: int
) -> dict[str, float]:
    """The middle of every id from the top: near to its neighbours, at least ``gap`` from the next."""
    left, right = _neighbours(edges, 1), _neighbours(edges, 0)
    y: dict[str, float] = {}
    for row in rows:
        top = 0.0
        for i in row:
            y[i] = top + size[i] / 2
            top += size[i] + gap
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = [_wanted(i, y, left, right) for i in row]
            y |= dict(zip(row, _apart(wanted, [size[i] + gap for i in row]), strict=True))
    lowest = min((y[i] - size[i] / 2 for i in y), default=0.0)
    return {i: y[i] - lowest for i in y}


def _wanted(
    i: str, y: Mapping[str, float], left: Mapping[str, Sequence[str]], right: Mapping[str, Sequence[str]]
) -> float:
    near = [*left.get(i, ()), *right.get(i, ())]
    pull = [STIFF if ">" in n and ">" in i else 1 for n in near]
    return sum(y[n] * p for n, p in zip(near, pull, strict=True)) / sum(pull) if near else y[i]


def _apart(wanted: Sequence[float], size: Sequence[float]) -> list[float]:
    """The nearest places to ``wanted``, in order, each pair as far apart as half of both sizes.

    Pool adjacent violators: what overlaps is moved as one block to its mean.
    """
    offset, total = [], 0.0
    for number, each in enumerate(size):
        total += (size[number - 1] + each) / 2 if number else 0.0
        offset.append(total)
    blocks: list[tuple[float, int]] = []
    for number, each in enumerate(wanted):
        blocks.append((each - offset[number], 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2], blocks[-1]
            blocks[-2:] = [((a * n + b * m) / (n + m), n + m)]
    placed = [mean for mean, many in blocks for _ in range(many)]
    return [base + step for base, step in zip(placed, offset, strict=True)]
