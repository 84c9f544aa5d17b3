"""Makes the demo's notebook: photographs of its pages, and a PAGE XML file of each with its lines.

    python examples/make_notebook.py [FONT]

Reads ``examples/sources/notebook.txt``, writes ``examples/tidewater/notebook/page-1.jpg``, ``page-1.xml`` and
so on. Needs Pillow and numpy. FONT is a handwriting font with Hangul; Nanum Pen Script (SIL Open Font
License; Debian's fonts-nanum-extra) is what the pages in this folder were written with. The same font and
the same releases of both give the same bytes.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/nanum/NanumPen.ttf"
HERE = Path(__file__).parent
NOTEBOOK = HERE / "tidewater" / "notebook"
SHEET = (1560, 1060)  # the paper, flat
PHOTO = (1680, 1180)  # the photograph of it
LEFT, TOP, RULE = 150, 150, 108  # where the writing begins, and the distance of the ruled lines
HEIGHT = 54  # of the writing
PENCIL, RULED, WOOD = (58, 57, 62), (150, 170, 190), (74, 56, 43)
# By page: the corners of the sheet in the photograph, and where the light comes from.
CORNERS = {
    1: ((66, 50), (1606, 78), (1588, 1128), (48, 1104)),
    2: ((58, 74), (1612, 44), (1630, 1112), (74, 1136)),
    3: ((78, 60), (1598, 54), (1616, 1120), (56, 1124)),
}
LIGHT = {1: (0.25, 0.1), 2: (0.8, 0.15), 3: (0.35, 0.05)}
PAPER = {1: (236, 226, 203), 2: (232, 221, 196), 3: (229, 217, 190)}
MARK = re.compile(r"\[-(?P<struck>[^\]]+)-\]|\[(?P<unclear>[^?\]]+)\?(?P<rival>[^\]]+)\]")
SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"

Point = tuple[float, float]
Array = np.ndarray


@dataclass
class Written:
    """A line: its text, what is marked in it (kind, start, length, rival), and where its letters stand."""

    text: str
    marks: list[tuple[str, int, int, str]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass
class Page:
    """A page: its number, when it was photographed, its lines."""

    number: int
    taken: str
    lines: list[Written] = field(default_factory=list)


def read_pages() -> list[Page]:
    """The pages as the source has them."""
    pages: list[Page] = []
    for row in (HERE / "sources" / "notebook.txt").read_text(encoding="utf-8").splitlines():
        if head := re.fullmatch(r"= page (\d+), photographed (.+)", row):
            pages.append(Page(int(head[1]), head[2]))
        elif row and not row.startswith("#"):
            pages[-1].lines.append(read_line(row))
    return pages


def read_line(row: str) -> Written:
    """A line without its brackets, and what they mark."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(row):
        text += row[at : found.start()]
        words = found["struck"] or found["unclear"]
        marks.append(
            ("struck" if found["struck"] else "unclear", len(text), len(words), found["rival"] or "")
        )
        text += words
        at = found.end()
    return Written(text + row[at:], marks)


# ------------------------------------------------------------ the writing


