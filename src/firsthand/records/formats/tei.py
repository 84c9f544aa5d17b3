"""TEI P5: a transcription line by line, with places on the pictures, and translations beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.markup.transcribed import Written, number, region, woven
from firsthand.records.markup.tree import Element, Piece, plain, rooted, xml
from firsthand.records.offsets import Decoded

NAME = "tei"

BLOCKS = frozenset(
    ("p", "ab", "div", "head", "l", "lg", "item", "opener", "closer", "salute", "signed", "cell")
)
PASSED = frozenset(("note", "fw", "figure", "teiHeader"))
MARKED = {
    "unclear": MarkKind.UNCLEAR,
    "del": MarkKind.STRUCK,
    "add": MarkKind.INSERTED,
    "gap": MarkKind.GAP,
    "supplied": MarkKind.SUPPLIED,
}
TRANSLATION = "translation"
# Whoever may be meant by a @resp or @hand, and the elements that say who they are.
NAMED = frozenset(("respStmt", "editor", "author", "handNote", "person", "org", "name", "persName"))
NAMES = ("name", "persName", "orgName")
# What a statement of responsibility calls the work, in a few of its languages.
WORK = {
    TRANSLATION: re.compile(
        "transl|перекл|перев|번역|prijevod|prevod|traduc|übersetz|tłumacz", re.IGNORECASE
    ),
    "": re.compile("transcri|encod|transkri|транскри|розшифр|расшифр|전사|prijepis|abschrift", re.IGNORECASE),
}
# What somebody says (TEI P5, 3.3.3); its marks may stand in the words, beside the element, or nowhere.
SAID = frozenset(("q", "quote", "said"))
OPENS, CLOSES = "“", "”"
MARKS = "\"'“”„‟‘’‚«»‹›「」『』《》〈〉"
EDITED = frozenset(("corr", "reg", "expan"))  # what an editor would have: the page has the other
LONGEST = 200
BLANK = re.compile(r"\s+|\S+")


@dataclass(slots=True)
class _Reader:
    """What was read so far: lines by layer ("" is the original), and the line at hand.

    ``names`` are those who are referred to, by id; ``by`` who made each layer; ``hand`` who writes
    here, ``own`` who wrote the line at hand, if it says so itself.
    """

    zones: dict[str, Region]
    names: dict[str, str] = field(default_factory=dict)
    by: dict[str, str] = field(default_factory=dict)
    hand: str = ""
    own: str = ""
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
            hand, marks = self.own or self.hand, tuple(self.marks)
            made = Written(tuple(self.pieces), self.name, place, None, marks, self.apart, hand)
            self.layers.setdefault(self.layer, []).append(made)
            self.answers.setdefault(self.layer, []).append(self.zone)
            self.apart, self.zone, self.name, self.own = False, "", "", ""
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

    def who(self, reference: str) -> str:
        """Those that a @resp or @hand refers to, by name where the file gives one."""
        given = (each.removeprefix("#") for each in reference.split())
        return ", ".join(self.names.get(each, each) for each in given)

    def mark(self, kind: MarkKind, of: Element, start: int, text: str = "") -> None:
        """What ``of`` says of the characters since ``start``."""
        sure = number(of.get("cert"))
        said = "" if sure is not None else of.get("cert")
        who = self.who(of.get("hand") or of.get("resp"))
        span = Span(min(start, self.length), self.length)
        self.marks.append(
            Mark(kind, span, text, None if sure is None else min(max(sure, 0.0), 1.0), who, said)
        )


def claims(head: bytes, filename: str) -> float:
    """By its root element."""
    return float(rooted(head, "TEI"))


def read(data: bytes) -> tuple[Document, ...]:
    """The transcription, a primary record unless case.toml says otherwise, and each translation in it.

    Raises Unreadable where the file is damaged or its body has no words.
    """
    source, root = xml(data)
    body = root.first("body") or root.first("text")
    reader = _Reader(_zones(root), dict(_names(root)))
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
        by=reader.by.get(layer) or _responsible(root, WORK[TRANSLATION if layer else ""]),
        language=languages.get(layer, ""),
        lines=lines,
        offsets=offsets,
    )


def _names(root: Element) -> Iterator[tuple[str, str]]:
    """Names by the ids that refer to them; a hand by its scribe, or by what is said of it."""
    for each in root.inside(*NAMED):
        named = each.first(*NAMES)
        words = each.get("scribe") or " ".join((named or each).text().split())
        ids = {each.get("xml:id"), named.get("xml:id") if named else ""} - {""}
        yield from ((id, words[:LONGEST]) for id in sorted(ids) if words)


def _responsible(root: Element, work: re.Pattern[str]) -> str:
    """Who made it, as the header states: those whose responsibility is called so."""
    found = []
    for stated in root.inside("respStmt"):
        if any(work.search(resp.text()) for resp in stated.inside("resp")):
            found += [" ".join(name.text().split()) for name in stated.children(*NAMES)]
    return ", ".join(dict.fromkeys(found))[:LONGEST]


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
        reader.by.setdefault(reader.layer, reader.who(each.get("resp")))
        languages.setdefault(reader.layer, each.get("xml:lang"))
    elif each.name in BLOCKS:
        reader.end(apart=each.name != "l")
        languages[reader.layer] = languages.get(reader.layer) or each.get("xml:lang")
    elif each.name in ("lb", "pb", "cb"):
        reader.end(apart=each.name != "lb")
    elif reader.layer and each.get("corresp"):
        reader.end()
    hand = reader.hand
    _handed(reader, each)
    zones = (each.get("facs") or (each.get("corresp") if reader.layer else "")).split()
    if zones and each.name != "pb":
        reader.zone = zones[0].removeprefix("#")
    if each.name in ("lb", "l"):
        reader.name = each.get("xml:id") or each.get("n")
    _inner(reader, each, languages)
    if reader.layer != before or each.name in BLOCKS:
        reader.end(apart=each.name != "l")
        reader.layer = before
        reader.hand = hand if each.get("hand") else reader.hand


def _handed(reader: _Reader, each: Element) -> None:
    """Turn to the hand that writes from here on, or wrote this line."""
    who = reader.who(each.get("new") or each.get("hand"))
    if each.name == "handShift":
        reader.own = f"{reader.hand}, {who}" if reader.hand and reader.pieces else reader.own
        reader.hand = who
    elif each.name == "lb":
        reader.own = who
    elif each.name in BLOCKS:
        reader.hand = who or reader.hand


def _inner(reader: _Reader, each: Element, languages: dict[str, str]) -> None:
    start = reader.length
    readings = list(each.children()) if each.name == "choice" else []
    if readings:
        first = min(readings, key=lambda e: (e.name in EDITED, e.get("cert") in ("low", "medium")))
        _element(reader, first, languages)
        for other in readings:
            if other is not first and other.text():
                reader.mark(MarkKind.ALTERNATIVE, other, start, other.text())
        return
    unmarked = each.name in SAID and not each.get("corresp") and _unmarked(reader, each)
    if unmarked:
        reader.add(Piece(OPENS))
    _walk(reader, each, languages)
    if unmarked:
        reader.add(Piece(CLOSES))
    if kind := MARKED.get(each.name):
        reader.mark(kind, each, start)


def _unmarked(reader: _Reader, said: Element) -> bool:
    """Whether words that somebody says stand in a line without any mark that says so."""
    within = plain(reader.pieces).rstrip()[-1:] + said.text()[:1]
    blocks = any(each.name in BLOCKS for each in said.walk())
    return bool(said.text()) and not blocks and not any(mark in MARKS for mark in within)
