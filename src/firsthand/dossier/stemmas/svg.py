"""A stemma as a picture that stands alone: one SVG file, light or dark as its reader's screen is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from firsthand.dossier import layout
from firsthand.dossier.phrases import capital, count
from firsthand.dossier.stemmas.graphml import FORBIDDEN
from firsthand.dossier.stemmas.phrasing import certain, doubt, sentences
from firsthand.dossier.svg import flowing
from firsthand.dossier.wrap import width, wrapped
from firsthand.model import Copying, Node, Stemma

BOX, HIGH, LEADING, BETWEEN, GAP, THREAD = 150, 34, 16, 116, 18, 10
MARGIN, HEAD, FOOT, LEGEND, LEAST_WIDE = 28, 64, 76, 34, 640
ARROW = 7
STYLE = """
svg{--ink:#1c1b19;--soft:#5d5a54;--paper:#fbfaf7;--card:#fff;--edge:#4a4740;--lost:#8b867c;--doubt:#8a5000;
font-family:Inter,"Noto Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,
"Noto Sans CJK KR","Noto Sans CJK JP","Malgun Gothic",sans-serif}
@media (prefers-color-scheme:dark){svg{--ink:#eae6de;--soft:#aca69b;--paper:#171614;--card:#24221f;
--edge:#c9c3b7;--lost:#8f897e;--doubt:#f0c069}}
.paper{fill:var(--paper)}text{fill:var(--ink);font-size:13px}
.title{font-size:17px;font-weight:600}.soft{fill:var(--soft);font-size:12px}
.node rect{fill:var(--card);stroke:var(--edge);stroke-width:1.4}
.node.lost rect{fill:none;stroke:var(--lost);stroke-dasharray:3 4}
.node.lost text{fill:var(--soft);font-style:italic;font-size:12px}
.line path{fill:none;stroke:var(--edge);stroke-width:1.6}.line polygon{fill:var(--edge)}
.line.doubt path{stroke:var(--doubt);stroke-dasharray:7 5}.line.doubt polygon{fill:var(--doubt)}
.line.second path{stroke-dasharray:2 4}
.label{font-size:11px;fill:var(--soft);paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.label.doubt{fill:var(--doubt)}
"""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands: columns, middles from the top, and the stops of every line."""

    column: Mapping[str, int]
    middle: Mapping[str, float]
    routes: Mapping[layout.Edge, Sequence[str]]
    high: Mapping[str, int]

    def left(self, node: str) -> int:
        """Where the box of ``node``, or a passing line in its stead, begins."""
        return MARGIN + self.column[node] * (BOX + BETWEEN)

    def level(self, node: str) -> int:
        """The middle of its box."""
        return HEAD + round(self.middle[node])


def write(stemma: Stemma) -> str:
    """The picture, from left (older) to right; every text in it is escaped, every label an isolate."""
    plan = _plan(stemma)
    right = max((plan.left(n.id) + BOX for n in stemma.nodes), default=0)
    low = max((plan.level(n.id) + plan.high[n.id] // 2 for n in stemma.nodes), default=HEAD)
    wide, deep = max(right + MARGIN, LEAST_WIDE), low + FOOT
    told = sentences(stemma)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {deep}" width="{wide}" height="{deep}"'
        ' role="img" aria-labelledby="title words">',
        f'<title id="title">Who copied whom. {escape(_summary(stemma))}</title>',
        f'<desc id="words">{escape(". ".join(told))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{wide}" height="{deep}"/>',
        f'<text class="title" x="{MARGIN}" y="30">Who copied whom</text>',
        f'<text class="soft" x="{MARGIN}" y="48">{escape(_summary(stemma))}</text>',
        *(_line(plan, line, said) for line, said in zip(stemma.lines, told, strict=True)),
        *(label for line in stemma.lines for label in _labels(line, _points(plan, line), stemma.counted)),
        *(_node(plan, node) for node in stemma.nodes),
        *_legend(stemma, deep - LEGEND),
        "</svg>",
    ]
    return FORBIDDEN.sub("\ufffd", "\n".join(parts)) + "\n"


def _summary(stemma: Stemma) -> str:
    lost = sum(not node.record for node in stemma.nodes)
    here = capital(count(len(stemma.nodes) - lost, "text"))
    absent = f", {count(lost, 'source')} not among them" if lost else ""
    return f"{here}{absent}. What was copied stands left of its copies."


def _plan(stemma: Stemma) -> _Plan:
    ids = [node.id for node in stemma.nodes]
    edges = list(dict.fromkeys((line.parent, line.child) for line in stemma.lines))
    forward = layout.forward(ids, edges)
    column = layout.columns(ids, [e for e in edges if e in forward], {})
    routes = {e: _route(e, column) for e in edges}
    column |= {stop: column[route[0]] + n for route in routes.values() for n, stop in enumerate(route)}
    steps = list(dict.fromkeys(step for e in edges if e in forward for step in pairwise(routes[e])))
    high = {n.id: HIGH + LEADING * (len(_lines(n)) - 1) for n in stemma.nodes}
    size = {i: high.get(i, THREAD) for i in column}
    middle = layout.packed(layout.ordered(column, steps), steps, size, GAP)
    return _Plan(column, middle, routes, high)


def _route(edge: layout.Edge, column: Mapping[str, int]) -> list[str]:
    parent, child = edge
    return [parent, *(f"{parent}>{n}" for n in range(column[parent] + 1, column[child])), child]


def _lines(node: Node) -> tuple[str, ...]:
    return wrapped(node.name, BOX - 20, 3)


def _node(plan: _Plan, node: Node) -> str:
    lines, high = _lines(node), plan.high[node.id]
    x, y = plan.left(node.id), plan.level(node.id) - high // 2
    round_by = 6 if node.record else high // 2
    first = y + high // 2 + 5 - LEADING * (len(lines) - 1) // 2
    return (
        f'<g class="node{"" if node.record else " lost"}"><title>{escape(node.name)}</title>'
        f'<rect x="{x}" y="{y}" width="{BOX}" height="{high}" rx="{round_by}"/>'
        + "".join(_text(text, x + BOX // 2, first + LEADING * n) for n, text in enumerate(lines))
        + "</g>"
    )


def _text(text: str, x: int, y: int, kind: str = "") -> str:
    extra = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}" text-anchor="middle" unicode-bidi="isolate"{extra}>{escape(text)}</text>'


def _line(plan: _Plan, line: Copying, told: str) -> str:
    points = _points(plan, line)
    kinds = ["line", *([] if certain(line) else ["doubt"]), *(["second"] if line.second else [])]
    x, y = points[-1]
    head = f"{x},{y} {x - ARROW - 3},{y - ARROW + 2} {x - ARROW - 3},{y + ARROW - 2}"
    return (
        f'<g class="{" ".join(kinds)}"><title>{escape(told)}</title><path d="{flowing(points)}"/>'
        + (f'<polygon points="{head}"/>' if line.directed else "")
        + "</g>"
    )


def _points(plan: _Plan, line: Copying) -> tuple[tuple[int, int], ...]:
    route = plan.routes[line.parent, line.child]
    points = [(plan.left(route[0]) + BOX, plan.level(route[0]))]
    for stop in route[1:-1]:
        points += [(plan.left(stop), plan.level(stop)), (plan.left(stop) + BOX, plan.level(stop))]
    return (*points, (plan.left(route[-1]), plan.level(route[-1])))


def _labels(line: Copying, points: Sequence[tuple[int, int]], counted: str) -> Iterable[str]:
    """The bare number halfway along a line that is sure enough, else the doubt in words at its end."""
    (before_x, before_y), (x, y) = points[-2:]
    if certain(line):
        said = "" if line.support is None else str(line.support)
        yield from [_text(said, (before_x + x) // 2, (before_y + y) // 2 + 4, "label")] if said else []
        return
    for n, part in enumerate(doubt(line, counted).split(", ") if doubt(line, counted) else ()):
        room = max(BETWEEN - 14, width(part, 11) + 8)
        yield _text(part, x - ARROW - round(room / 2) + 6, y - 6 + (19 * n), "label doubt")


def _legend(stemma: Stemma, y: int) -> Iterable[str]:
    kinds = [("line", "copied, arrow to the copy"), ("line doubt", "in doubt; the words say how much")]
    if any(line.second for line in stemma.lines):
        kinds.append(("line second", "a second model"))
    x = MARGIN
    for kind, said in kinds:
        head = f"{x + 40},{y} {x + 30},{y - 5} {x + 30},{y + 5}"
        yield f'<g class="{kind}"><path d="M{x} {y}H{x + 34}"/><polygon points="{head}"/></g>'
        yield _note(x, y, said)
        x += 70 + round(width(said, 12))
    if any(line.support is not None for line in stemma.lines):
        yield _note(x - 48, y, f"a number: in so many of 100 {stemma.counted}")
    if any(not node.record for node in stemma.nodes):
        rect = f'<rect x="{MARGIN}" y="{y + 12}" width="40" height="16" rx="8"/>'
        yield f'<g class="node lost">{rect}</g>'
        yield _note(MARGIN, y + 20, "a copy or source that must have been there and is not here")


def _note(x: int, y: int, said: str) -> str:
    return f'<text class="soft" x="{x + 48}" y="{y + 4}">{said}</text>'