def write(ink: Image.Image, line: Written, base: float, font_file: str, hand: np.random.Generator) -> None:
    """One line, letter by letter, the hand not quite steady, the line not quite straight."""
    x, slope, wave = LEFT + hand.uniform(0, 26), hand.uniform(-0.006, 0.004), hand.uniform(0, 6)
    for letter in line.text:
        size = round(HEIGHT * hand.uniform(0.95, 1.05))
        font = ImageFont.truetype(font_file, size)
        y = base + slope * (x - LEFT) + 2.4 * np.sin(x / 150 + wave) + hand.uniform(-1.6, 1.6)
        width = font.getlength(letter)
        glyph = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(glyph).text((size // 2, size * 1.5), letter, font=font, fill=255, anchor="ls")
        glyph = glyph.rotate(hand.uniform(-3.0, 2.4), resample=Image.Resampling.BICUBIC)
        pressure = hand.uniform(0.72, 1.0)
        glyph = glyph.point([round(value * pressure) for value in range(256)])
        corner = (round(x - size // 2), round(y - size * 1.5))
        ink.paste(
            ImageChops.lighter(ink.crop((*corner, corner[0] + size * 2, corner[1] + size * 2)), glyph), corner
        )
        bounds = glyph.getbbox()
        top, bottom = (bounds[1], bounds[3]) if bounds else (size, size * 1.5)
        line.boxes.append((x, corner[1] + top, x + width, corner[1] + bottom))
        x += width * (0.86 if letter == " " else 1.0) + hand.uniform(-0.4, 1.8)


def strike(ink: Image.Image, line: Written, hand: np.random.Generator) -> None:
    """A pencil drawn through the words that are struck out, there and back."""
    draw = ImageDraw.Draw(ink)
    for kind, start, length, _ in line.marks:
        if kind == "struck":
            boxes = line.boxes[start : start + length]
            left, right = boxes[0][0] - 5, boxes[-1][2] + 7
            middle = sum((b[1] + b[3]) / 2 for b in boxes) / len(boxes)
            for turn in (-7, 3):
                xs = np.linspace(left, right, 9)
                draw.line([(x, middle + turn + hand.uniform(-4, 4)) for x in xs], fill=225, width=4)


def smudge(ink: Image.Image, line: Written) -> Image.Image:
    """A wet thumb over what cannot be read for certain."""
    for kind, start, length, _ in line.marks:
        if kind == "unclear":
            boxes = line.boxes[start : start + length]
            area = tuple(map(round, (boxes[0][0] - 4, boxes[0][1] - 8, boxes[-1][2] + 4, boxes[-1][3] + 8)))
            blurred = ink.crop(area).filter(ImageFilter.GaussianBlur(2.8))
            soft = Image.new("L", blurred.size, 0)
            ImageDraw.Draw(soft).ellipse((0, 0, blurred.width, blurred.height), fill=255)
            ink.paste(blurred, area[:2], soft.filter(ImageFilter.GaussianBlur(4)))
    return ink


# ------------------------------------------------------------ the paper and the photograph


def noise(chance: np.random.Generator, size: tuple[int, int], scale: float) -> Array:
    """Grain with features of about ``scale`` pixels, from -1 to 1."""
    small = max(2, round(size[0] / scale)), max(2, round(size[1] / scale))
    rough = chance.standard_normal((small[1], small[0])).clip(-2.5, 2.5) / 2.5
    picture = Image.fromarray(rough.astype(np.float32)).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(picture)


def paper(number: int, chance: np.random.Generator) -> Array:
    """An empty ruled sheet: fibres, stains, a tide mark, brown edges, the shade of a fold."""
    width, height = SHEET
    sheet = np.zeros((height, width, 3)) + np.array(PAPER[number], float)
    clouds = noise(chance, SHEET, 260) * 5 + noise(chance, SHEET, 60) * 2.2 + noise(chance, SHEET, 3) * 2.4
    sheet += clouds[..., None] * np.array((1.0, 1.05, 1.2))
    rules = Image.new("L", SHEET, 0)
    draw = ImageDraw.Draw(rules)
    for y in range(TOP + 22, height - 50, RULE // 2):
        draw.line((0, y, width, y), fill=92, width=2)
    draw.line((112, 0, 112, height), fill=70, width=2)
    sheet = blend(sheet, RULED, np.asarray(rules.filter(ImageFilter.GaussianBlur(0.8))) / 255)
    ys, xs = np.mgrid[0:height, 0:width]
    edge = np.minimum.reduce([xs, ys, width - xs, height - ys]) + noise(chance, SHEET, 90) * 16
    sheet = blend(sheet, (146, 108, 66), 0.34 * np.exp(-np.maximum(edge, 0) / 22))
    tide = height - 190 + 46 * np.sin(xs / 190 + number) + 16 * np.sin(xs / 47) + noise(chance, SHEET, 34) * 6
    sheet = blend(
        sheet, (150, 116, 74), np.where(ys > tide, 0.10, 0) + 0.30 * np.exp(-np.abs(ys - tide) / 3.5)
    )
    fold = np.abs(xs - width * 0.52 - 3 * np.sin(ys / 90))
    return sheet * (1 - 0.11 * np.exp(-fold / 5) + 0.03 * np.exp(-np.abs(fold - 12) / 6))[..., None]


def blend(under: Array, colour: tuple[int, int, int], share: Array) -> Array:
    """``colour`` over a picture, ``share`` of it from 0 to 1."""
    return under * (1 - share[..., None]) + np.array(colour, float) * share[..., None]


def pencilled(sheet: Array, ink: Image.Image, chance: np.random.Generator) -> Array:
    """Graphite on the sheet: it stays on the tops of the fibres, and a little shows from the other side."""
    behind = ink.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(3))
    sheet = blend(sheet, (120, 108, 92), np.roll(np.asarray(behind) / 255, 46, axis=0) * 0.05)
    tooth = (0.88 + 0.34 * noise(chance, SHEET, 1.8) + 0.10 * noise(chance, SHEET, 30)).clip(0.25, 1)
    return blend(sheet, PENCIL, np.asarray(ink.filter(ImageFilter.GaussianBlur(0.7))) / 255 * tooth * 0.94)


def perspective(number: int) -> Array:
    """The matrix that leads from a point of the sheet to the point of the photograph."""
    width, height = SHEET
    rows, goal = [], []
    for (x, y), (u, v) in zip(
        ((0, 0), (width, 0), (width, height), (0, height)), CORNERS[number], strict=True
    ):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        goal += [u, v]
    return np.append(np.linalg.solve(np.array(rows, float), np.array(goal, float)), 1).reshape(3, 3)


def seen(matrix: Array, point: Point) -> tuple[int, int]:
    """Where a point of the sheet is in the photograph."""
    u, v, w = matrix @ np.array((*point, 1.0))
    return round(u / w), round(v / w)


def photographed(sheet: Array, number: int, chance: np.random.Generator) -> Image.Image:
    """The sheet on a table, in the light of a window: shadow, fall-off, a lens soft in its corners."""
    back = np.linalg.inv(perspective(number))
    how = (back / back[2, 2]).flatten()[:8]
    flat = Image.fromarray(sheet.clip(0, 255).astype(np.uint8))
    laid = flat.transform(PHOTO, Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC)
    there = Image.new("L", SHEET, 255).transform(
        PHOTO, Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC
    )
    xs = np.mgrid[0 : PHOTO[1], 0 : PHOTO[0]][1]
    grain = np.sin(noise(chance, PHOTO, 400) * 9 + xs / 500) * 7 + noise(chance, PHOTO, 5) * 3
    table = np.array(WOOD, float) + grain[..., None]
    shade = np.asarray(ImageChops.offset(there, 9, 12).filter(ImageFilter.GaussianBlur(14))) / 255
    table *= (1 - 0.55 * shade)[..., None]
    cover = np.asarray(there.filter(ImageFilter.GaussianBlur(0.8)))[..., None] / 255
    picture = (table * (1 - cover) + np.asarray(laid) * cover) * lit(number)[..., None]
    picture += chance.standard_normal((PHOTO[1], PHOTO[0], 1)) * 2.2
    sharp = Image.fromarray(picture.clip(0, 255).astype(np.uint8))
    soft = sharp.filter(ImageFilter.GaussianBlur(1.5))
    return Image.composite(soft, sharp, Image.fromarray((far_from_middle() * 200).astype(np.uint8)))


def lit(number: int) -> Array:
    """How much light falls on each pixel: brightest near the window."""
    ys, xs = np.mgrid[0 : PHOTO[1], 0 : PHOTO[0]]
    x, y = LIGHT[number]
    away = np.hypot(xs / PHOTO[0] - x, (ys / PHOTO[1] - y) * 0.8)
    return (1.06 - 0.30 * away) * (1 - 0.16 * far_from_middle())


def far_from_middle() -> Array:
    """0 in the middle of the photograph, 1 in its corners."""
    ys, xs = np.mgrid[0 : PHOTO[1], 0 : PHOTO[0]]
    return (np.hypot(xs / PHOTO[0] - 0.5, ys / PHOTO[1] - 0.5) / np.hypot(0.5, 0.5)).clip(0, 1) ** 3


def photo(page: Page, font_file: str) -> Image.Image:
    """The photograph of a page; where its letters stand is noted in its lines."""
    chance = np.random.default_rng(1012 + page.number)
    ink = Image.new("L", SHEET, 0)
    for row, line in enumerate(page.lines):
        write(ink, line, TOP + row * RULE + 14, font_file, chance)
        strike(ink, line, chance)
        ink = smudge(ink, line)
    return photographed(pencilled(paper(page.number, chance), ink, chance), page.number, chance)


def exif(page: Page) -> Image.Exif:
    """What a camera writes: when it was taken, and that it was held upright."""
    found = Image.Exif()
    found[0x0112], found[0x0132] = 1, page.taken.replace("-", ":")
    found.get_ifd(0x8769).update({0x9003: page.taken.replace("-", ":"), 0x9011: "+03:00"})
    return found


# ------------------------------------------------------------ PAGE XML


def outline(line: Written, matrix: Array) -> tuple[str, str]:
    """The polygon around a line, and its baseline, in pixels of the photograph."""
    boxes = [*line.boxes[:: max(1, len(line.boxes) // 7)], line.boxes[-1]]
    upper = [(box[0] - 6, min(b[1] for b in line.boxes) - 6) for box in boxes]
    lower = [(box[2] + 6, max(b[3] for b in line.boxes) + 5) for box in reversed(boxes)]
    base = [(line.boxes[0][0], line.boxes[0][3]), (line.boxes[-1][2], line.boxes[-1][3])]
    return points(upper + lower, matrix), points(base, matrix)


def points(found: list[Point], matrix: Array) -> str:
    """Points of the sheet as PAGE XML writes them."""
    return " ".join("{},{}".format(*seen(matrix, point)) for point in found)


def custom(order: int, line: Written) -> str:
    """The order of a line and what is marked in it, as Transkribus writes them."""
    said = [f"readingOrder {{index:{order};}}"]
    for kind, start, length, rival in line.marks:
        where = f"offset:{start}; length:{length};"
        said.append(
            f"textStyle {{{where} strikethrough:true;}}"
            if kind == "struck"
            else f"unclear {{{where} alternative:{rival};}}"
        )
    return " ".join(said)


def page_xml(page: Page) -> str:
    """The transcription of a page."""
    matrix = perspective(page.number)
    corners = points(
        [(60, 60), (SHEET[0] - 60, 60), (SHEET[0] - 60, SHEET[1] - 60), (60, SHEET[1] - 60)], matrix
    )
    lines = "".join(text_line(order, line, matrix) for order, line in enumerate(page.lines))
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<PcGts xmlns="{SPACE}" pcGtsId="page-{page.number}">
  <Metadata>
    <Creator>eScriptorium</Creator>
    <Created>2025-11-04T10:2{page.number}:00+02:00</Created>
    <LastChange>2025-11-04T17:4{page.number}:00+02:00</LastChange>
    <MetadataItem type="author" name="transcriber" value="Marit Hollin"/>
  </Metadata>
  <Page imageFilename="page-{page.number}.jpg" imageWidth="{PHOTO[0]}" imageHeight="{PHOTO[1]}">
    <ReadingOrder>
      <OrderedGroup id="order">
        <RegionRefIndexed index="0" regionRef="writing"/>
      </OrderedGroup>
    </ReadingOrder>
    <TextRegion id="writing" type="paragraph">
      <Coords points="{corners}"/>
{lines}    </TextRegion>
  </Page>
</PcGts>
"""


def text_line(order: int, line: Written, matrix: Array) -> str:
    """A line of it."""
    around, base = outline(line, matrix)
    sure = 0.62 if any(kind == "unclear" for kind, *_ in line.marks) else 0.97 - 0.01 * (len(line.text) % 4)
    return f"""      <TextLine id="l{order + 1}" custom="{custom(order, line)}">
        <Coords points="{around}"/>
        <Baseline points="{base}"/>
        <TextEquiv conf="{sure:.2f}"><Unicode>{escape(line.text)}</Unicode></TextEquiv>
      </TextLine>
"""


def main(font_file: str) -> None:
    """Makes every photograph and its transcription."""
    for page in read_pages():
        photo(page, font_file).save(
            NOTEBOOK / f"page-{page.number}.jpg", quality=74, optimize=True, exif=exif(page), dpi=(300, 300)
        )
        (NOTEBOOK / f"page-{page.number}.xml").write_text(page_xml(page), encoding="utf-8")


if __name__ == "__main__":
    main(*(sys.argv[1:] or [FONT]))
