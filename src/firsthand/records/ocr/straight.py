"""How far a scanned page leans, and where a place on the straightened page stands on the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, floor, radians, sin
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 5.0  # degrees: beyond, a page was laid down askew on purpose
STEP = 0.25
LEAST = 0.5  # Tesseract reads lines that lean less
SIDE = 600  # pixels of the longer side on which the angle is sought


class Leaning(NamedTuple):
    """A page of this size, turned by ``angle`` degrees (against the clock) to be straight."""

    angle: float
    width: int
    height: int

    def back(self, left: int, top: int, width: int, height: int) -> tuple[int, int, int, int]:
        """The rectangle around a rectangle of the straightened page, on the page itself."""
        if not self.angle:
            return left, top, width, height
        turn, x0, y0 = radians(self.angle), self.width / 2, self.height / 2
        corners = [(x, y) for x in (left, left + width) for y in (top, top + height)]
        xs = [x0 + (x - x0) * cos(turn) - (y - y0) * sin(turn) for x, y in corners]
        ys = [y0 + (x - x0) * sin(turn) + (y - y0) * cos(turn) for x, y in corners]
        low, high = max(floor(min(xs)), 0), max(floor(min(ys)), 0)
        return low, high, max(ceil(max(xs)) - low, 1), max(ceil(max(ys)) - high, 1)


def leaning(page: Image) -> Leaning:
    """How a page must be turned so that its lines run straight; by 0 where it is straight enough."""
    small = page.convert("L")
    small.thumbnail((SIDE, SIDE))
    many = round(MOST / STEP / 2)
    near = _sharpest(small, [n * STEP * 2 for n in range(-many, many + 1)])
    best = _sharpest(small, [near - STEP, near, near + STEP])
    return Leaning(best if abs(best) >= LEAST else 0.0, *page.size)


def straightened(page: Image, how: Leaning) -> Image:
    """The page turned, as large as before, white where nothing was."""
    return page.convert("L").rotate(how.angle, expand=False, fillcolor=255) if how.angle else page


def _sharpest(page: Image, angles: Sequence[float]) -> float:
    return max(angles, key=lambda angle: (_sharpness(page, angle), -abs(angle)))


def _sharpness(page: Image, angle: float) -> float:
    """How much the darkness of a row of pixels differs from that of the next: most where lines run level."""
    import numpy

    rows = numpy.asarray(page.rotate(angle, fillcolor=255)).sum(axis=1, dtype=numpy.float64)
    return float((numpy.diff(rows) ** 2).sum())
