"""The text of a document as it is written down: paragraphs, cells and rows with breaks between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.model import Link, Span
from firsthand.records.markup.elements import Element, Words, weave_words
from firsthand.records.offsets import Decoded, OffsetMap, Weave

PARAGRAPH, ROW, CELL = "\n\n", "\n", "\t"
WIDEST = 16_384  # cells of a row, as in spreadsheets; further empty ones are not counted


@dataclass(slots=True)
class Box:
    """A cell: where in the text it begins, over how many columns, whether it is one with that above."""

    start: int
    wide: int = 1
    goes_on: bool = False


@dataclass(slots=True)
class Table:
    """The cells of a table, row by row, and where in the text it begins and ends."""

    start: int
    end: int = 0
    rows: list[list[Box]] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """Writes what is seen, a break before it only where something stands on both of its sides.

    ``tables`` are the tables that are open: for each, whether its row and its cell hold a part already.
    ``drawn`` are all tables, without those in a cell of another.
    """

    source: Decoded = field(default_factory=lambda: Decoded("", OffsetMap()))
    weave: Weave = field(default_factory=Weave)
    pending: str = ""
    tables: list[list[bool]] = field(default_factory=list)
    drawn: list[Table] = field(default_factory=list)
    _links: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Where the next character will stand, or the break before it."""
        return self.weave.length

    def apart(self, gap: str) -> None:
        """A paragraph, row or cell begins here; of several breaks the largest stands."""
        if gap == CELL:
            self.pending += gap if len(self.pending) < WIDEST else ""
        else:
            self.pending = max(self.pending.rstrip(CELL), gap, key=len)

    def paragraph(self) -> None:
        """A paragraph begins, in a cell or outside of any table."""
        if not self.tables:
            self.apart(PARAGRAPH)
            return
        if self.tables[-1][1]:
            self.apart(ROW)
        self.tables[-1][1] = True

    def table(self, element: Element) -> None:
        """A table begins or ends; what comes after it is a paragraph of its own."""
        if element.closes:
            self.tables = self.tables[:-1]
        else:
            self.tables.append([False, False])
        self.apart(ROW if self.tables[1:] else PARAGRAPH)
        if not element.closes and len(self.tables) == 1:
            self.drawn.append(Table(self.at))
        elif not self.tables and self.drawn:
            self.drawn[-1].end = self.at

    def row(self) -> None:
        """A row of the table begins."""
        if self.tables:
            self.tables[-1][0] = False
            self.apart(ROW)
        if len(self.tables) == 1:
            self.drawn[-1].rows.append([])

    def cell(self) -> None:
        """A cell of the row begins."""
        if self.tables:
            if self.tables[-1][0]:
                self.apart(CELL)
            self.tables[-1][:] = [True, False]
        if len(self.tables) == 1 and self.drawn[-1].rows:
            self.drawn[-1].rows[-1].append(Box(self.at))

    def box(self) -> Box | None:
        """The cell that is being written, but for those of a table in a cell."""
        return (
            self.drawn[-1].rows[-1][-1] if len(self.tables) == 1 and any(self.drawn[-1].rows[-1:]) else None
        )

    def words(self, words: Words) -> None:
        """Characters as they stand in the file, references resolved."""
        if words.end > words.start:
            self._break()
            weave_words(self.weave, self.source, words)

    def stand(self, text: str, start: int, end: int) -> None:
        """``text`` in place of what stands in the file."""
        self._break()
        self.weave.stand(text, self.source, start, end)

    def follow(self, text: str, offsets: OffsetMap) -> None:
        """A text that was written apart, with its way back."""
        self._break()
        self.weave.add(text, offsets.runs(0, len(text)))

    def link(self, start: int, url: str) -> None:
        """What was written since ``start`` leads to ``url``; only addresses on the web are kept."""
        if url.startswith(("https://", "http://")) and self.at > start:
            self._links.append((start, self.at, url))

    def finish(self) -> tuple[str, OffsetMap, tuple[Link, ...]]:
        """The text, the way back, and the links at their words."""
        text, offsets = self.weave.finish()
        return text, offsets, tuple(link for each in self._links for link in _link(text, *each))

    def _break(self) -> None:
        if self.weave.length:
            self.weave.make(self.pending)
        self.pending = ""


def _link(text: str, start: int, end: int, url: str) -> list[Link]:
    words = text[start:end]
    low, high = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return [Link(Span(low, high), url)] if low < high else []
