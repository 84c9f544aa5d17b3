"""Who had it from whom: which boxes and lines the picture has, where, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.dossier import layout
from firsthand.dossier.drawn import Box, Line, Picture, Telling, Tick
from firsthand.dossier.families import Families, families
from firsthand.dossier.index import Index
from firsthand.dossier.phrases import count, day, language_name, listed, redrawn, short
from firsthand.dossier.pieces import Piece, Sentence, Tone
from firsthand.dossier.renderings import of_translations
from firsthand.dossier.stacks import Knot, knots
from firsthand.dossier.wrap import wrapped
from firsthand.model import Certainty, Descent, Evidence, NodeKind, RecordKind, Trace

BOX, COLUMN, MARGIN, HEAD = 124, 156, 6, 34  # pixels: a box, box and gap, around, over it the dates
LEADING, PADDING, GAP, THREAD = 16, 11, 16, 8  # a line of text, around it, between boxes, a passing line
SMALL = 11  # a line of small text
ABSENT = {NodeKind.UNKNOWN: "not named", NodeKind.PERSON: "person", NodeKind.BODY: "institution"}
ORDER = (Certainty.SHOWN, Certainty.LIKELY, Certainty.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn: knots, the descents between them, and which of them run forward."""

    knots: Mapping[str, Knot]
    edges: Mapping[layout.Edge, Sequence[Descent]]
    forward: frozenset[layout.Edge]
    column: Mapping[str, int]
    families: Families
    numbers: Mapping[tuple[str, str], str]
    first: Mapping[str, str]  # of the lines at a node the first, by its number


def picture(index: Index, trace: Trace, known: Mapping[tuple[str, str], str] | None = None) -> Picture:
    """The drawing of all lines of descent, each of them in words, and the reports without one.

    ``known`` are the anchors of the lines by parent and child; D1, D2, … unless given.
    """
    descents = _told(index, trace)
    numbers = known or {(d.parent, d.child): f"D{n}" for n, d in enumerate(descents, 1)}
    touched = {n for d in descents for n in (d.child, d.parent)}
    nodes = [n for n in _by_time(index) if n in touched]
    plan = _plan(index, knots(index, nodes, descents, trace), descents, numbers)
    boxes, lines = _drawn(index, plan, trace)
    return Picture(
        width=max((b.x + b.width for b in boxes), default=0) + MARGIN,
        height=_bottom(boxes, lines),
        boxes=boxes,
        lines=lines,
        ticks=_ticks(index, plan),
        families=tuple(_family(n, s) for n, s in zip(plan.families.names, plan.families.sizes, strict=True)),
        tellings=tuple(_telling(index, d, numbers[d.parent, d.child]) for d in descents),
        loops=tuple(loop.note for loop in trace.loops),
        alone=_alone(index, touched),
    )


def _bottom(boxes: Sequence[Box], lines: Sequence[Line]) -> int:
    deepest = max((y for line in lines for _, y in line.points), default=0)
    return max([deepest, *(b.y + b.height for b in boxes)]) + MARGIN


def _family(name: str, size: int) -> str:
    return f"{name} and what was made of it ({count(size, 'text')})"


def _told(index: Index, trace: Trace) -> list[Descent]:
    """The lines of descent between known nodes, each pair once, in the order of the children in time."""
    place = {n: k for k, n in enumerate(_by_time(index))}
    known = [*trace.descents, *of_translations(index.records.values(), index.node_of)]
    known = [d for d in known if d.child in place and d.parent in place and d.child != d.parent]
    ranked = sorted(
        known,
        key=lambda d: (
            place[d.child],
            not index.nodes[d.parent].record,
            ORDER.index(d.certainty),
            place[d.parent],
        ),
    )
    return list({(d.parent, d.child): d for d in reversed(ranked)}.values())[::-1]


def _by_time(index: Index) -> list[str]:
    place = {r: n for n, r in enumerate(index.records)}
    return sorted(index.nodes, key=lambda n: (place.get(index.nodes[n].record, -1), index.named(n), n))


def _alone(index: Index, touched: set[str]) -> tuple[tuple[str, str], ...]:
    lone = [r for r in index.reports() if index.node_of.get(r.id, "") not in touched]
    return tuple((index.anchors[r.id], index.outlet(r.id)) for r in lone)


def _plan(
    index: Index,
    found: Sequence[Knot],
    descents: Sequence[Descent],
    numbers: Mapping[tuple[str, str], str],
) -> Plan:
    knot_of = {node: knot.id for knot in found for node in knot.nodes}
    edges: dict[layout.Edge, list[Descent]] = {}
    for each in descents:
        edges.setdefault((knot_of[each.parent], knot_of[each.child]), []).append(each)
    ids = [knot.id for knot in found]
    forward = layout.forward(ids, _earlier_first(index, edges))
    days = {k.id: d for k in found if (d := _day(index, k.id))}
    column = layout.fitted(ids, sorted(forward), days)
    order = sorted(knot_of, key=lambda n: column[knot_of[n]])
    whole = families(index, order, [d for d in descents if (knot_of[d.parent], knot_of[d.child]) in forward])
    first: dict[str, str] = {}
    for pair, number in numbers.items():
        for node in pair:
            first.setdefault(node, number)
    return Plan({k.id: k for k in found}, edges, frozenset(forward), column, whole, numbers, first)


