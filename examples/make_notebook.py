"""Draws the demo's notebook pages from its transcription, and tells where each line stands.

    python examples/make_pages.py [FONT]

Writes ``examples/tidewater/notebook/page-1.jpg`` and so on, and prints the entries for
``case.toml``. FONT is a handwriting font with Hangul; Nanum Pen Script (SIL Open Font License) is
what the pages in this folder were drawn with. The same font gives the same pixels.
"""

from __future__ import annotations

import math
import random
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/nanum/NanumPen.ttf"
NOTEBOOK = Path(__file__).parent / "tidewater" / "notebook"
PAGES = ((1, 4), (5, 9), (10, 16))  # first and last line of each page
SIZE = (1000, 1160)
LEFT, TOP, RULE = 118, 176, 74  # where the writing begins, and the distance of the ruled lines
PAPER, INK, RULED = (233, 224, 203), (44, 44, 54), (176, 178, 176)

Box = tuple[int, int, int, int]


def read_lines() -> dict[int, str]:
    """The numbered lines of the transcription."""
    body = (NOTEBOOK / "transcription.txt").read_text(encoding="utf-8").split("---\n", 2)[2]
    return {int(number): text for number, text in (row.split("\t", 1) for row in body.splitlines())}


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """``text`` in rows no wider than ``width`` pixels, broken at blanks."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def write(ink: Image.Image, text: str, at: tuple[float, float], font: ImageFont.FreeTypeFont) -> None:
    """One row, letter by letter, the hand not quite steady."""
    draw = ImageDraw.Draw(ink)
    x, y = at
    for letter in text:
        pressure = random.randint(196, 255)
        draw.text((x, y + random.uniform(-2.2, 2.2)), letter, font=font, fill=pressure)
        x += font.getlength(letter) + random.uniform(-0.6, 1.4)


def sheet() -> Image.Image:
    """An empty ruled page: grain, a brown edge, a tide mark where it was wet."""
    page = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(page)
    for y in range(TOP + RULE - 12, SIZE[1] - 60, RULE):
        draw.line((60, y, SIZE[0] - 50, y), fill=RULED, width=1)
    draw.line((96, 40, 96, SIZE[1] - 40), fill=(196, 150, 140), width=2)
    wet = Image.new("L", SIZE, 0)
    stain = ImageDraw.Draw(wet)
    edge = [(x, SIZE[1] - 210 + 46 * math.sin(x / 120) + 14 * math.sin(x / 31)) for x in range(0, SIZE[0], 8)]
    stain.polygon([*edge, (SIZE[0], SIZE[1]), (0, SIZE[1])], fill=26)
    stain.line(edge, fill=74, width=5)
    page.paste((150, 118, 74), mask=wet.filter(ImageFilter.GaussianBlur(3)))
    return page


def turned(box: Box, degrees: float) -> Box:
    """The upright box around ``box`` after the page was turned about its middle."""
    angle, cx, cy = math.radians(degrees), SIZE[0] / 2, SIZE[1] / 2
    left, top, right, bottom = box
    corners = [(x - cx, y - cy) for x in (left, right) for y in (top, bottom)]
    xs = [cx + x * math.cos(angle) + y * math.sin(angle) for x, y in corners]
    ys = [cy - x * math.sin(angle) + y * math.cos(angle) for x, y in corners]
    return math.floor(min(xs)), math.floor(min(ys)), math.ceil(max(xs)), math.ceil(max(ys))


def draw_page(
    lines: dict[int, str], font: ImageFont.FreeTypeFont, degrees: float
) -> tuple[Image.Image, dict[int, Box]]:
    """A page with these lines on it, and the box of each line in pixels of the finished page."""
    ink = Image.new("L", SIZE, 0)
    boxes: dict[int, Box] = {}
    row = 0
    for number, text in lines.items():
        own = Image.new("L", SIZE, 0)
        for part in wrapped(text, font, SIZE[0] - LEFT - 110):
            write(own, part, (LEFT + random.uniform(0, 9), TOP + row * RULE + random.uniform(-3, 3)), font)
            row += 1
        boxes[number] = turned(own.getbbox() or (0, 0, 1, 1), degrees)
        ink = ImageChops.lighter(ink, own)
    page = sheet()
    page.paste(INK, mask=ink.filter(ImageFilter.GaussianBlur(0.7)))
    page = page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=(92, 84, 74))
    return grained(page), boxes


def grained(page: Image.Image) -> Image.Image:
    """Grain of the paper and of the camera, and light from one side."""
    noise = Image.frombytes("L", SIZE, random.randbytes(SIZE[0] * SIZE[1])).filter(
        ImageFilter.GaussianBlur(1.1)
    )
    grain = noise.point([118 + round((v - 128) * 0.45) for v in range(256)])
    light = (
        Image.linear_gradient("L").rotate(90).resize(SIZE).point([206 + round(v * 0.19) for v in range(256)])
    )
    page = ImageChops.overlay(page, Image.merge("RGB", (grain,) * 3))
    return ImageChops.multiply(page, Image.merge("RGB", (light,) * 3))


def entry(name: str, number: int, boxes: dict[int, Box]) -> str:
    """The page's entry for ``case.toml``."""
    rows = [
        f"  {{ line = {line}, region = [{left - 8}, {top - 6}, {right - left + 16}, {bottom - top + 12}] }},"
        for line, (left, top, right, bottom) in boxes.items()
    ]
    head = ["[[record]]", f'file = "notebook/{name}"', 'kind = "page"', 'of = "notebook/transcription.txt"']
    return "\n".join([*head, f"number = {number}", "lines = [", *rows, "]\n"])


def main(font_file: str) -> None:
    """Draws every page and prints the entries."""
    random.seed(1012)  # one seed, so that the pages and their boxes can be made again
    font = ImageFont.truetype(font_file, 52)
    lines = read_lines()
    for number, (first, last) in enumerate(PAGES, 1):
        degrees = (-1.1, 0.7, -0.5)[number - 1]
        page, boxes = draw_page({n: lines[n] for n in range(first, last + 1)}, font, degrees)
        page.save(NOTEBOOK / f"page-{number}.jpg", quality=72, optimize=True)
        print(entry(f"page-{number}.jpg", number, boxes))


if __name__ == "__main__":
    main(*(sys.argv[1:] or [FONT]))
