"""CSV and TSV of a record line by line: "line, original, translation"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.errors import Unreadable
from firsthand.records.decoding import decode
from firsthand.records.document import Document, Unread
from firsthand.records.formats.table import DELIMITERS, Cell, cells, delimiter
from firsthand.records.layers import columns, documents, tabled
from firsthand.records.markup.tree import Piece

NAME = "line-table"

ROWS = 1_000_000


def claims(head: bytes, filename: str) -> float:
    """By a first line that names the columns of such a table."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if b"\0" in start:  # UTF-16, as spreadsheets save "Unicode text"
        start = start.replace(b"\0", b"").lstrip(b"\xff\xfe\r\n")
    first = re.split(rb"[\r\n]", start, maxsplit=1)[0].decode("utf-8", "replace")
    names = [name.strip(' "') for name in re.split(f"[{re.escape(DELIMITERS)}]", first)]
    return 0.95 if len(names) > 1 and columns(names) else 0.0


def read(data: bytes, charset: str = "") -> tuple[Document | Unread, ...]:
    """A Document for each column of text. Raises Unreadable where there is none, or the bytes are no text."""
    source = decode(data, charset)
    if "\0" in source.text:
        raise Unreadable("is not text: it holds NUL bytes")
    rows = cells(source.text, delimiter(source.text))
    found, below = tabled((_pieces(source.text, row) for row in rows), ROWS)
    return documents(source, found, below, source.notes)


def _pieces(text: str, row: list[Cell]) -> list[tuple[Piece, ...]]:
    return [tuple(_cell(text, cell)) for cell in row]


def _cell(text: str, cell: Cell) -> Iterator[Piece]:
    at = cell.start
    doubled = re.finditer('""', text[cell.start : cell.end]) if cell.quoted else ()
    for match in doubled:
        start = cell.start + match.start()
        yield Piece(text[at:start], at, start)
        yield Piece('"', start, start + 2)
        at = start + 2
    yield Piece(text[at : cell.end], at, cell.end)