def _earlier_first(index: Index, edges: Iterable[layout.Edge]) -> list[layout.Edge]:
    """Edges that run with time first: a circle is then cut at one that runs against it."""
    return sorted(edges, key=lambda e: (bool(_day(index, e[0]) > _day(index, e[1]) > ""), e))


def _day(index: Index, node: str) -> str:
    record = index.records.get(index.nodes[node].record)
    if record is None or record.kind is not RecordKind.REPORT or len(record.published) < 10:
        return ""
    return record.published[:10]


# ---------------------------------------------------------------- drawing


def _drawn(index: Index, plan: Plan, trace: Trace) -> tuple[tuple[Box, ...], tuple[Line, ...]]:
    text = {i: _text(index, knot) for i, knot in plan.knots.items()}
    size = {i: LEADING * (len(lines) + 1) + PADDING for i, (lines, _) in text.items()}
    routes = {edge: _route(plan, edge) for edge in plan.edges if edge in plan.forward}
    column = dict(plan.column) | {stop: n for route in routes.values() for stop, n in route[1:-1]}
    steps = list(dict.fromkeys((a[0], b[0]) for r in routes.values() for a, b in pairwise(r)))
    rows = layout.ordered(column, steps)
    middle = layout.packed(rows, steps, {i: size.get(i, THREAD) for i in column}, GAP)
    boxes = {i: _box(index, plan, i, text[i], middle[i], size[i]) for i in plan.knots}
    looped = {
        pair
        for loop in trace.loops
        if loop.nodes
        for pair in zip(loop.nodes, (*loop.nodes[1:], loop.nodes[0]), strict=True)
    }
    lines = [_line(index, plan, e, boxes, routes.get(e), middle, looped) for e in plan.edges]
    return tuple(boxes.values()), labelled(lines)


def _route(plan: Plan, edge: layout.Edge) -> list[tuple[str, int]]:
    """The stops of an edge, column by column. Lines out of one box share their way as long as they can."""
    parent, child = edge
    first, last = plan.column[parent], plan.column[child]
    return [(parent, first), *((f"{parent}>{n}", n) for n in range(first + 1, last)), (child, last)]


def _text(index: Index, knot: Knot) -> tuple[tuple[str, ...], str]:
    """The lines of a box, and the small one under them."""
    node = index.nodes[knot.nodes[0]]
    if knot.label:
        first = [index.named(n) for n in knot.nodes]
        return (f"+ {knot.label}",), wrapped(listed(first, 2), BOX - 16, 1, 11)[0]
    record = index.records.get(node.record)
    small = ABSENT.get(node.kind, "not in the case") if record is None else _small(index, record.id)
    return wrapped(index.named(node.id), BOX - 16, 3), wrapped(small, BOX - 6, 1, 11)[0]


def _small(index: Index, record: str) -> str:
    found = index.records[record]
    if found.kind is RecordKind.PRIMARY:
        pages = sum(1 for r in index.of_kind(RecordKind.PAGE) if r.of == record)
        return " · ".join(["record", *([count(pages, "page")] if pages else [])])
    if found.kind is RecordKind.TRANSLATION:
        return ", ".join(each for each in (language_name(found.language), found.published[:4]) if each)
    return f"{day(found.published) or 'undated'} · {index.anchors[record]}"


def _box(
    index: Index, plan: Plan, i: str, text: tuple[tuple[str, ...], str], middle: float, size: int
) -> Box:
    knot = plan.knots[i]
    anchors = tuple(index.anchors.get(index.nodes[n].record, "") for n in knot.nodes)
    names = [index.named(n) for n in knot.nodes]
    first = plan.first.get(i, "")
    return Box(
        id=i,
        x=MARGIN + plan.column[i] * COLUMN,
        y=HEAD + round(middle - size / 2),
        width=BOX,
        height=size,
        lines=text[0],
        small=text[1],
        kind=_kind(index, knot),
        family=plan.families.of.get(i, 0),
        to=first if knot.label else anchors[0] or first,
        title=f"{listed(names, 60)}, {text[1]}" if not knot.label else f"{knot.label}: {listed(names, 200)}",
        members=tuple(a for a in anchors if a) if knot.label else (),
    )


def _kind(index: Index, knot: Knot) -> str:
    node = index.nodes[knot.nodes[0]]
    record = index.records.get(node.record)
    if record is None:
        return "gap" if node.kind is NodeKind.UNKNOWN else "ghost"
    return "stack" if knot.label else record.kind.value


