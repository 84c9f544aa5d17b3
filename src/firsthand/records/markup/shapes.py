"""Shapes drawn on a picture (SVG) → the box around each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.errors import Unreadable
from firsthand.records.markup.transcribed import number
from firsthand.records.markup.tree import Element, xml

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
STEP = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^A-DF-Za-df-z]*)")
# How many numbers each step of a path takes; the last two of them are where it ends.
TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def box_around(svg: str) -> Box | None:
    """Left, top, right and bottom of all that is drawn; None where nothing is, or it is turned or moved.

    Of a curve the points that bend it are taken in: the box is never too small.
    """
    try:
        _, root = xml(svg.encode())
    except Unreadable:
        return None
    drawn = [root, *root.inside()]
    points = [point for each in drawn for point in _points(each)]
    if not points or any("transform" in each.attributes for each in drawn):
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _points(shape: Element) -> Iterator[Point]:
    if shape.name in ("polygon", "polyline"):
        yield from _pairs(_numbers(shape.get("points")))
    elif shape.name == "path":
        yield from _path(shape.get("d"))
    elif shape.name == "rect":
        x, y, width, height = (number(shape.get(name)) or 0.0 for name in ("x", "y", "width", "height"))
        yield from ((x, y), (x + width, y + height))
    elif shape.name in ("circle", "ellipse"):
        x, y, radius, wide, high = (number(shape.get(name)) or 0.0 for name in ("cx", "cy", "r", "rx", "ry"))
        yield from ((x - radius - wide, y - radius - high), (x + radius + wide, y + radius + high))
    elif shape.name == "line":
        x, y, right, bottom = (number(shape.get(name)) or 0.0 for name in ("x1", "y1", "x2", "y2"))
        yield from ((x, y), (right, bottom))


def _path(written: str) -> Iterator[Point]:
    at = begun = (0.0, 0.0)
    for step, rest in STEP.findall(written):
        kind, given = step.lower(), _numbers(rest)
        if kind == "z":
            at = begun
            continue
        count = TAKES[kind]
        for start in range(0, len(given) - count + 1, count):
            points = list(_step(step, given[start : start + count], at))
            yield from points
            at = points[-1]
            begun = at if kind == "m" and not start else begun


def _step(step: str, given: Sequence[float], at: Point) -> Iterator[Point]:
    """The points of one step, the last where it ends."""
    (x, y), kind = (at if step.islower() else (0.0, 0.0)), step.lower()
    if kind == "h":
        yield x + given[0], at[1]
    elif kind == "v":
        yield at[0], y + given[0]
    elif kind == "a":
        end = x + given[5], y + given[6]
        for here in (at, end):
            yield from ((here[0] - given[0], here[1] - given[1]), (here[0] + given[0], here[1] + given[1]))
        yield end
    else:
        yield from ((x + across, y + down) for across, down in _pairs(given))


def _numbers(written: str) -> list[float]:
    found = (number(each) for each in NUMBER.findall(written))
    return [each for each in found if each is not None]


def _pairs(given: Sequence[float]) -> Iterator[Point]:
    return zip(given[::2], given[1::2], strict=False)
