"""OpenDocument: the text of ``content.xml`` in the order in which it is read, its notes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.model import Link
from firsthand.records.markup.elements import Element, Event, Words, events, source
from firsthand.records.markup.flowing import PARAGRAPH, Flow, Table
from firsthand.records.offsets import OffsetMap

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    f"{OASIS}:text:1.0": "text",
    f"{OASIS}:table:1.0": "table",
    f"{OASIS}:office:1.0": "office",
    f"{OASIS}:drawing:1.0": "draw",
    f"{OASIS}:style:1.0": "style",
    f"{OASIS}:svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
}
# What was deleted, comments, settings, and names and descriptions of pictures.
UNSEEN = frozenset(
    "text:tracked-changes office:annotation office:forms text:note-citation text:ruby-text svg:title "  # noqa: SIM905
    "svg:desc text:index-title-template text:sequence-decls".split()
)
PARAGRAPHS = ("text:p", "text:h")
MARKS = {"text:tab": "\t", "text:line-break": "\n"}
CELLS = ("table:table-cell", "table:covered-table-cell")
PIECE = re.compile(r"(?P<blank>\s+)|\S+(?: \S+)*+")
BLANKS = 200  # written at most for one element that stands for many


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in a document; ``title`` is its paragraph in the style for titles, "" without one."""

    text: str
    offsets: OffsetMap
    links: tuple[Link, ...]
    title: str
    deleted: int
    comments: int
    tables: Sequence[Table] = ()


def wording(data: bytes) -> Wording:
    """The text of a ``content.xml``. Raises Unreadable for damaged XML."""
    walk = _Walk(Flow(source(data)))
    walk.run(list(events(walk.flow.source, PREFIXES)))
    for number, note in enumerate(walk.notes, 1):
        walk.note(number, note)
    text, offsets, links = walk.flow.finish()
    title = " ".join(text[slice(*walk.title)].split()) if walk.title else ""
    return Wording(text, offsets, links, title, walk.deleted, walk.comments, walk.flow.drawn)


@dataclass(slots=True)
class _Walk:
    flow: Flow
    depth: int = 0  # paragraphs that are open, one in the text box of another
    begun: bool = False  # whether the paragraph holds a character, so that blanks count
    blank: tuple[int, int] | None = None
    numbered: bool = False  # a note's number was written, its first paragraph stands beside it
    notes: list[list[Event]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    titled: int | None = None
    title: tuple[int, int] | None = None
    deleted: int = 0
    comments: int = 0

    def run(self, given: list[Event]) -> None:
        """Take everything but what is not seen; notes are put by."""
        seen = iter(given)
        for event in seen:
            if isinstance(event, Words):
                if self.depth:
                    self._words(event)
            elif event.closes:
                self._ended(event)
            elif event.name == "text:note":
                self._reference(event, list(_inside(event.name, seen)))
            elif event.name in UNSEEN:
                self._unseen(event, list(_inside(event.name, seen)))
            else:
                self._begun(event)

    def note(self, number: int, inside: list[Event]) -> None:
        """Write a note that was put by, its number before it; a note in it is read where it stands."""
        first = next((e for e in inside if isinstance(e, Element)), None)
        if first is None:
            return
        self.flow.tables, self.depth = [], 0
        self.flow.apart(PARAGRAPH)
        self.flow.stand(f"[{number}] ", first.start, first.end)
        self.numbered = True
        self.run(inside)

    def _reference(self, note: Element, inside: list[Event]) -> None:
        self.notes.append([each for each in inside if not _of_note(each)])
        self._visible()
        self.flow.stand(f"[{len(self.notes)}]", note.start, note.end)

    def _unseen(self, element: Element, inside: list[Event]) -> None:
        self.comments += element.name == "office:annotation"
        self.deleted += sum(
            isinstance(each, Element) and each.name == "text:deletion" and not each.closes for each in inside
        )

    def _begun(self, element: Element) -> None:
        name, given = element.name, element.attributes
        if name in PARAGRAPHS:
            self._paragraph(given.get("text:style-name", ""))
        elif name in MARKS:
            self._mark(MARKS[name], element)
        elif name == "text:s":
            count = given.get("text:c", "1")
            self._mark(" " * min(int(count) if count.isdecimal() else 1, BLANKS), element)
        elif name == "text:a":
            self.links.append((given.get("xlink:href", ""), self.flow.at))
        elif name == "style:style":
            self.parents[given.get("style:name", "")] = given.get("style:parent-style-name", "")
        elif name == "table:table":
            self.flow.table(element)
        elif name == "table:table-row":
            self.flow.row()
        elif name in CELLS:
            self._cell(element)

    def _cell(self, element: Element) -> None:
        """A cell begins, or as many as it stands for."""
        repeated = element.attributes.get("table:number-columns-repeated", "1")
        for _ in range(min(int(repeated), BLANKS) if repeated.isdecimal() else 1):
            self.flow.cell()

    def _ended(self, element: Element) -> None:
        if element.name in PARAGRAPHS:
            self.depth = max(self.depth - 1, 0)
            self.blank = None
            if self.titled is not None:
                self.title, self.titled = self.title or (self.titled, self.flow.at), None
        elif element.name == "text:a" and self.links:
            target, start = self.links.pop()
            self.flow.link(start, target)
        elif element.name == "table:table":
            self.flow.table(element)
        elif element.name == "draw:text-box":
            self.flow.apart(PARAGRAPH)

    def _paragraph(self, style: str) -> None:
        if not self.numbered:
            self.flow.paragraph()
        self.numbered = False
        self.depth, self.begun, self.blank = self.depth + 1, False, None
        if "Title" in (style, self.parents.get(style)):
            self.titled = self.flow.at

    def _words(self, words: Words) -> None:
        for piece in PIECE.finditer(self.flow.source.text, words.start, words.end):
            if piece["blank"]:
                self.blank = (self.blank or piece.span())[0], piece.end()
            else:
                self._visible()
                self.flow.words(Words(*piece.span(), literal=words.literal))

    def _mark(self, text: str, element: Element) -> None:
        if self.depth:
            self._visible()
            self.flow.stand(text, element.start, element.end)

    def _visible(self) -> None:
        """Blanks before a character are one, and none where the paragraph begins."""
        if self.blank and self.begun:
            self.flow.stand(" ", *self.blank)
        self.blank, self.begun = None, True


def _inside(name: str, seen: Iterator[Event]) -> Iterator[Event]:
    """What stands in the element that has just begun, up to its end."""
    depth = 1
    for event in seen:
        if isinstance(event, Element) and event.name == name:
            depth += -1 if event.closes else 1
            if not depth:
                return
        yield event


def _of_note(event: Event) -> bool:
    return isinstance(event, Element) and event.name == "text:note-body" and event.closes
