"""The picture as SVG: every box a link with a title, every line too; colours come from the style sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape

from firsthand.dossier.drawn import Box, Line, Picture

# The look of the drawing where no style sheet reaches into it, as on paper.
COLOURS = ("#77736b", "#a2341c", "#1f4e8c", "#1d6b33", "#7a3b8f", "#8a5000", "#00697a")
PRINTED = (
    "text{font:13px 'Noto Sans','NanumGothic',sans-serif}.small,.support,.tick{font-size:11px}"
    ".small,.tick{fill:#444}.box rect{fill:#fff;stroke-width:1.3}.box.primary rect{fill:#fff1c2}"
    ".box.ghost rect{stroke-dasharray:5 4}"
    ".box.gap rect{stroke-dasharray:1 4}.stroke{fill:none;stroke-width:1.7}.reach{fill:none;stroke:none}"
    ".possible .stroke{stroke-dasharray:1 5}.loop .stroke{stroke-width:3.5}"
    + "".join(
        f".f{n} .stroke,.box.f{n} rect{{stroke:{c}}}.line.f{n} polygon{{fill:{c}}}"
        for n, c in enumerate(COLOURS)
    )
)
ARROW = 6
SHRINK = 0.82  # a wider picture scrolls: below this, small labels could not be read


READABLE = 80  # boxes: who looks at more sees none


def small(picture: Picture) -> Picture:
    """The picture where it can be read; without its drawing where it cannot."""
    few = len(picture.boxes) <= READABLE
    return picture if few else replace(picture, width=0, height=0, boxes=(), lines=(), ticks=())


def _here(anchor: str) -> str:
    return f"#{anchor}"


def drawing(picture: Picture, link: Callable[[str], str] = _here) -> str:
    """The drawing as an ``<svg>`` element, every text in it escaped; "" where there is nothing to draw.

    ``link`` is where an anchor is to be found; ``room`` says how wide it is drawn."""
    if not picture.boxes:
        return ""
    size = f'viewBox="0 0 {picture.width} {picture.height}" width="{picture.width}" height="{picture.height}"'
    words = 'role="group" aria-labelledby="picture-title" aria-describedby="picture-words"'
    parts = [
        f'<svg class="descent" {size} {words}>',
        '<title id="picture-title">Descent of the reports, from left to right in time</title>',
        *(f'<text class="tick" x="{t.x}" y="16">{escape(t.text)}</text>' for t in picture.ticks),
        *(_line(line, link) for line in sorted(picture.lines, key=lambda each: each.loop)),
        *(
            _text(s.support, s.label[0] - 2, s.label[1] + 4, ' class="support"')
            for s in picture.lines
            if s.support
        ),
        *(_box(box, link) for box in picture.boxes),
        "</svg>",
    ]
    return "\n".join(parts)


def printed(picture: Picture) -> str:
    """The drawing for a page of paper, with its own style."""
    head, found, rest = drawing(picture).partition(">")
    return f"{head}><style>{PRINTED}</style>{rest}" if found else ""


def room(picture: Picture) -> str:
    """The rules of a style sheet for how wide the drawing is: below the least it scrolls."""
    if not picture.boxes:
        return ""
    least = round(picture.width * SHRINK)
    return f".descent{{max-width:{picture.width}px;min-width:{least}px}}.sideways{{--needs:{least}px}}"


def _line(line: Line, link: Callable[[str], str]) -> str:
    names = ["line", f"f{line.family}", line.certainty, *(["loop"] if line.loop else [])]
    path = _bent(line.points) if line.backward else flowing(line.points)
    head = f'<a href="{escape(link(line.anchor))}" class="{" ".join(names)}" tabindex="-1">'
    drawn = f'<path class="reach" d="{path}"/><path class="stroke" d="{path}"/>'
    return f"{head}<title>{escape(line.title)}</title>{drawn}{_arrow(line)}</a>"


def flowing(points: tuple[tuple[int, int], ...]) -> str:
    """A curve that leaves and enters every point level."""
    (x, y), *rest = points
    path = [f"M{x} {y}"]
    for next_x, next_y in rest:
        half = (x + next_x) // 2
        path.append(
            f"L{next_x} {next_y}" if y == next_y else f"C{half} {y} {half} {next_y} {next_x} {next_y}"
        )
        x, y = next_x, next_y
    return "".join(path)


def _bent(points: tuple[tuple[int, int], ...]) -> str:
    (x, y), (x1, y1), (x2, y2), (end_x, end_y) = points
    return f"M{x} {y}C{x1} {y1} {x2} {y2} {end_x} {end_y}"


def _arrow(line: Line) -> str:
    x, y = line.points[-1]
    if line.backward:
        corners = f"{x},{y} {x - ARROW + 2},{y + ARROW + 2} {x + ARROW - 2},{y + ARROW + 2}"
    else:
        corners = f"{x},{y} {x - ARROW - 2},{y - ARROW + 2} {x - ARROW - 2},{y + ARROW - 2}"
    return f'<polygon points="{corners}"/>'


def _box(box: Box, link: Callable[[str], str]) -> str:
    middle = box.x + box.width // 2
    title = escape(box.title)
    return (
        f'<a href="{escape(link(box.to))}" class="box {box.kind} f{box.family}" aria-label="{title}">'
        f"<title>{title}</title>{''.join(_frame(box))}"
        + "".join(_text(text, middle, box.y + 21 + 16 * n, "") for n, text in enumerate(box.lines))
        + _text(box.small, middle, box.y + 20 + 16 * len(box.lines), ' class="small"')
        + "</a>"
    )


def _frame(box: Box) -> Iterable[str]:
    for shift in (8, 4, 0) if box.kind == "stack" else (0,):
        size = f'width="{box.width}" height="{box.height}"'
        round_by = box.height // 2 if box.kind in ("ghost", "gap") else 4
        yield f'<rect x="{box.x + shift}" y="{box.y + shift}" {size} rx="{round_by}"/>'


def _text(text: str, x: int, y: int, extra: str) -> str:
    # Each label is an isolate: a right-to-left name cannot turn its neighbours round.
    return f'<text x="{x}" y="{y}" text-anchor="middle" unicode-bidi="isolate"{extra}>{escape(text)}</text>'
