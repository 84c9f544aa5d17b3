"""Pages that lean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from firsthand.records.ocr.straight import Leaning, leaning, straightened


def page(angle: float = 0) -> Image.Image:
    made = Image.new("L", (500, 400), 255)
    for top in range(80, 320, 30):
        ImageDraw.Draw(made).rectangle((80, top, 420, top + 10), fill=0)
    return made.rotate(angle, fillcolor=255)


def test_a_page_that_leans_is_turned_back() -> None:
    assert leaning(page()).angle == 0
    how = leaning(page(3))
    assert abs(how.angle + 3) <= 0.25
    assert leaning(straightened(page(3), how)).angle == 0


@given(st.floats(-5, 5), st.integers(50, 400), st.integers(50, 300))
def test_a_place_on_the_straight_page_covers_the_same_place_on_the_page(angle: float, x: int, y: int) -> None:
    dot = Image.new("L", (500, 400), 255)
    ImageDraw.Draw(dot).rectangle((x - 4, y - 4, x + 4, y + 4), fill=0)
    how = Leaning(angle, *dot.size)
    straight = straightened(dot, how).point(lambda shade: 255 * (shade < 128)).getbbox()
    assert straight
    left, top, right, bottom = straight
    found = how.back(left, top, right - left, bottom - top)
    assert found[0] - 1 <= x <= found[0] + found[2] + 1
    assert found[1] - 1 <= y <= found[1] + found[3] + 1
