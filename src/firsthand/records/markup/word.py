"""WordprocessingML: the text of a Word document in the order in which it is read, with its notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.model import Link
from firsthand.records.markup.elements import Element, Words, events, source
from firsthand.records.markup.flowing import PARAGRAPH, Flow, Table
from firsthand.records.offsets import OffsetMap
from firsthand.records.packages import RELATED, RELATED_STRICT

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PREFIXES = {WORD: "w", STRICT: "w", RELATED: "r", RELATED_STRICT: "r", ALTERNATIVES: "mc"}
DELETED = frozenset(["w:del", "w:moveFrom"])
# Settings, what was deleted or moved away, and the second form of a drawing for old programs.
UNSEEN = DELETED | {
    "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "mc:Fallback",
}  # fmt: skip
MARKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
NOTES = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}
WIDEST = 63  # columns of a table in Word
HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in the parts of a document. ``styled``: the first words in each style, by its id.

    ``deleted`` counts what tracked changes took out, by who did; ``first`` is the style of the first
    paragraph that holds anything; ``tables`` are its tables.
    """

    text: str
    offsets: OffsetMap
    links: tuple[Link, ...]
    styled: Mapping[str, str]
    first: str
    deleted: Mapping[str, int]
    tables: Sequence[Table] = ()


def wording(parts: list[bytes], targets: Mapping[str, str]) -> Wording:
    """The text of ``parts``, the document and then its notes, whose bytes count on from one to the next.

    ``targets`` are the addresses that links lead to, by their ids. Raises Unreadable for damaged XML.
    """
    walk = _Walk(targets)
    base = 0
    for data in parts:
        walk.part(data, base)
        base += len(data)
    return walk.finish()


@dataclass(slots=True)
class _Walk:
    targets: Mapping[str, str]
    flow: Flow = field(default_factory=Flow)
    into: str = ""  # "w:t" or "w:instrText", while its words are taken
    kept: bool = False  # whether blanks at the ends of the words count
    styles: list[tuple[str, int, int]] = field(default_factory=list)
    paragraphs: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    fields: list[tuple[str, int]] = field(default_factory=list)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    numbered: bool = False  # a note's number was written, its first paragraph stands beside it
    deleted: Counter[str] = field(default_factory=Counter)

    def part(self, data: bytes, base: int) -> None:
        self.flow.source = source(data, base)
        unseen, depth = "", 0
        for event in events(self.flow.source, PREFIXES):
            if isinstance(event, Words):
                if self.into and not unseen:
                    self._words(event)
            elif unseen:
                depth += (not event.closes) - event.closes if event.name == unseen else 0
                unseen = unseen if depth else ""
                self._style(event)
                self._box(event)
            elif not event.closes and self._passes_over(event):
                unseen, depth = event.name, 1
            else:
                self._element(event)

    def finish(self) -> Wording:
        text, offsets, links = self.flow.finish()
        held = [(style, text[low:high].strip()) for style, low, high in sorted(self.styles, key=_place)]
        held = [(style, words) for style, words in held if words]
        first = held[0][0] if held else ""
        return Wording(text, offsets, links, dict(reversed(held)), first, self.deleted, self.flow.drawn)

    def _passes_over(self, element: Element) -> bool:
        if element.name in DELETED:
            self.deleted[element.attributes.get("w:author", "")] += 1
        note = element.name in NOTES.values()
        return element.name in UNSEEN or (note and self._note(element) not in self.numbers)

    def _style(self, element: Element) -> None:
        if element.name == "w:pStyle" and not element.closes and self.paragraphs:
            self.paragraphs[-1] = (element.attributes.get("w:val", ""), self.paragraphs[-1][1])

    def _box(self, element: Element) -> None:
        box, value = self.flow.box(), element.attributes.get("w:val", "")
        if box and element.name == "w:gridSpan" and not element.closes and value.isdecimal():
            box.wide = min(int(value[:4]), WIDEST)
        elif box and element.name == "w:vMerge" and not element.closes:
            box.goes_on = value != "restart"

    def _words(self, words: Words) -> None:
        written = self.flow.source.text[words.start : words.end]
        if self.into == "w:instrText":
            if self.fields:
                self.fields[-1] = (self.fields[-1][0] + written.replace("&quot;", '"'), self.fields[-1][1])
        elif self.kept or words.literal:
            self.flow.words(words)
        else:
            left = len(written) - len(written.lstrip())
            self.flow.words(Words(words.start + left, words.start + len(written.rstrip())))

    def _element(self, element: Element) -> None:
        name = element.name
        if name in ("w:t", "w:instrText"):
            self.into = "" if element.closes else name
            self.kept = element.attributes.get("xml:space") == "preserve"
        elif name == "w:p":
            self._paragraph(element)
        elif name == "w:tbl":
            self.flow.table(element)
        elif name == "w:hyperlink":
            self._hyperlink(element)
        elif name == "w:fldSimple":
            self._field("end" if element.closes else "begin", element.attributes.get("w:instr", ""))
        elif name == "w:txbxContent":
            self.flow.apart(PARAGRAPH)
        elif not element.closes:
            self._begun(element)

    def _begun(self, element: Element) -> None:
        name = element.name
        if name in MARKS:
            self.flow.stand(MARKS[name], element.start, element.end)
        elif name == "w:tr":
            self.flow.row()
        elif name == "w:tc":
            self.flow.cell()
        elif name == "w:fldChar":
            self._field(element.attributes.get("w:fldCharType", ""))
        elif name in NOTES:
            number = self.numbers.setdefault(self._note(element), len(self.numbers) + 1)
            self.flow.stand(f"[{number}]", element.start, element.end)
        elif name in NOTES.values():
            self.flow.apart(PARAGRAPH)
            self.flow.stand(f"[{self.numbers[self._note(element)]}] ", element.start, element.end)
            self.numbered = True

    def _note(self, element: Element) -> tuple[str, str]:
        return NOTES.get(element.name, element.name), element.attributes.get("w:id", "")

    def _paragraph(self, element: Element) -> None:
        if not element.closes:
            if not self.numbered:
                self.flow.paragraph()
            self.numbered = False
            self.paragraphs.append(("", self.flow.at))
        elif self.paragraphs:
            style, start = self.paragraphs.pop()
            self.styles.append((style, start, self.flow.at))

    def _hyperlink(self, element: Element) -> None:
        if not element.closes:
            target = self.targets.get(element.attributes.get("r:id", ""), "")
            self.links.append((target, self.flow.at))
        elif self.links:
            target, start = self.links.pop()
            self.flow.link(start, target)

    def _field(self, what: str, instruction: str = "") -> None:
        """A field that Word fills in: what it is told, then the words that it shows."""
        if what == "begin":
            self.fields.append((instruction, self.flow.at))
        elif self.fields and what == "separate":
            self.fields[-1] = (self.fields[-1][0], self.flow.at)
        elif self.fields and what == "end":
            told, start = self.fields.pop()
            if found := HYPERLINK.match(told):
                self.flow.link(start, found[1])


def _place(styled: tuple[str, int, int]) -> int:
    return styled[1]
