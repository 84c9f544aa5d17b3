"""Where boxes and lines go: columns from left to right in time, few crossings, nothing overlapping.

The layered method of Sugiyama, Tagawa and Toda (1981): cut circles, choose columns, order each column
by the median of its neighbours, then set heights as near to the neighbours as room allows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import permutations
from math import inf
from statistics import median

Edge = tuple[str, str]  # parent, child
Stretch = tuple[float, float]  # top, bottom
SWEEPS = 16
STIFF = 8  # how much more a passing line is drawn towards its own course than towards a box
FITTING = 8  # columns that a page has room for
FEW = 5  # parts whose every order is tried (120)
HOLE = 5  # gaps: what is less high has no room for a box between two others


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


@dataclass(frozen=True, slots=True)
class _Course:
    """What is made of what, parents before children, and the column of each that follows from that alone."""

    order: Sequence[str]
    place: Mapping[str, int]
    parents: Mapping[str, Sequence[str]]
    children: Mapping[str, Sequence[str]]
    column: Mapping[str, int]


def columns(ids: Sequence[str], edges: Sequence[Edge], when: Mapping[str, int]) -> dict[str, int]:
    """A column for every id: right of its parents, and right of everything with a smaller ``when``.

    ``edges`` hold no circle. An id without parents stands just left of its first child.
    """
    return _in_time(_course(ids, edges), when) or {}


def _course(ids: Sequence[str], edges: Sequence[Edge]) -> _Course:
    order, parents = _topological(ids, edges), _neighbours(edges, 1)
    column: dict[str, int] = {}
    for i in order:
        column[i] = max((column[p] + 1 for p in parents.get(i, ())), default=0)
    place = {i: number for number, i in enumerate(order)}
    return _Course(order, place, parents, _neighbours(edges, 0), column)


def _in_time(course: _Course, when: Mapping[str, int], room: float = inf) -> dict[str, int] | None:
    """The ``columns`` of a course; None where they are not less than there is ``room`` for."""
    column, at = dict(course.column), _grouped(when)
    last = -1  # the column of the rightmost of all earlier moments
    for moment in sorted(at):
        moved = _pushed(course, column, at[moment], last + 1)
        seen = (column[i] for i in moved if when.get(i, moment + 1) <= moment)
        last = max([last, *seen, *(column[i] for i in at[moment])])
        if last >= room:
            return None
    for i in reversed(course.order):
        if i not in course.parents and i in course.children:
            column[i] = max(column[i], min(column[c] for c in course.children[i]) - 1)
    return column if max(column.values(), default=0) < room else None


def _grouped(when: Mapping[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for i, moment in when.items():
        found.setdefault(moment, []).append(i)
    return found


def _pushed(course: _Course, column: dict[str, int], ids: Iterable[str], least: int) -> set[str]:
    """Moves ``ids`` to the column ``least`` where they stand left of it, and what is made of them further
    right; what was moved. Parents come first, so that each is gone through once."""
    moved = {i for i in ids if column[i] < least}
    column.update(dict.fromkeys(moved, least))
    waiting = [(course.place[i], i) for i in moved]
    heapify(waiting)
    while waiting:
        _, i = heappop(waiting)
        for child in course.children.get(i, ()):
            if column[child] <= column[i]:
                column[child] = column[i] + 1
                if child not in moved:
                    moved.add(child)
                    heappush(waiting, (course.place[child], child))
    return moved


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
    course = _course(ids, edges)
    room = max(FITTING, max(course.column.values(), default=0) + 2)  # the longest chain must fit in any case
    fewest = max(1, -(-len(distinct) // room))  # days in a column: of fewer there are more columns than room
    for size in range(fewest, len(distinct)):
        if found := _in_time(course, {i: place[d] // size for i, d in days.items()}, room):
            return found
    return _in_time(course, {}) or {}


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
        at = {i: place for row in rows for place, i in enumerate(row)}
        for number in range(width) if down else reversed(range(width)):
            rows[number] = _settled(rows[number], at, left if down else right)
            at |= {i: place for place, i in enumerate(rows[number])}
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


def _settled(row: Sequence[str], at: Mapping[str, int], neighbours: Mapping[str, Sequence[str]]) -> list[str]:
    key = {i: median(at[n] for n in neighbours[i]) if i in neighbours else float(at[i]) for i in row}
    return sorted(row, key=lambda i: (key[i], at[i]))


def _crossings(rows: Sequence[Sequence[str]], edges: Sequence[Edge]) -> int:
    at = {i: (number, place) for number, row in enumerate(rows) for place, i in enumerate(row)}
    between: dict[int, list[tuple[int, int]]] = {}
    for parent, child in edges:
        between.setdefault(at[parent][0], []).append((at[parent][1], at[child][1]))
    return sum(_inversions([b for _, b in sorted(pairs)]) for pairs in between.values())


def _inversions(values: Iterable[int]) -> int:
    seen: list[int] = []
    crossed = 0
    for value in values:
        crossed += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    return crossed


def packed(
    rows: Sequence[Sequence[str]], edges: Sequence[Edge], size: Mapping[str, int], gap: int
) -> dict[str, float]:
    """The ``heights`` of all: what hangs together is placed by itself, and each part as far up as it lies on
    no other.

    Of the orders in which they may come, the one that leaves least room empty is taken.
    """
    parts = [_placed(own, lines, size, gap) for own, lines in _parts(rows, edges)]
    tried = [_stacked(order, gap) for order in _orders(parts)]
    return min(tried, key=lambda each: max((y + size[i] / 2 for i, y in each.items()), default=0.0))


@dataclass(frozen=True, slots=True)
class _Placed:
    """What hangs together: the middles from its own top, and what it takes of each column and between two."""

    middle: Mapping[str, float]
    shape: Mapping[int, Sequence[Stretch]]


def _placed(
    rows: Sequence[Sequence[str]], edges: Sequence[Edge], size: Mapping[str, int], gap: int
) -> _Placed:
    middle = heights(rows, edges, size, gap)
    column = {i: n for n, row in enumerate(rows) for i in row}
    shape: dict[int, list[Stretch]] = {}  # columns at even places, what is between them at odd ones
    for i, n in column.items():
        shape.setdefault(2 * n, []).append((middle[i] - size[i] / 2, middle[i] + size[i] / 2))
    for a, b in edges:
        ends = sorted((middle[a], middle[b]))
        shape.setdefault(2 * column[a] + 1, []).append((ends[0], ends[1]))
    return _Placed(middle, {place: _merged(each, HOLE * gap) for place, each in shape.items()})


def _orders(parts: Sequence[_Placed]) -> Iterable[Sequence[_Placed]]:
    """Every order of a few parts; of many the largest first, the smallest, the leftmost and the rightmost."""
    large = sorted(parts, key=lambda part: -len(part.middle))
    if len(parts) <= FEW:
        return permutations(large)
    left = sorted(large, key=lambda part: min(part.shape))
    right = sorted(large, key=lambda part: -max(part.shape))
    return large, large[::-1], left, right


def _stacked(parts: Iterable[_Placed], gap: int) -> dict[str, float]:
    """The middles of all parts, each as far up as there is room when its turn comes."""
    taken: dict[int, list[Stretch]] = {}
    placed: dict[str, float] = {}
    for part in parts:
        down = _free(part.shape, taken, gap)
        placed |= {i: y + down for i, y in part.middle.items()}
        for place, each in part.shape.items():
            moved = [(top + down, bottom + down) for top, bottom in each]
            taken[place] = _merged([*taken.get(place, ()), *moved], HOLE * gap)
    return placed


Part = tuple[list[list[str]], list[Edge]]


def _parts(rows: Sequence[Sequence[str]], edges: Sequence[Edge]) -> list[Part]:
    """The rows and edges of each part that hangs together."""
    of = _part_of([i for row in rows for i in row], edges)
    found: list[Part] = [([[] for _ in rows], []) for _ in range(1 + max(of.values(), default=-1))]
    for number, row in enumerate(rows):
        for i in row:
            found[of[i]][0][number].append(i)
    for edge in edges:
        found[of[edge[0]]][1].append(edge)
    return found


def _part_of(ids: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The number of the part that each id belongs to."""
    near = _neighbours([*edges, *((b, a) for a, b in edges)], 0)
    part: dict[str, int] = {}
    number = -1
    for root in ids:
        stack = [root] if root not in part else []
        number += len(stack)
        while stack:
            if (i := stack.pop()) not in part:
                part[i] = number
                stack += near.get(i, ())
    return part


