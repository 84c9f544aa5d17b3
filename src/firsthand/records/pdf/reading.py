"""One page of a PDF: its characters as PDFium counts them, and the pixels that its lines take.

Pixels are those of the page's picture at 144 dots an inch, counted from its upper left corner, the page
turned as it is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from firsthand.records.pdf.straightening import LEFTWARD, Placed, straightened

SCALE = 2  # 144 dots an inch: a PDF counts 72
# Where a line ends: PDFium writes U+FFFE (older releases U+0002) for the hyphen and the break after it.
BREAK = re.compile("\r\n|[\r\n\ufffe\x02]")
# What cannot be kept in a text, or means nothing in one: shown as U+FFFD, one character for one.
ODD = re.compile("[\0\1\3-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\uffff]")
FINE = 100  # steps of a pixel in which PDFium is asked for places, which it gives as whole numbers
MOST_LINKS = 1000  # of one page


class Box(NamedTuple):
    """A rectangle of the page's picture, in pixels, not yet rounded."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """In pixels."""
        return self.bottom - self.top

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page: its characters, counted in the text of the page, and where it stands."""

    start: int
    end: int
    box: Box
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A page: the text as PDFium gives it, the lines in its order, links by their characters."""

    text: str
    rows: tuple[Row, ...]
    links: tuple[tuple[int, int, str], ...] = ()


def written(page: Any) -> Written:
    """The text of a page of pypdfium2, its lines and links."""
    with _sheet(page) as sheet:
        shown = _shown(page)
        rows = tuple(_rows(sheet, shown))
        return Written(sheet.text, rows, tuple(_links(page, sheet, rows, shown)))


def text_of(page: Any) -> str:
    """The text of a page alone, the same as in ``written``."""
    with _sheet(page) as sheet:
        return sheet.text


class _Sheet:
    """The text of a page and its characters within PDFium, which counts those beyond 16 bits twice, and may
    have characters that it leaves out of the text."""

    def __init__(self, raw: Any) -> None:
        import pypdfium2.raw as pdfium

        self.raw = raw
        units = _units(raw)
        self.text = ODD.sub("\ufffd", units.decode("utf-16-le", "surrogatepass"))
        wide = 2 * len(self.text) < len(units)
        self._steps = list(accumulate((1 + (c > "\uffff") for c in self.text), initial=0)) if wide else None
        last = len(self.text) - 1
        # Numbers only ever run ahead of places: where the last is the same, all are.
        self._same = not wide and self._index(last) == last
        self._rect = pdfium.FS_RECTF()
        self._pointer = byref(self._rect)
        self._loose = pdfium.FPDFText_GetLooseCharBox
        self._order: list[int] = []
        if order := straightened(self.text, self._placed):
            self.text, self._order = "".join(map(self.text.__getitem__, order)), order

    def index(self, at: int) -> int:
        """PDFium's number of the character ``at`` of the text; -1 if it has none."""
        at = self._order[at] if self._order else at
        return at if self._same else self._index(self._steps[at] if self._steps else at)

    def _placed(self, at: int) -> Placed | None:
        """Where a character stands that is no blank of PDFium's own."""
        import pypdfium2.raw as pdfium

        number = self.index(at)
        box = None if pdfium.FPDFText_IsGenerated(self.raw, number) == 1 else self.box(number)
        return Placed(at, box[0], box[2], box[3] - box[1]) if box else None

    def _index(self, unit: int) -> int:
        import pypdfium2.raw as pdfium

        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.raw, unit))

    def box(self, number: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of what a character of PDFium's may take, in points."""
        rect = self._rect
        if number < 0 or not self._loose(self.raw, number, self._pointer):
            return None
        return rect.left, rect.bottom, rect.right, rect.top


@contextmanager
def _sheet(page: Any) -> Iterator[_Sheet]:
    sheet = page.get_textpage()
    try:
        yield _Sheet(sheet.raw)
    finally:
        sheet.close()


def _units(sheet: Any) -> bytes:
    """The text in UTF-16."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(sheet)
    if count <= 0:
        return b""
    # PDFium may add characters to those that it counts; twice as many have never been seen.
    buffer = (c_ushort * (2 * count + 2))()
    given = pdfium.FPDFText_GetText(sheet, 0, count, buffer)
    return bytes(buffer)[: max(given - 1, 0) * 2]


class _Shown(NamedTuple):
    """From points of a PDF's page to pixels of its picture: x' = a x + c y + e, y' = b x + d y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        a, b, c, d, e, f = self
        if a > 0 > d and b == c == 0:  # nearly every page: upright
            return Box(a * left + e, d * top + f, a * right + e, d * bottom + f)
        x0, y0 = self.a * left + self.c * bottom + self.e, self.b * left + self.d * bottom + self.f
        x1, y1 = self.a * right + self.c * top + self.e, self.b * right + self.d * top + self.f
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _shown(page: Any) -> _Shown:
    """How the page is turned, cut and put on its picture."""
    import pypdfium2.raw as pdfium

    width, height = (round(side * SCALE) * FINE for side in page.get_size())
    x, y = c_int(), c_int()

    def at(left: float, bottom: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, left, bottom, byref(x), byref(y))
        return x.value / FINE, y.value / FINE

    (e, f), (ax, bx), (cy, dy) = at(0, 0), at(1000, 0), at(0, 1000)
    return _Shown((ax - e) / 1000, (bx - f) / 1000, (cy - e) / 1000, (dy - f) / 1000, e, f)


def _rows(sheet: _Sheet, shown: _Shown) -> Iterator[Row]:
    text = sheet.text
    start, straight = 0, not LEFTWARD.search(text)
    for end, after, hyphen in _ends(text):
        low = start + len(text[start:end]) - len(text[start:end].lstrip())
        high = end - len(text[start:end]) + len(text[start:end].rstrip())
        box = _around(sheet, low, high, shown, straight) if low < high else None
        if box:
            yield Row(low, high, box, hyphen)
        start = after


def _ends(text: str) -> Iterator[tuple[int, int, bool]]:
    for found in BREAK.finditer(text):
        yield found.start(), found.end(), found[0] in "\ufffe\x02"
    yield len(text), len(text), False


def _around(sheet: _Sheet, start: int, end: int, shown: _Shown, straight: bool) -> Box | None:
    """Around the first and the last character, as high as their letters may be; in a text that is written
    from the right, around every other too."""
    if sheet.index(start) < 0 or sheet.index(end - 1) < 0:
        return None
    places = (start, end - 1) if straight else range(start, end)
    found = [box for at in places if (box := sheet.box(sheet.index(at)))]
    if not found:
        return None
    left, bottom, right, top = zip(*found, strict=True)
    return shown.box(min(left), min(bottom), max(right), max(top))


def _links(page: Any, sheet: _Sheet, rows: tuple[Row, ...], shown: _Shown) -> Iterator[tuple[int, int, str]]:
    """The addresses that areas of the page lead to, at the characters that lie in them."""
    import pypdfium2.raw as pdfium

    at, link, rect = c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    down = sorted(((row.box.top + row.box.bottom) / 2, number) for number, row in enumerate(rows))
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, byref(at), byref(link)):
            return
        url = _address(page.pdf.raw, link)
        if url and pdfium.FPDFLink_GetAnnotRect(link, byref(rect)):
            area = shown.box(rect.left, rect.bottom, rect.right, rect.top)
            low = bisect_left(down, (area.top, 0))
            high = bisect_right(down, (area.bottom, len(rows)))
            near = [rows[number] for number in sorted(number for _, number in down[low:high])]
            yield from ((start, end, url) for start, end in _inside(sheet, near, area, shown))


