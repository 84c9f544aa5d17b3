"""Boxes around shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records.markup.shapes import Box, box_around

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg"><g>{}</g></svg>'


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', (1, 2, 4, 6)),
        ('<polygon points="5,9 1,2 7,3"/>', (1, 2, 7, 9)),
        ('<circle cx="10" cy="10" r="2"/>', (8, 8, 12, 12)),
        ('<ellipse cx="10" cy="10" rx="2" ry="5"/>', (8, 5, 12, 15)),
        ('<line x1="9" y1="1" x2="2" y2="3"/>', (2, 1, 9, 3)),
        ('<path d="M10 10L20 30Z m5 5 1 1"/>', (10, 10, 20, 30)),
        ('<path d="M10-10.5e0c1 1 40 2 3 4"/>', (10, -10.5, 50, -6.5)),
        ('<path d="M0,0 H5 V6 a2,3 0 0 1 4,0"/>', (0, 0, 11, 9)),
        ('<rect width="1" height="1"/><circle cx="5" cy="5" r="1"/>', (0, 0, 6, 6)),
        ('<rect transform="rotate(3)" width="1" height="1"/>', None),
        ('<path d="M"/>', None),
        ("", None),
        ("<rect", None),
    ],
)
def test_the_box_holds_all_that_is_drawn(shape: str, box: Box | None) -> None:
    assert box_around(DRAWN.format(shape)) == box


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=1, max_size=6))
def test_a_path_in_steps_has_the_box_of_its_points(points: list[tuple[int, int]]) -> None:
    steps = [(x - a, y - b) for (a, b), (x, y) in zip([(0, 0), *points], points, strict=False)]
    written = "m" + " l".join(f"{x},{y}" for x, y in steps)
    across, down = [x for x, _ in points], [y for _, y in points]
    box = (min(across), min(down), max(across), max(down))
    assert box_around(DRAWN.format(f'<path d="{written}"/>')) == box
    assert box_around(DRAWN.format(f'<polyline points="{" ".join(map(str, sum(points, ())))}"/>')) == box
