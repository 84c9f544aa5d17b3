"""SpreadsheetML: what the cells of a sheet show, each with the characters that it was read from.

Libraries that read XLSX give values and no places; a place here is the cell's string in the table of
shared strings, or what stands in the sheet itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape

from firsthand.records.markup.elements import REFERENCE, Element, Words, events
from firsthand.records.markup.tree import Piece, plain
from firsthand.records.offsets import Decoded
from firsthand.records.packages import RELATED, RELATED_STRICT

PREFIXES = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    RELATED: "r",
    RELATED_STRICT: "r",
}
WIDEST = 256  # columns; a table of lines or of articles has a dozen
TALLEST = 1 << 20  # rows of a sheet
# A character that XML cannot hold, as spreadsheets write it: "_x000D_".
ESCAPED = re.compile(rf"{REFERENCE.pattern}|_x(?P<code>[0-9A-Fa-f]{{4}})_")
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# Formats of numbers that are dates by their id alone (ECMA-376 18.8.30), and what they show.
DATES = dict.fromkeys((*range(14, 18), *range(27, 32), 36, *range(50, 59)), "ymd")
DATES |= dict.fromkeys((*range(18, 22), *range(32, 36), 45, 47), "hms") | {17: "ym", 22: "ymdhms"}
# In the format of a number: words in quotation marks, colours and conditions, characters put in.
ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].|;.*', re.DOTALL)
FALSE_DAY = 60  # 29 February 1900, which spreadsheets have
Cell = tuple[Piece, ...]


@dataclass(slots=True)
class Sheet:
    """The cells of a sheet by row and column, from 0; ``merged``: the corners of cells that are one.

    ``open`` counts formulas without a value. ``low`` and ``narrow`` are the rows and columns that are hidden
    though words stand in them.
    """

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    low: set[int] = field(default_factory=set)
    narrow: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    open: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets share: the strings, what each style of cell shows of a date, and the first day."""

    strings: Sequence[Cell] = ()
    styles: Sequence[str] = ()
    since_1904: bool = False


def strings(source: Decoded) -> list[Cell]:
    """The shared strings, in the order in which cells number them; how they are pronounced is left out."""
    found: list[Cell] = []
    into = _Into()
    for event in events(source, PREFIXES):
        if isinstance(event, Words):
            into.words(source, event)
        elif event.name == "x:si":
            if event.closes:
                found.append(into.taken())
        else:
            into.element(event)
    return found


def styles(source: Decoded) -> list[str]:
    """For each style of cells what its format shows of a date, in "ymdhms"; "" for other numbers."""
    own: dict[str, str] = {}
    found: list[str] = []
    counted = False
    for event in events(source, PREFIXES):
        if isinstance(event, Words):
            continue
        given = "" if event.closes else event.attributes.get("numFmtId", "")
        if event.name == "x:cellXfs":
            counted = not event.closes
        elif event.name == "x:numFmt" and given:
            own[given] = _shown(event.attributes.get("formatCode", ""))
        elif event.name == "x:xf" and counted and not event.closes:
            found.append(own.get(given, DATES.get(int(given), "") if given.isdecimal() else ""))
    return found


def _shown(code: str) -> str:
    """What of a date a format shows: "dd.mm.yyyy" shows "ymd". An "m" beside hours and seconds is minutes."""
    letters = set(ASIDE.sub("", code).lower())
    clock = "hms" if letters & {"h", "s"} else ""
    if not letters & {"y", "d"}:
        return clock or ("ym" if "m" in letters and letters <= set("m-/. ") else "")
    return ("ymd" if "d" in letters else "ym" if "m" in letters else "y") + clock


def sheet(source: Decoded, book: Book, base: int) -> Sheet:
    """The cells of a sheet. ``base`` is added to the places of what stands in the sheet itself."""
    walk = _Walk(source, book, base)
    for event in events(source, PREFIXES):
        if isinstance(event, Words):
            walk.into.words(source, event, base)
        else:
            walk.element(event)
    return walk.finish()


@dataclass(slots=True)
class _Into:
    """Takes the words of ``x:t`` and ``x:v``, but for those of ``x:rPh``."""

    pieces: list[Piece] = field(default_factory=list)
    open: bool = False
    aside: bool = False

    def element(self, element: Element) -> None:
        if element.name == "x:rPh":
            self.aside = not element.closes
        elif element.name in ("x:t", "x:v"):
            self.open = not element.closes

    def words(self, source: Decoded, words: Words, base: int = 0) -> None:
        if self.open and not self.aside:
            self.pieces += _pieces(source.text, words, base)

    def taken(self) -> Cell:
        pieces, self.pieces = tuple(self.pieces), []
        return pieces


def _pieces(text: str, words: Words, base: int) -> Iterator[Piece]:
    at = words.start
    for found in ESCAPED.finditer(text, words.start, words.end):
        char = chr(int(found["code"], 16)) if found["code"] else unescape(found[0])
        if (words.literal and not found["code"]) or not (char.isprintable() or char.isspace()):
            continue
        if at < found.start():
            yield Piece(text[at : found.start()], base + at, base + found.start())
        yield Piece(char, base + found.start(), base + found.end())
        at = found.end()
    if at < words.end:
        yield Piece(text[at : words.end], base + at, base + words.end)