def _address(pdf: Any, link: Any) -> str:
    import pypdfium2.raw as pdfium

    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(pdf, action, None, 0)
    buffer = create_string_buffer(max(length, 1))
    pdfium.FPDFAction_GetURIPath(pdf, action, buffer, length)
    url = buffer.value.decode("utf-8", "replace").strip()
    return url if re.match(r"https?://[^\s<>]{3,2000}$", url, re.IGNORECASE) else ""


def _inside(sheet: _Sheet, rows: Sequence[Row], area: Box, shown: _Shown) -> Iterator[tuple[int, int]]:
    """The characters of lines, on the height of ``area``, whose middle lies in it."""
    for row in rows:
        if row.box.right < area.left or row.box.left > area.right:
            continue
        found = _between(sheet, row, area, shown)
        words = sheet.text[found.start : found.stop]
        if words.strip():
            low = found.start + len(words) - len(words.lstrip())
            yield low, low + len(words.strip())


def _between(sheet: _Sheet, row: Row, area: Box, shown: _Shown) -> range:
    """The characters of a line between the sides of ``area``: sought by halves where it runs to the right."""
    whole = range(row.start, row.end)
    if area.left <= row.box.left and row.box.right <= area.right:
        return whole
    if LEFTWARD.search(sheet.text, row.start, row.end) or row.box.height > row.box.right - row.box.left:
        inside = [n for n in whole if area.left <= _middle(sheet, n, shown) <= area.right]
        return range(inside[0], inside[-1] + 1) if inside else range(0)
    low, high = 0, len(whole)
    if row.box.left < area.left:
        low = bisect_left(whole, area.left, key=lambda n: _middle(sheet, n, shown))
    if row.box.right > area.right:
        high = bisect_right(whole, area.right, key=lambda n: _middle(sheet, n, shown))
    return whole[low:high]


def _middle(sheet: _Sheet, number: int, shown: _Shown) -> float:
    """Half way between the sides of a character, in pixels of the picture."""
    box = shown.box(*(sheet.box(sheet.index(number)) or (0, 0, 0, 0)))
    return (box.left + box.right) / 2
