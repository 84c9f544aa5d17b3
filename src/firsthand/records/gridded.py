"""Tables of office programs, whose cells may be one over several rows or columns, as tables of lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.model import Link
from firsthand.records.document import Document, Unread
from firsthand.records.layers import Columns, columns, documents, identified
from firsthand.records.markup.tree import Piece, plain
from firsthand.records.offsets import Decoded

ABOVE = 10  # rows in which the names of columns are sought: a title or a date may stand above them
LONGEST_NAME = 60  # characters of the name of a column
LONGEST = 1000  # characters that are kept of what stands above the table
Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table, row by row.

    ``across``: rows that are one cell over several columns. ``down``: cells that are one over several rows,
    by column, first and last row; their words stand in the first.
    """

    rows: Sequence[Sequence[Cell]]
    across: frozenset[int] = frozenset()
    down: Sequence[tuple[int, int, int]] = ()


def headed(grid: Grid) -> tuple[int, Columns] | None:
    """The row of names of columns, and what these are; None where it is no table of lines."""
    for at, row in enumerate(grid.rows[:ABOVE]):
        names = names_of(row)
        if max(map(len, names), default=0) <= LONGEST_NAME and (found := columns(names)):
            return at, found
    return None


def names_of(row: Sequence[Cell]) -> list[str]:
    """The words of each cell."""
    return [" ".join(plain(cell).split()) for cell in row]


def lines(
    source: Decoded, grid: Grid, inside: str, links: Sequence[Link] = ()
) -> tuple[Document | Unread, ...]:
    """A Document for each column of text with the links in it, () where the table is none of lines.

    Without names over the columns their languages tell what they are. Raises Unreadable where there are names
    and no words under them.
    """
    named = headed(grid)
    found = named[1] if named else identified(filled(grid, ()))
    if found is None:
        return ()
    above = named[0] if named else -1
    rows = filled(grid, [at for at in (found.page, found.line) if at is not None])
    rows = [_moved(row, found) if n in grid.across else row for n, row in enumerate(rows)]
    notes = source.notes if named else (*source.notes, _supposed(found))
    made = documents(source, found, rows[above + 1 :], notes, inside, links)
    return tuple(_under(each, grid.rows[: max(above, 0)]) for each in made)


def filled(grid: Grid, columns: Iterable[int]) -> list[list[Cell]]:
    """The rows, with the words of cells that go on downwards in each of theirs, in these columns."""
    rows = [list(row) for row in grid.rows]
    wanted = set(columns)
    last: dict[int, int] = {}
    for at, top, bottom in sorted(grid.down):
        if at in wanted and top >= last.get(at, 0):  # cells that overlap are damage, and would take for ever
            last[at] = bottom
            for row in rows[top + 1 : bottom + 1]:
                row.extend([()] * (at + 1 - len(row)))
                row[at] = row[at] or rows[top][at]
    return rows


def _moved(row: Sequence[Cell], found: Columns) -> list[Cell]:
    """A heading over all columns stands in the original."""
    words = next((cell for cell in row if cell), ())
    return [words if at == found.layers[0].at else () for at in range(found.layers[0].at + 1)]


def _supposed(found: Columns) -> str:
    original, *others = (f"column {each.name} ({each.language})" for each in found.layers)
    return f"no names stand over the columns: {original} was taken for the original of {', '.join(others)}"


def _under(made: Document | Unread, above: Sequence[Sequence[Cell]]) -> Document | Unread:
    words = " ".join(name for row in above for name in names_of(row) if name)[:LONGEST]
    if not words or isinstance(made, Unread):
        return made
    return replace(made, extra=made.extra | {"above the table": words})
