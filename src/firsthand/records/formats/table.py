"""CSV and TSV of articles: a line of column names, then one article a row (RFC 4180)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.errors import Unreadable
from firsthand.records.decoding import decode
from firsthand.records.document import Document, Unread
from firsthand.records.offsets import Decoded, Weave
from firsthand.records.rows import article, known, names_paper, of_the_paper, rows, text_column

NAME = "table"

DELIMITERS = ",;\t|"
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """Where the contents of a cell stand, without its quotation marks. ``open``: one is never closed."""

    start: int
    end: int
    quoted: bool = False
    open: bool = False


def claims(head: bytes, filename: str) -> float:
    """By name, or by a first line of column names of ours, one of them the text."""
    if filename.lower().endswith((".csv", ".tsv")):
        return 0.9
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    names = [name.strip(' "') for name in re.split(f"[{DELIMITERS}]", first)]
    return 0.7 if len(names) > 1 and text_column(names) and known(names) == len(names) else 0.0


def read(data: bytes, charset: str = "") -> tuple[Document | Unread, ...]:
    """A Document for each row below the column names, part "row N"; a row without text is an Unread.

    Raises Unreadable where no column can be the text, no row can be read, or the bytes are no text.
    """
    decoded = decode(data, charset)
    if "\0" in decoded.text:
        raise Unreadable("is not text: it holds NUL bytes")
    listed = cells(decoded.text, delimiter(decoded.text))
    head = next(listed, [])
    names = [_plain(decoded, cell).strip() for cell in head]
    column = text_column(names)
    if not column and "kind" in map(str.lower, names):
        return rows((_paper(decoded, names, n, row) for n, row in enumerate(listed, 1)), "has no rows")
    if not column:
        raise Unreadable(_columns(names), do='Name the column with the articles "text" in the first line')
    at = names.index(column)
    made = (_row(decoded, names, at, number, row) for number, row in enumerate(listed, 1))
    return rows(made, "has column names but no rows")


def _columns(names: list[str]) -> str:
    shown = ", ".join(name[:40] or "(unnamed)" for name in names[:SHOWN])
    return f"has no text column: its columns are {shown}{' …' if len(names) > SHOWN else ''}"


def delimiter(text: str) -> str:
    """The delimiter that the first line holds most of, outside quotation marks."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(DELIMITERS, key=bare.count)


def cells(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """The rows of a table; lines without anything, or of delimiters alone, are passed over."""
    mark = re.escape(delimiter)
    # Possessive: a quotation mark that is never closed is found out in one pass over the rest.
    quoted = re.compile(rf'[ ]*+"((?:[^"]|"")*+)"[ ]*+(?={mark}|[\r\n]|\Z)')
    bare = re.compile(rf"[^{mark}\r\n]*")
    row: list[Cell] = []
    at = 0
    while at <= len(text):
        inside = quoted.match(text, at)
        found = inside or bare.match(text, at)
        assert found is not None  # ``bare`` matches the empty string
        row.append(_cell(text, inside, found))
        at = found.end()
        if text[at : at + 1] == delimiter:
            at += 1
            continue
        if any(cell.end > cell.start for cell in row):
            yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1


def _cell(text: str, inside: re.Match[str] | None, found: re.Match[str]) -> Cell:
    if inside:
        return Cell(*inside.span(1), quoted=True)
    return Cell(*found.span(), open=text.startswith('"', found.start()))


def _plain(decoded: Decoded, cell: Cell) -> str:
    written = decoded.text[cell.start : cell.end]
    return written.replace('""', '"') if cell.quoted else written


def _row(decoded: Decoded, names: list[str], column: int, number: int, row: list[Cell]) -> Document | Unread:
    part = f"row {number}"
    if any(cell.open for cell in row):
        return Unread(
            part, 'a cell begins with a quotation mark (") that is not closed', "Close or double it"
        )
    if column >= len(row):
        return Unread(part, f"has only {len(row)} of {len(names)} cells, and no text among them")
    beyond = [f"column {n}" for n in range(len(names) + 1, len(row) + 1)]
    stated = [
        (name or "unnamed", _plain(decoded, cell).strip())
        for n, (name, cell) in enumerate(zip([*names, *beyond], row, strict=False))
        if n != column
    ]
    weave = Weave()
    _weave(weave, decoded, row[column])
    return article(part, stated, *weave.finish(), decoded.notes)


def _paper(decoded: Decoded, names: list[str], number: int, row: list[Cell]) -> Document | Unread:
    """An identity paper described in a row: each cell is a line of it, as if it were written so."""
    part = f"row {number}"
    cells = list(zip(names, row, strict=False))
    stated = [(name, _plain(decoded, cell).strip()) for name, cell in cells]
    if not names_paper(stated):
        return Unread(part, f"is of no identity paper, and the table {_columns(names)}")
    weave = Weave()
    for name, cell in cells:
        if of_the_paper(name) and cell.end > cell.start:
            weave.make(f"{name}: ")
            _weave(weave, decoded, cell)
            weave.make("\n")
    return article(part, [e for e in stated if not of_the_paper(e[0])], *weave.finish(), decoded.notes)


def _weave(weave: Weave, decoded: Decoded, cell: Cell) -> None:
    at = cell.start
    doubled = re.finditer('""', decoded.text[cell.start : cell.end]) if cell.quoted else ()
    for match in doubled:
        start = cell.start + match.start()
        weave.copy(decoded, at, start)
        weave.stand('"', decoded, start, start + 2)
        at = start + 2
    weave.copy(decoded, at, cell.end)