def _free(shape: Mapping[int, Sequence[Stretch]], taken: Mapping[int, Sequence[Stretch]], gap: int) -> float:
    """How far down a part must go to keep ``gap`` from everything that is there; ``taken`` are in order."""
    down = 0.0
    while True:
        lowest = max(
            (
                _lowest(stretch, down, taken[place], gap)
                for place, stretches in shape.items()
                if place in taken
                for stretch in stretches
            ),
            default=0.0,
        )
        # Less than a thousandth of a pixel is rounding, and would go on for ever.
        if lowest - down < 0.001:
            return down
        down = lowest


def _lowest(stretch: Stretch, down: float, taken: Sequence[Stretch], gap: int) -> float:
    """How far down a stretch, already so far ``down``, must go to be below all that is then in its way."""
    top, bottom = stretch
    above = bisect_left(taken, (bottom + down + gap,))  # so many begin above its end
    below = taken[above - 1][1] if above else -inf
    return below + gap - top if top + down < below + gap else down


def _merged(stretches: Sequence[Stretch], room: int) -> list[Stretch]:
    """Stretches in order; those with less than ``room`` between them are one."""
    found: list[Stretch] = []
    for top, bottom in sorted(stretches):
        if found and top - found[-1][1] < room:
            found[-1] = found[-1][0], max(bottom, found[-1][1])
        else:
            found.append((top, bottom))
    return found


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