def _line(
    index: Index,
    plan: Plan,
    edge: layout.Edge,
    boxes: Mapping[str, Box],
    route: Sequence[tuple[str, int]] | None,
    middle: Mapping[str, float],
    looped: set[tuple[str, str]],
) -> Line:
    parent, child = edge
    descents = plan.edges[edge]
    first = min(descents, key=lambda d: ORDER.index(d.certainty))
    loop = any((d.child, d.parent) in looped or (d.parent, d.child) in looped for d in descents)
    below_record = boxes[parent].kind == RecordKind.PRIMARY
    family = plan.families.of.get(child if below_record else parent, 0)
    points = (
        _points(boxes[parent], boxes[child], route, middle) if route else _back(boxes[parent], boxes[child])
    )
    return Line(
        plan.numbers[first.parent, first.child],
        points,
        family,
        first.certainty.value,
        loop,
        route is None,
        _line_title(index, descents),
        _support(descents),
        _halfway(points),
    )


def _support(descents: Sequence[Descent]) -> str:
    known = [d.support for d in descents if d.support is not None]
    return f"{'≥' if len(descents) > 1 else ''}{min(known)}" if known else ""


def _halfway(points: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The middle of the last stretch of a line, which it shares with fewest others."""
    (x, y), (end_x, end_y) = points[-2:]
    return (x + end_x) // 2, (y + end_y) // 2


def labelled(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines in their order, labels moved down where they would lie over one another."""
    lowest: dict[int, int] = {}
    placed = list(lines)
    for number in sorted(range(len(lines)), key=lambda n: (lines[n].label, n)):
        x, y = lines[number].label
        if lines[number].support:
            lowest[x] = max(y, lowest.get(x, y - SMALL) + SMALL)
            placed[number] = replace(lines[number], label=(x, lowest[x]))
    return tuple(placed)


def _points(
    parent: Box, child: Box, route: Sequence[tuple[str, int]], middle: Mapping[str, float]
) -> tuple[tuple[int, int], ...]:
    way = [(parent.x + parent.width, parent.y + parent.height // 2)]
    for stop, column in route[1:-1]:
        x, y = MARGIN + column * COLUMN, HEAD + round(middle[stop])
        way += [(x, y), (x + BOX, y)]
    return (*way, (child.x, child.y + child.height // 2))


def _back(parent: Box, child: Box) -> tuple[tuple[int, int], ...]:
    """A line against time: out of the bottom of one box and into the bottom of the other."""
    low = max(parent.y + parent.height, child.y + child.height) + 2 * GAP
    start = (parent.x + parent.width // 2, parent.y + parent.height)
    end = (child.x + child.width // 2 - 12, child.y + child.height)
    return (start, (start[0], low), (end[0], low), end)


def _line_title(index: Index, descents: Sequence[Descent]) -> str:
    first = descents[0]
    parent = index.named(first.parent)
    least = min((d.support for d in descents if d.support is not None), default=None)
    said = f"; {redrawn(least)}" if least is not None else ""
    if len(descents) > 1:
        return f"{count(len(descents), 'report')} from {parent}{said}{' at least' if said else ''}"
    kinds = ", ".join(dict.fromkeys(e.kind.value for e in first.evidence))
    kinds = f"; {kinds}" if kinds else ""
    return f"{index.named(first.child)} from {parent}: {first.certainty.value}{kinds}{said}"


def _ticks(index: Index, plan: Plan) -> tuple[Tick, ...]:
    """Over each column the dates of the reports in it."""
    dates: dict[int, list[str]] = {}
    for i in plan.knots:
        if _day(index, i):
            dates.setdefault(plan.column[i], []).append(_day(index, i))
    return tuple(
        Tick(MARGIN + n * COLUMN, _span(min(found), max(found))) for n, found in sorted(dates.items())
    )


def _span(first: str, last: str) -> str:
    if first == last:
        return day(first)
    head = day(first).rsplit(" ", 1)[0] if first[:4] == last[:4] else day(first)
    return f"{head} – {day(last)}"


# ---------------------------------------------------------------- in words


def _telling(index: Index, descent: Descent, anchor: str) -> Telling:
    child, parent = index.nodes[descent.child], index.nodes[descent.parent]
    return Telling(
        anchor,
        index.named(child.id),
        index.anchors.get(child.record, ""),
        index.named(parent.id),
        index.anchors.get(parent.record, ""),
        "" if parent.record else ABSENT.get(parent.kind, "not in the case"),
        descent.certainty.value,
        tuple(_evidence(index, descent)),
        descent.support,
        redrawn(descent.support),
        index.ruled.get(f"{child.id} {parent.id}", ()),
    )


def _evidence(index: Index, descent: Descent) -> Iterable[Sentence]:
    kinds: dict[str, list[str]] = {}
    for each in descent.evidence:
        kinds.setdefault(each.note, []).append(each.kind.value)
    for each in descent.evidence:
        named = kinds.pop(each.note, [])
        if not named:
            continue
        child = each.child
        to = index.anchors.get(child.record, "") if child else ""
        yield (Piece(", ".join(named), Tone.STRONG, to), *_seen(index, each))


def _seen(index: Index, evidence: Evidence) -> Sentence:
    """The note of an evidence, and the words themselves where the note does not give any."""
    note = Piece(f": {evidence.note}" if evidence.note else "")
    child = evidence.child
    if not child or not child.spans or child.record not in index.records or "“" in evidence.note:
        return (note,)
    return (
        note,
        Piece(" "),
        Piece(short(index.text(child), 90), Tone.QUOTE, "", index.records[child.record].language),
    )
