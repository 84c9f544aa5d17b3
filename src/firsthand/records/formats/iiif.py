"""IIIF Presentation 3 manifests (2.1 too): the transcriptions and translations that stand in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from firsthand.errors import Unreadable
from firsthand.model import Region
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.formats.jsonl import ESCAPE, UNSTORABLE, elements, members
from firsthand.records.markup.shapes import box_around
from firsthand.records.markup.transcribed import SIZE, Written, number, region, woven
from firsthand.records.markup.tree import Piece
from firsthand.records.offsets import Decoded

NAME = "iiif"

SIGN = re.compile(rb"iiif\.io/api/presentation/[23]/context\.json")
BOX = re.compile(r"#xywh=(pixel:|percent:)?([\d.]+),([\d.]+),([\d.]+),([\d.]+)")
Box = tuple[float, float, float, float]


class _Value(NamedTuple):
    """A value of the file and where it stands."""

    text: str
    start: int
    end: int

    def get(self, *keys: str) -> _Value | None:
        """The value under the first of ``keys`` that this object has."""
        there = members(self.text, self.start) if self.text[self.start] == "{" else {}
        return next((_Value(self.text, *there[key]) for key in keys if key in there), None)

    def each(self, *keys: str) -> Iterator[_Value]:
        """The elements of the list under one of ``keys``, or the value itself where it is no list."""
        found = self.get(*keys)
        if found and self.text[found.start] == "[":
            yield from (_Value(self.text, *place) for place in elements(self.text, found.start))
        elif found:
            yield found

    def word(self, *keys: str) -> str:
        """The text under one of ``keys``, "" where there is none."""
        found = self.get(*keys)
        value = json.loads(self.text[found.start : found.end]) if found else ""
        return UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else ""

    def itself(self) -> str:
        """This value, if it is text."""
        value = json.loads(self.text[self.start : self.end]) if self.text[self.start] == '"' else ""
        return UNSTORABLE.sub("\ufffd", str(value))

    def number(self, key: str) -> float:
        """The number under ``key``, 0 where there is none."""
        found = self.get(key)
        return (number(self.text[found.start : found.end]) if found else None) or 0.0


class _Canvas(NamedTuple):
    """A canvas: its size (0 where it states none), the picture on it, and where on it that lies."""

    value: _Value
    image: str
    width: float
    height: float
    frame: Box


class _Said(NamedTuple):
    """An annotation: the language of its words, what it stands on, the line."""

    language: str
    target: str
    line: Written


def claims(head: bytes, filename: str) -> float:
    """By its context."""
    return 1.0 if SIGN.search(head.replace(b"\\/", b"/")) else 0.0


def read(data: bytes) -> tuple[Document, ...]:
    """A Document a language: the first is the record, the others translations. Nothing is fetched.

    Raises Unreadable where it is damaged, or holds no words of its own.
    """
    source = decode(data)
    try:
        json.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("is a IIIF manifest that is cut off or damaged", do="Fetch it again") from error
    start = len(source.text) - len(source.text.lstrip())
    layers: dict[str, list[_Said]] = {}
    canvases = list(_canvases(_Value(source.text, start, len(source.text))))
    for each in _annotations(canvases):
        layers.setdefault(each.language, []).append(each)
    if not layers:
        raise Unreadable(
            "is a IIIF manifest without a transcription in it; those that it links to are not fetched",
            do="Save the annotations into the manifest, or add them as files",
        )
    original = next(iter(layers))
    places = [said.target for said in layers[original]]
    made = [_document(source, language, said, original, places) for language, said in layers.items()]
    sizes = {each.image: each.frame[2:] for each in canvases if each.image and all(each.frame[2:])}
    extra = {f"{SIZE}{image}": f"{width:g} × {height:g}" for image, (width, height) in sizes.items()}
    return tuple(replace(each, part=each.part if len(made) > 1 else "", extra=extra) for each in made)


def _document(
    source: Decoded, language: str, said: list[_Said], original: str, places: list[str]
) -> Document:
    text, offsets, lines = woven(source, [each.line for each in said])
    targets = [each.target for each in said]
    number = {place: n for n, place in enumerate(places, 1)}
    once = len(set(targets)) == len(targets) == len(lines) and len(number) == len(places)
    if language != original and once and set(targets) <= number.keys():
        lines = tuple(replace(line, number=number[on]) for line, on in zip(lines, targets, strict=True))
    first = language == original
    return Document(
        text=text,
        part=f"language {language or 'not said'}",
        kind="transcription" if first else "translation",
        of="" if first else f"language {original or 'not said'}",
        language="" if language == "none" else language,
        lines=lines,
        notes=source.notes,
        offsets=offsets,
    )


def _annotations(canvases: Iterable[_Canvas]) -> Iterator[_Said]:
    """Every annotation that says words, canvas after canvas."""
    for canvas in canvases:
        apart = True
        for page in canvas.value.each("annotations", "otherContent"):
            for each in page.each("items", "resources"):
                for said in _said(each, canvas, apart):
                    yield said
                    apart = False


def _canvases(manifest: _Value) -> Iterator[_Canvas]:
    parts = list(manifest.each("sequences")) or [manifest]
    for canvas in (each for part in parts for each in part.each("canvases", "items")):
        width, height = canvas.number("width"), canvas.number("height")
        whole = (0.0, 0.0, width, height)
        for painted in _painted(canvas):
            bodies = painted.each("body", "resource")
            if image := next((name for body in bodies if (name := body.word("id", "@id"))), ""):
                frame = _box(painted.word("target", "on"), width, height) or whole
                yield _Canvas(canvas, image.rpartition("/")[2], width, height, frame)
                break
        else:
            yield _Canvas(canvas, "", width, height, whole)


def _painted(canvas: _Value) -> Iterator[_Value]:
    for page in (*canvas.each("items"), *canvas.each("images")):
        yield from (*page.each("items"), page)


def _said(each: _Value, canvas: _Canvas, apart: bool) -> Iterator[_Said]:
    target, svg = _target(each)
    place = _region(target, svg, canvas)
    for body in each.each("body", "resource"):
        words = body.get("value", "chars")
        if words and each.text[words.start] == '"' and body.word("value", "chars").strip():
            pieces = tuple(_pieces(each.text, words.start + 1, words.end - 1))
            line = Written(pieces, each.word("id", "@id"), place, apart=apart)
            yield _Said(body.word("language"), target, line)


def _target(each: _Value) -> tuple[str, str]:
    """The address that an annotation stands on, with the fragment that selects a part; a shape, if drawn."""
    if plain := each.word("target", "on"):
        return plain, ""
    aimed = next(each.each("target", "on"), None)
    if aimed is None:
        return "", ""
    if plain := aimed.itself():
        return plain, ""
    named = aimed.get("source")
    source = aimed.word("source", "full", "id") or (named.word("id", "@id") if named else "")
    selectors = [
        s for given in aimed.each("selector") for s in (given, given.get("default"), given.get("item"))
    ]
    values = [value for s in selectors if s and (value := s.word("value"))]
    svg = next((value for value in values if "<svg" in value), "")
    fragment = next((value for value in values if value != svg), "") or svg
    return f"{source}#{fragment.removeprefix('#')}" if fragment else source, svg


def _box(target: str, width: float, height: float) -> Box | None:
    """Left, top, width and height of the part of a canvas that an address selects."""
    found = BOX.search(target)
    edges = [number(each) for each in found.groups()[1:]] if found else []
    if not found or None in edges:
        return None
    x, y, across, down = (each or 0.0 for each in edges)
    if found[1] != "percent:":
        return x, y, across, down
    box = x * width / 100, y * height / 100, across * width / 100, down * height / 100
    return box if width and height else None


def _region(target: str, svg: str, canvas: _Canvas) -> Region | None:
    """The part of the picture, in pixels of the canvas that count from where the picture lies on it."""
    edges = _box(target, canvas.width, canvas.height)
    if edges is None and svg and (around := box_around(svg)):
        edges = around[0], around[1], around[2] - around[0], around[3] - around[1]
    if edges is None:
        return None
    x, y = edges[0] - canvas.frame[0], edges[1] - canvas.frame[1]
    return region(canvas.image, x, y, x + edges[2], y + edges[3])


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The characters of a JSON string, each escape with its place."""
    at = start
    for match in ESCAPE.finditer(text, start, end):
        yield Piece(text[at : match.start()], at, match.start())
        yield Piece(UNSTORABLE.sub("\ufffd", json.loads(f'"{match[0]}"')), *match.span())
        at = match.end()
    yield Piece(text[at:end], at, end)
