"""Workbooks (XLSX): each sheet a table of a record line by line, or of articles, as CSV files are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.errors import Unreadable
from firsthand.records import packages
from firsthand.records.archives import Archive, is_zip
from firsthand.records.document import Document, Part, Unread
from firsthand.records.gridded import ABOVE, Grid, filled, headed, lines, names_of
from firsthand.records.markup.elements import source
from firsthand.records.markup.spreadsheet import PREFIXES, Book, Sheet, lettered, sheet, strings, styles
from firsthand.records.markup.tree import Piece, plain, weave_in
from firsthand.records.offsets import Decoded, OffsetMap, Weave
from firsthand.records.rows import article, text_column

NAME = "xlsx"

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls")
SHOWN = 12  # rows and columns named one by one
Cells = Sequence[tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the workbook lists it: its name, its part, whether it is shown."""

    name: str
    part: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets are read with: the part of the shared strings ("" without), its characters and size."""

    archive: Archive
    book: Book
    strings: str
    shared: Decoded
    size: int


def claims(head: bytes, filename: str) -> float:
    """By the parts that spreadsheets write first, or by name."""
    named = filename.lower().endswith(SUFFIXES)
    if is_zip(head):
        return 0.95 if named or b"xl/" in head else 0.35 * (b"[Content_Types].xml" in head)
    return (0.9 if named else 0.3) if head.startswith(packages.OLE) else 0.5 * named


def read(data: bytes) -> tuple[Part, ...]:
    """The Documents of each sheet, and pictures and embedded files as Members.

    Sheets, rows and columns that are hidden are read as the others, and told. Raises Unreadable for damaged
    workbooks, those with a password, those of other programs, and those in which no sheet is a table of lines
    or of articles.
    """
    archive = _archive(data)
    main = packages.main(archive, "xl/workbook.xml")
    if not main.startswith("xl/") or not main.endswith(".xml"):
        raise Unreadable("is a binary workbook (XLSB), or none of a spreadsheet", do="Save it as XLSX")
    listed = list(_listed(archive, main))
    workbook = _workbook(archive, main)
    read = [(each.name, _sheet(workbook, each)) for each in listed]
    found = [(name, parts) for name, parts in read if parts]
    made = [_called(name, part, len(found) > 1) for name, parts in found for part in parts]
    if not any(isinstance(each, Document) for each in made):
        first = next((each for each in made if isinstance(each, Unread)), Unread("", "holds no words"))
        raise Unreadable(first.what, do=first.do)
    stated = packages.dated(_properties(archive))
    told = (_stating(each, stated) for each in made)
    return (*told, *packages.members(archive, "xl/media/", "xl/embeddings/"))


def opened(data: bytes, inside: str) -> bytes:
    """A part of a workbook, or parts one after another."""
    return packages.together(_archive(data), inside)


def _archive(data: bytes) -> Archive:
    return packages.package(data, "Excel workbook", "XLS", "XLSX")


def _listed(archive: Archive, main: str) -> Iterator[Listed]:
    leads = packages.relations(archive, main)
    for each in packages.named(archive.read(main), "sheet", PREFIXES):
        given = each.attributes
        relation = leads.get(given.get("r:id", ""))
        if relation and relation.kind == "worksheet":
            shown = given.get("state", "visible") == "visible"
            yield Listed(given.get("name", ""), packages.beside(main, relation.target), shown)


def _workbook(archive: Archive, main: str) -> Workbook:
    about = packages.named(archive.read(main), "workbookPr", PREFIXES)
    leads = packages.relations(archive, main).values()
    named = {each.kind: packages.beside(main, each.target) for each in leads}
    shared, styled = (named.get(kind, "") for kind in ("sharedStrings", "styles"))
    data = archive.read(shared) if shared in archive else b""
    text = source(data) if data else Decoded("", OffsetMap())
    book = Book(
        strings(text),
        styles(source(archive.read(styled))) if styled in archive else (),
        any(each.attributes.get("date1904") in ("1", "true") for each in about),
    )
    return Workbook(archive, book, shared if data else "", text, len(data))


def _sheet(workbook: Workbook, listed: Listed) -> tuple[Document | Unread, ...]:
    """What one sheet holds: an Unread without a part where it is no table that is read, () if empty."""
    try:
        own = source(workbook.archive.read(listed.part), workbook.size)
        found = sheet(own, workbook.book, len(workbook.shared.text))
        inside = packages.TOGETHER.join(filter(None, (workbook.strings, listed.part)))
        made = _tables(_joined(workbook.shared, own), found, inside) if found.rows else ()
        return (*made, *_doubts(found), *_hidden(found, listed.shown)) if made else ()
    except Unreadable as why:
        hidden = "" if listed.shown else "is hidden in the workbook, and "
        return (Unread("", hidden + why.what, why.do, noted=not listed.shown),)


def _joined(first: Decoded, second: Decoded) -> Decoded:
    """The characters of two parts, one after the other."""
    weave = Weave()
    weave.copy(first, 0, len(first.text))
    weave.copy(second, 0, len(second.text))
    return Decoded(*weave.finish(), notes=(*first.notes, *second.notes))


def _tables(text: Decoded, found: Sheet, inside: str) -> tuple[Document | Unread, ...]:
    numbers, grid = _grid(found)
    named = next((each for each in enumerate(map(names_of, grid.rows[:ABOVE])) if text_column(each[1])), None)
    if named and not headed(grid):
        made = _articles(text, numbers, grid, inside, *named)
    else:
        made = lines(text, grid, inside)
    if not made:
        raise Unreadable(
            f"has no columns of lines or of articles: its columns are {_few(names_of(grid.rows[0]))}",
            do='Name them in the first row: "line", "original", "translation", or "title", "text"',
        )
    return made


def _grid(found: Sheet) -> tuple[list[int], Grid]:
    """The numbers of the rows as they stand beside the sheet, and its table."""
    order = sorted(found.rows)
    at = {row: n for n, row in enumerate(order)}
    width = 1 + max(max(row) for row in found.rows.values())
    rows = [[found.rows[row].get(column, ()) for column in range(width)] for row in order]
    wide = {at.get(top) for top, left, _, right in found.merged if right > left}
    across = frozenset(n for n, row in enumerate(rows) if n in wide and sum(map(bool, row)) == 1)
    down = [
        (left, at[top], bisect_right(order, bottom) - 1)
        for top, left, bottom, _ in found.merged
        if top in at and bottom > top
    ]
    return [row + 1 for row in order], Grid(rows, across, down)


def _doubts(found: Sheet) -> Iterator[Unread]:
    if found.open:
        what = f"formulas without a value, whose cells were left empty: {found.open}"
        yield Unread("", what, "Open the workbook, save it, and add that", noted=True)


def _hidden(found: Sheet, shown: bool) -> Iterator[Unread]:
    """What whoever opens the workbook does not see of a sheet, unless they look for it."""
    rows = _counted("row", [str(row + 1) for row in sorted(found.low)])
    columns = _counted("column", [lettered(column) for column in sorted(found.narrow)])
    told = " and ".join(filter(None, ("" if shown else "the whole sheet", rows, columns)))
    if told:
        yield Unread("", f"hidden in the workbook, and read with the rest: {told}", noted=True)


def _counted(what: str, names: Sequence[str]) -> str:
    some = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''} ({some})" if names else ""


def _articles(
    text: Decoded, numbers: Sequence[int], grid: Grid, inside: str, top: int, names: Sequence[str]
) -> tuple[Document | Unread, ...]:
    """A Document for each row below the names of columns, part "row N" by the number beside it."""
    column = names.index(text_column(names))
    rows = filled(grid, (at for at in range(len(names)) if at != column))
    below = zip(numbers[top + 1 :], rows[top + 1 :], strict=True)
    made = (_article(text, names, column, f"row {number}", row) for number, row in below)
    return tuple(replace(each, inside=inside) if isinstance(each, Document) else each for each in made)


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(name[:40] or "(unnamed)" for name in names[:SHOWN])
    return f"{shown}{' …' if len(names) > SHOWN else ''}"


def _article(text: Decoded, names: Sequence[str], column: int, part: str, row: Cells) -> Document | Unread:
    stated = [(name or "unnamed", plain(cell).strip()) for name, cell in zip(names, row, strict=False)]
    del stated[column : column + 1]
    weave = Weave()
    words = row[column] if column < len(row) else ()
    weave_in(weave, text, words, 0, len(plain(words)))
    return article(part, stated, *weave.finish(), text.notes)


def _called(sheet: str, made: Document | Unread, several: bool) -> Document | Unread:
    """The same under the name of its sheet too, where there are several or the whole sheet is meant."""
    if isinstance(made, Unread) and not made.part:
        return replace(made, part=f"sheet {sheet}")
    if not several:
        return made
    if isinstance(made, Unread):
        return replace(made, part=f"{sheet}, {made.part}")
    return replace(made, part=f"{sheet}, {made.part}", of=made.of and f"{sheet}, {made.of}")


def _stating(made: Document | Unread, stated: dict[str, str]) -> Document | Unread:
    return replace(made, extra=stated | made.extra) if isinstance(made, Document) else made


def _properties(archive: Archive) -> dict[str, str]:
    try:
        return packages.properties(archive)
    except Unreadable:
        return {}