@dataclass(slots=True)
class _Walk:
    source: Decoded
    book: Book
    base: int
    sheet: Sheet = field(default_factory=Sheet)
    into: _Into = field(default_factory=_Into)
    row: int = -1
    column: int = -1
    cell: Mapping[str, str] = field(default_factory=dict)
    formula: bool = False

    def finish(self) -> Sheet:
        """The sheet; what is hidden in it and has no words is left out of what is told."""
        self.sheet.low &= self.sheet.rows.keys()
        self.sheet.narrow &= {column for row in self.sheet.rows.values() for column in row}
        return self.sheet

    def element(self, element: Element) -> None:
        name, given = element.name, element.attributes
        self.into.element(element)
        if name == "x:c":
            self._closed() if element.closes else self._opened(given)
        elif element.closes:
            return
        elif name == "x:row":
            number = given.get("r", "")
            self.row = int(number[:8]) - 1 if number.isdecimal() else self.row + 1
            self.column = -1
            if _is_hidden(given, "ht"):
                self.sheet.low.add(self.row)
        elif name == "x:col" and _is_hidden(given, "width"):
            first, last = (_index(given.get(edge, "")) for edge in ("min", "max"))
            self.sheet.narrow |= set(range(first - 1, min(last, WIDEST))) if first > 0 else set()
        elif name == "x:f":
            self.formula = True
        elif name == "x:mergeCell" and (corners := _corners(given.get("ref", ""))):
            self.sheet.merged.append(corners)

    def _opened(self, given: Mapping[str, str]) -> None:
        self.column += 1
        if place := PLACE.fullmatch(given.get("r", "")):
            self.column, self.row = column_of(place[1]), int(place[2]) - 1
        self.cell, self.formula = given, False
        self.into.taken()

    def _closed(self) -> None:
        written = self.into.taken()
        self.sheet.open += self.formula and not written
        shown = self._value(written)
        if plain(shown).strip() and self.column < WIDEST and 0 <= self.row < TALLEST:
            self.sheet.rows.setdefault(self.row, {})[self.column] = shown

    def _value(self, written: Cell) -> Cell:
        kind, words = self.cell.get("t", "n"), plain(written).strip()
        if kind == "s":
            number = _index(words)
            return self.book.strings[number] if 0 <= number < len(self.book.strings) else ()
        if kind == "b":
            return _standing({"1": "TRUE", "0": "FALSE"}.get(words, ""), written)
        if kind == "n" and written:
            return _standing(self._number(words), written)
        return written

    def _number(self, words: str) -> str:
        number = _index(self.cell.get("s", "0"))
        shows = self.book.styles[number] if 0 <= number < len(self.book.styles) else ""
        return (shows and date_of(words, shows, self.book.since_1904)) or re.sub(r"\.0+$", "", words)


def _is_hidden(given: Mapping[str, str], size: str) -> bool:
    """Whether a row or a column is hidden, or so low or narrow that nothing of it is seen."""
    return given.get("hidden") in ("1", "true") or given.get(size) == "0"


def _index(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 10 else -1


def _standing(text: str, written: Cell) -> Cell:
    """What a cell shows in the place of what is written in it; itself where the two agree."""
    if text == plain(written):
        return written
    start, end = written[0].start, written[-1].end
    return tuple(Piece(char, start, end) for char in text)


def date_of(words: str, shows: str, since_1904: bool = False) -> str:
    """The date or time that a number is, as far as it is shown ("ymdhms"); "" for what is none."""
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    try:
        days = float(words)
        early = 0 <= days < FALSE_DAY and not since_1904
        moment = first + timedelta(days=early, seconds=round(days * 86_400))
    except (ValueError, OverflowError):
        return ""
    if days < 0:
        return ""
    seconds = f":{moment:%S}" if moment.second else ""
    clock = f"{moment:%H:%M}{seconds}" if "h" in shows else ""
    day = moment.date().isoformat()[: {"d": 10, "m": 7}.get(shows.partition("h")[0][-1:], 4)]
    return "T".join(filter(None, [day if "y" in shows else "", clock]))


def _corners(ref: str) -> tuple[int, int, int, int] | None:
    """Top, left, bottom and right of "A2:B5"."""
    found = [PLACE.fullmatch(each) for each in ref.split(":")]
    if len(found) != 2 or not found[0] or not found[1]:
        return None
    (left, top), (right, bottom) = ((column_of(each[1]), int(each[2]) - 1) for each in found if each)
    return top, left, bottom, right


def column_of(letters: str) -> int:
    """The column, from 0, under these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def lettered(column: int) -> str:
    """The letters over a column, from 0: "A", "B", … "AA"."""
    letters, left = "", column + 1
    while left:
        left, at = divmod(left - 1, 26)
        letters = chr(65 + at) + letters
    return letters
