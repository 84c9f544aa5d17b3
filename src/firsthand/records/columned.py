"""Documents that are a table: the original in one column, its translation in another, line beside line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Unread
from firsthand.records.gridded import LONGEST, Cell, Grid, headed, lines, names_of
from firsthand.records.markup.flowing import Table
from firsthand.records.markup.tree import Piece, plain
from firsthand.records.offsets import Decoded

# A report may have a table in it: of a document that is one, so much stands in its tables at least, where
# names over the columns say what these are and where they do not.
NAMED, UNNAMED = 0.5, 0.75


class Row(NamedTuple):
    """The cells of a row. ``across``: it is one cell over all columns; ``goes_on``: cells that are one with
    that above."""

    cells: Sequence[Cell]
    across: bool
    goes_on: Sequence[int]


def in_columns(whole: Document, tables: Sequence[Table]) -> tuple[Document | Unread, ...]:
    """The columns of a document's tables as a record and its translations; () for one that is text, with or
    without a table in it.

    Tables of as many columns as the longest go on from one to the next. What stands beside them is kept.
    """
    chosen = _alike(tables)
    grid = _grid(whole.text, chosen)
    share = sum(table.end - table.start for table in chosen) / max(len(whole.text), 1)
    if not chosen or share < (NAMED if headed(grid) else UNNAMED):
        return ()
    try:
        made = lines(Decoded(whole.text, whole.offsets), grid, whole.inside, whole.links)
    except Unreadable:  # names, and nothing under them
        return ()
    return tuple(_stating(each, whole, _beside(whole.text, chosen)) for each in made)


def _alike(tables: Sequence[Table]) -> list[Table]:
    """The longest table and those of as many columns, if it has several."""
    longest = max(tables, key=lambda table: table.end - table.start, default=None)
    width = _width(longest) if longest else 0
    return [table for table in tables if _width(table) == width] if width > 1 else []


def _width(table: Table) -> int:
    return max((sum(box.wide for box in row) for row in table.rows), default=0)


def _grid(text: str, tables: Sequence[Table]) -> Grid:
    rows: list[list[Cell]] = []
    across: set[int] = set()
    down: list[tuple[int, int, int]] = []
    names: list[str] = []
    for row in (row for table in tables for row in _rows(text, table)):
        said = names_of(row.cells)
        if not any(said) or (rows and said == names):
            continue  # an empty row, or the names of the columns again over a table that goes on
        names = names or said
        across |= {len(rows)} if row.across else set()
        down += [(at, len(rows) - 1, len(rows)) for at in row.goes_on if rows]
        rows += _line_by_line(text, row.cells)
    return Grid(rows, frozenset(across), down)


def _rows(text: str, table: Table) -> Iterator[Row]:
    """The rows of a table; a cell over several columns stands in the first of them."""
    ends = [*(box.start for row in table.rows for box in row), table.end][1:]
    coming = iter(ends)
    for boxes in table.rows:
        cells: list[Cell] = []
        goes_on = []
        for box in boxes:
            if box.goes_on:
                goes_on.append(len(cells))
            cells += [_cell(text, box.start, next(coming)), *[()] * (box.wide - 1)]
        yield Row(cells, len(boxes) == 1 and boxes[0].wide > 1, goes_on)


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    low, high = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    return (Piece(text[low:high], low, high),) if low < high else ()


def _line_by_line(text: str, cells: Sequence[Cell]) -> list[list[Cell]]:
    """A row whose cells hold several lines each, as many in all of them, as so many rows; what stands once
    (the page) stands beside each."""
    counts = {plain(cell).count("\n") for cell in cells} - {0}
    if len(counts) != 1 or sum("\n" in plain(cell) for cell in cells) < 2:
        return [list(cells)]
    (breaks,) = counts
    return [list(row) for row in zip(*(_lines(text, cell, breaks + 1) for cell in cells), strict=True)]


def _lines(text: str, cell: Cell, count: int) -> list[Cell]:
    if "\n" not in plain(cell):
        return [cell] * count
    at, found = cell[0].start, []
    for line in cell[0].text.split("\n"):
        found.append(_cell(text, at, at + len(line)))
        at += len(line) + 1
    return found


def _beside(text: str, tables: Sequence[Table]) -> str:
    """The words that stand in none of the tables."""
    edges = [0, *(edge for table in tables for edge in (table.start, table.end)), len(text)]
    parts = (text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
    return " ".join(" ".join(parts).split())


def _stating(made: Document | Unread, whole: Document, beside: str) -> Document | Unread:
    """A column with what the document says of itself."""
    if isinstance(made, Unread):
        return made
    kept = {"beside the table": beside[:LONGEST]} if beside else {}
    told = (
        ()
        if len(beside) <= LONGEST
        else (f"words beside its tables that were left out: {len(beside):,} letters",)
    )
    return replace(
        made,
        title=whole.title,
        byline=whole.byline,
        extra=whole.extra | made.extra | kept,
        notes=(*made.notes, *whole.notes, *told),
    )
