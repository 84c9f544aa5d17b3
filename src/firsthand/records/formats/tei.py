"""TEI P5: a transcription line by line, with places on the pictures, and translations beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.markup.transcribed import Written, number, region, woven
from firsthand.records.markup.tree import Element, Piece, plain, xml
from firsthand.records.offsets import Decoded

NAME = "tei"

ROOT = re.compile(rb"<(?:\w{1,20}:)?TEI[\s>]")
BLOCKS = frozenset(
    ("p", "ab", "div", "head", "l", "lg", "item", "opener", "closer", "salute", "signed", "cell")
)
PASSED = frozenset(("note", "fw", "figure", "teiHeader"))
MARKED = {
    "unclear": MarkKind.UNCLEAR,
    "del": MarkKind.STRUCK,
    "add": MarkKind.INSERTED,
    "gap": MarkKind.GAP,
}
TRANSLATION = "translation"
EDITED = frozenset(("corr", "reg", "expan"))  # what an editor would have: the page has the other
BLANK = re.compile(r"\s+|\S+")


@dataclass(slots=True)
class _Reader:
    """What was read so far: lines by layer ("" is the original), and the line at hand."""

    zones: dict[str, Region]
    layers: dict[str, list[Written]] = field(default_factory=dict)
    answers: dict[str, list[str]] = field(default_factory=dict)  # for each line, the zone that it stands in
    layer: str = ""
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    zone: str = ""
    name: str = ""
    apart: bool = True
    length: int = 0

    def end(self, apart: bool = False) -> None:
        """The line at hand is at its end; what comes begins another."""
        if plain(self.pieces).strip():
            place = self.zones.get(self.zone)
            made = Written(tuple(self.pieces), self.name, place, None, tuple(self.marks), self.apart)
            self.layers.setdefault(self.layer, []).append(made)
            self.answers.setdefault(self.layer, []).append(self.zone)
            self.apart, self.zone, self.name = False, "", ""
        self.pieces, self.marks, self.length = [], [], 0
        self.apart = self.apart or apart

    def add(self, piece: Piece) -> None:
        """Words of the line; blanks and line breaks of the file are one blank."""
        for match in BLANK.finditer(piece.text):
            blank = match[0].isspace()
            if blank and (not self.pieces or self.pieces[-1].text == " "):
                continue
            low, high = piece.start, piece.end
            if high - low == len(piece.text):
                low, high = low + match.start(), low + match.end()
            self.pieces.append(Piece(" " if blank else match[0], low, high))
            self.length += 1 if blank else len(match[0])


def claims(head: bytes, filename: str) -> float:
    """By its root element."""
    return 1.0 if ROOT.search(head.replace(b"\0", b"")) else 0.0


def read(data: bytes) -> tuple[Document, ...]:
    """The transcription, a primary record unless case.toml says otherwise, and each translation in it.

    Raises Unreadable where the file is damaged or its body has no words.
    """
    source, root = xml(data)
    body = root.first("body") or root.first("text")
    reader = _Reader(_zones(root))
    languages = {"": body.get("xml:lang") if body else ""}
    if body is not None:
        _walk(reader, body, languages)
        reader.end()
    if not reader.layers:
        raise Unreadable("is TEI without a word in its body")
    return tuple(_document(source, root, reader, layer, languages) for layer in sorted(reader.layers))


def _document(
    source: Decoded, root: Element, reader: _Reader, layer: str, languages: dict[str, str]
) -> Document:
    text, offsets, lines = woven(source, reader.layers[layer])
    zones = reader.answers[layer]
    first = {zone: n for n, zone in reversed(list(enumerate(reader.answers.get("", ()), 1))) if zone}
    numbers = [first.get(zone, 0) for zone in zones] if layer else []
    if layer and all(numbers) and len(set(numbers)) == len(lines) == len(numbers):
        lines = tuple(replace(line, number=n) for line, n in zip(lines, numbers, strict=True))
    title = root.first("title")
    several = len(reader.layers) > 1
    return Document(
        text=text,
        part=(layer or "transcription") if several else "",
        title=title.text() if title else "",
        kind=TRANSLATION if layer else "transcription",
        of="transcription" if layer and "" in reader.layers else "",
        language=languages.get(layer, ""),
        lines=lines,
        offsets=offsets,
    )


def _zones(root: Element) -> dict[str, Region]:
    """The zones of the pictures by their ids."""
    found: dict[str, Region] = {}
    for surface in root.inside("surface"):
        graphic = surface.first("graphic")
        image = graphic.get("url").rpartition("/")[2] if graphic else ""
        for zone in surface.inside("zone"):
            edges = [number(zone.get(edge)) for edge in ("ulx", "uly", "lrx", "lry")]
            left, top, right, bottom = edges
            if left is None or top is None or right is None or bottom is None:
                continue
            if place := region(image, left, top, right, bottom):
                found[zone.get("xml:id")] = place
    return found


def _walk(reader: _Reader, inside: Element, languages: dict[str, str]) -> None:
    for each in inside.content:
        if isinstance(each, Piece):
            reader.add(each)
        elif each.name not in PASSED:
            _element(reader, each, languages)


def _element(reader: _Reader, each: Element, languages: dict[str, str]) -> None:
    before = reader.layer
    if each.get("type") == TRANSLATION:
        reader.end(apart=True)
        reader.layer = f"{TRANSLATION} {each.get('xml:lang')}".strip()
        languages.setdefault(reader.layer, each.get("xml:lang"))
    elif each.name in BLOCKS:
        reader.end(apart=each.name != "l")
        languages[reader.layer] = languages.get(reader.layer) or each.get("xml:lang")
    elif each.name in ("lb", "pb", "cb"):
        reader.end(apart=each.name != "lb")
    elif reader.layer and each.get("corresp"):
        reader.end()
    if each.name != "pb" and (zone := each.get("facs") or (each.get("corresp") if reader.layer else "")):
        reader.zone = zone.split()[0].removeprefix("#")
    if each.name in ("lb", "l"):
        reader.name = each.get("xml:id") or each.get("n")
    _inner(reader, each, languages)
    if reader.layer != before or each.name in BLOCKS:
        reader.end(apart=each.name != "l")
        reader.layer = before


def _inner(reader: _Reader, each: Element, languages: dict[str, str]) -> None:
    start = reader.length
    readings = list(each.children()) if each.name == "choice" else []
    if readings:
        first = min(readings, key=lambda e: (e.name in EDITED, e.get("cert") in ("low", "medium")))
        _element(reader, first, languages)
        for other in readings:
            if other is not first and other.text():
                span = Span(min(start, reader.length), reader.length)
                reader.marks.append(Mark(MarkKind.ALTERNATIVE, span, other.text()))
        return
    _walk(reader, each, languages)
    if kind := MARKED.get(each.name):
        reader.marks.append(Mark(kind, Span(min(start, reader.length), reader.length)))
