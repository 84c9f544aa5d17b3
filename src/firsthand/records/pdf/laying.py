"""From the lines of pages to one text: their order, which of them are one paragraph, and the way back.

The order is that in which the file writes them, as its maker laid them down, column after column; only
where that climbs up a column is it taken from where they stand on the page.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from firsthand.model import Line, Link, Region, Span
from firsthand.records.decoding import decode
from firsthand.records.document import ITSELF
from firsthand.records.offsets import Decoded, OffsetMap, Weave
from firsthand.records.pdf.reading import Box, Row, Written

PAGE_END = "\f"
MOST_BLOCKS = 300  # of a page that are put in order; a page of more is a table or a drawing
APART = 1.4  # times the usual step from line to line: a paragraph ends
LARGER = 1.5  # times as high: a heading
SHORT = 0.15  # of the width of the text left free at the end of a line: it was the last
ENDING, CLOSING = frozenset(".!?…:;。！？"), "\"'”’»)]"
BULLET = re.compile(r"[•‣▪◦●■–—*-]\s|\(?\d{1,3}[.)]\s|\([a-z]\)\s")
WORD_HALF = re.compile(r"[^\W\d_]+$")
OTHER_HALF = re.compile(r"[^\W\d_]+")
UNSPACED = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef]{2}")  # Chinese and Japanese have no blanks


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages as one text."""

    text: str
    offsets: OffsetMap
    lines: tuple[Line, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Body:
    """What is usual on a page."""

    step: float
    height: float


def whole(texts: Sequence[str]) -> str:
    """The texts of the pages one after the other, as the offsets count them."""
    return "".join(text + PAGE_END for text in texts)


def encoded(text: str) -> bytes:
    """The bytes that the offsets count in: UTF-16, as PDFium counts, with its mark."""
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def laid(pages: Sequence[Written]) -> Laid:
    """One text of all pages: paragraphs apart by an empty line, their lines joined by a blank, words that
    were divided at the end of a line whole again."""
    source = decode(encoded(whole([page.text for page in pages])))
    weave, lines, links = Weave(), list[Line](), list[Link]()
    base, last = 0, ""
    for leaf, page in enumerate(pages, 1):
        blocks = _in_order(page.rows)
        body, before, edge = _usual([row for block in blocks for row in block]), None, 0.0
        for row, right in _edges(blocks):
            words = page.text[row.start : row.end]
            if lines:
                _between(
                    weave, last, words, _begins(before, edge, row, last, words, body), source, base, before
                )
            at = weave.length
            weave.copy(source, base + row.start, base + row.end)
            lines.append(Line(len(lines) + 1, Span(at, weave.length), region(row.box, leaf)))
            links += _links(page, row, at)
            before, last, edge = row, words, right
        base += len(page.text) + len(PAGE_END)
    text, offsets = weave.finish()
    return Laid(text, offsets, tuple(lines), tuple(links))


def region(box: Box, leaf: int) -> Region:
    """The box in whole pixels of the picture of page ``leaf``."""
    left, top = max(int(box.left), 0), max(int(box.top), 0)
    return Region(ITSELF, left, top, max(round(box.right) - left, 1), max(round(box.bottom) - top, 1), leaf)


def _between(
    weave: Weave, last: str, words: str, new: bool, source: Decoded, base: int, before: Row | None
) -> None:
    """What stands between two lines: an empty line, a blank, nothing or the hyphen of a divided word."""
    if new:
        return weave.make("\n\n")
    if before is None or not before.hyphen:
        return None if UNSPACED.match(last[-1:] + words[:1]) else weave.make(" ")
    if _keeps_hyphen(last, words, source.text):
        at = base + before.end
        weave.stand("-", source, at, at + 1)
    return None


def _keeps_hyphen(last: str, words: str, text: str) -> bool:
    """Whether a hyphen at the end of a line belongs to the word: "1990-" "95", "well-" "known" where the
    text has "well-known" and no "wellknown", "Anglo-" "Saxon"."""
    first, second = WORD_HALF.search(last), OTHER_HALF.match(words)
    if not first or not second or (second[0][0].isupper() and not first[0].isupper()):
        return True
    return f"{first[0]}-{second[0]}" in text and f"{first[0]}{second[0]}" not in text


def _usual(rows: Sequence[Row]) -> _Body:
    heights = median(row.box.height for row in rows) if rows else 1.0
    steps = [b.box.top - a.box.top for a, b in pairwise(rows)]
    usual = [step for step in steps if 0.7 * heights < step < 2.5 * heights]
    return _Body(
        step=median(usual) if usual else 1.5 * heights,
        height=heights,
    )


def _edges(blocks: Iterable[Sequence[Row]]) -> Iterator[tuple[Row, float]]:
    """Every line with the right edge of the column that it stands in, headings left out."""
    for rows in blocks:
        usual = LARGER * median(row.box.height for row in rows)
        edge = max((row.box.right for row in rows if row.box.height < usual), default=0.0)
        yield from ((row, edge) for row in rows)


def _begins(before: Row | None, edge: float, row: Row, last: str, words: str, body: _Body) -> bool:
    """Whether a paragraph begins with ``row``. ``before`` is the line before it, None where the page begins,
    ``edge`` that line's right edge where it is full."""
    ended = last.rstrip(CLOSING)[-1:] in ENDING
    if before is None:
        return ended or not words[:1].islower()
    if before.hyphen:
        return False
    step = row.box.top - before.box.top
    if step < -body.height / 2:  # the next column
        return ended or not words[:1].islower()
    if step < body.height / 2:  # the same line, after a gap
        return False
    high, low = sorted((row.box.height, before.box.height), reverse=True)
    if step > APART * max(body.step, 1.2 * low) or high > LARGER * low or BULLET.match(words):
        return True
    indented = row.box.left > before.box.left + 0.8 * body.height
    short = before.box.right < edge - SHORT * (edge - before.box.left)
    return ended and (indented or short)


def ordered(rows: Sequence[Row]) -> list[Row]:
    """The lines of a page in the order in which they are read."""
    return [row for block in _in_order(rows) for row in block]


def _in_order(rows: Sequence[Row]) -> list[list[Row]]:
    blocks = _blocks(rows)
    if len(blocks) < 2 or len(blocks) > MOST_BLOCKS or not _climbs(blocks):
        return blocks
    return _blocks([row for block in _cut([(_around(block), block) for block in blocks]) for row in block])


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Lines that follow one another down the page, one over the other."""
    found: list[list[Row]] = []
    for row in rows:
        last = found[-1][-1] if found else None
        if last and row.box.top > last.box.top - last.box.height / 2 and _over(last.box, row.box):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _over(a: Box, b: Box) -> bool:
    shared = min(a.right, b.right) - max(a.left, b.left)
    return shared > 0.3 * min(a.right - a.left, b.right - b.left)


def _climbs(blocks: Sequence[list[Row]]) -> bool:
    """Whether a block stands over one that was written before it."""
    boxes = [_around(block) for block in blocks]
    return any(
        later.bottom <= earlier.top + 1 and _over(earlier, later)
        for n, later in enumerate(boxes)
        for earlier in boxes[:n]
    )


def _around(rows: Sequence[Row]) -> Box:
    box = rows[0].box
    for row in rows[1:]:
        box = box.joined(row.box)
    return box


_Placed = tuple[Box, list[Row]]


def _cut(blocks: list[_Placed]) -> Iterator[list[Row]]:
    """Blocks from column to column where an empty strip parts them, else from the topmost down."""
    while len(blocks) > 1:
        columns = _parted(blocks, side=0)
        first, *rest = columns if len(columns) > 1 else _parted(blocks, side=1)
        if not rest:
            yield from (rows for _, rows in sorted(blocks, key=lambda each: (each[0].top, each[0].left)))
            return
        yield from _cut(first)
        blocks = [each for group in rest for each in group]
    yield from (rows for _, rows in blocks)


def _parted(blocks: list[_Placed], side: int) -> list[list[_Placed]]:
    """Blocks in groups with an empty strip between two: from left to right (0) or from the top down (1)."""
    groups: list[list[_Placed]] = []
    reach = float("-inf")
    for each in sorted(blocks, key=lambda block: block[0][side]):
        if each[0][side] >= reach:
            groups.append([])
        groups[-1].append(each)
        reach = max(reach, each[0][side + 2])
    return groups


def _links(page: Written, row: Row, at: int) -> Iterator[Link]:
    """The links of the page that lie in a line written at ``at``."""
    for low, high, url in page.links:
        if row.start <= low and high <= row.end:
            yield Link(Span(low - row.start + at, high - row.start + at), url)
