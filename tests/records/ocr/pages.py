"""Pictures of pages of print, and whether a machine here can read them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from firsthand.records.ocr import tesseract

NEEDED = {"eng", "kor", "ukr"}
needs_tesseract = pytest.mark.skipif(
    not set(tesseract.languages()) >= NEEDED,
    reason="needs tesseract with eng, kor and ukr: see .ci/system-packages",
)
LINES = ("We went down twice, and saw the cracks", "with our own eyes. Nobody asked the divers.")


def printed(*lines: str, angle: float = 0, form: str = "PNG", font: str = "NotoSans-Regular.ttf") -> bytes:
    """A picture of these lines, 60 pixels apart, the first 100 from above."""
    page = Image.new("L", (1000, 400), 255)
    try:
        letters = ImageFont.truetype(font, 36)
    except OSError:
        pytest.skip(f"needs the font {font}: see .ci/system-packages")
    for number, line in enumerate(lines):
        ImageDraw.Draw(page).text((80, 100 + 60 * number), line, fill=0, font=letters)
    out = BytesIO()
    page.rotate(angle, fillcolor=255).save(out, form)
    return out.getvalue()
