"""IIIF Presentation 3 manifests (2.1 too): the transcriptions and translations that stand in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from firsthand.errors import Unreadable
from firsthand.model import Region
from firsthand.records.decoding import decode
from firsthand.records.document import Document
from firsthand.records.formats.jsonl import ESCAPE, UNSTORABLE, elements, members
from firsthand.records.markup.transcribed import Written, number, region, woven
from firsthand.records.markup.tree import Piece
from firsthand.records.offsets import Decoded

NAME = "iiif"

SIGN = re.compile(rb"iiif\.io/api/presentation/[23]/context\.json")
BOX = re.compile(r"#xywh=(?:pixel:)?([\d.]+),([\d.]+),([\d.]+),([\d.]+)")


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
    for each in _annotations(_Value(source.text, start, len(source.text))):
        layers.setdefault(each.language, []).append(each)
    if not layers:
        raise Unreadable(
            "is a IIIF manifest without a transcription in it; those that it links to are not fetched",
            do="Save the annotations into the manifest, or add them as files",
        )
    original = next(iter(layers))
    places = [said.target for said in layers[original]]
    made = [_document(source, language, said, original, places) for language, said in layers.items()]
    return tuple(made if len(made) > 1 else [replace(made[0], part="")])


def _document(
    source: Decoded, language: str, said: list[_Said], original: str, places: list[str]
) -> Document:
    text, offsets, lines = woven(source, [each.line for each in said])
    targets = [each.target for each in said]
    once = len(set(targets)) == len(targets) == len(lines) and len(set(places)) == len(places)
    if language != original and once and set(targets) <= set(places):
        lines = tuple(
            replace(line, number=places.index(on) + 1) for line, on in zip(lines, targets, strict=True)
        )
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


def _annotations(manifest: _Value) -> Iterator[_Said]:
    """Every annotation that says words, canvas after canvas."""
    parts = list(manifest.each("sequences")) or [manifest]
    for canvas in (each for part in parts for each in part.each("canvases", "items")):
        image, apart = _image(canvas), True
        for page in canvas.each("annotations", "otherContent"):
            for each in page.each("items", "resources"):
                for said in _said(each, image, apart):
                    yield said
                    apart = False


def _image(canvas: _Value) -> str:
    pages = [*canvas.each("items"), *canvas.each("images")]
    painted = [each for page in pages for each in (*page.each("items"), page)]
    bodies = (body for each in painted for body in each.each("body", "resource"))
    return next((name for body in bodies if (name := body.word("id", "@id"))), "").rpartition("/")[2]


def _said(each: _Value, image: str, apart: bool) -> Iterator[_Said]:
    target = each.word("target", "on")
    if not target and (aimed := each.get("target", "on")):
        selector = aimed.get("selector")
        where = selector.word("value") if selector else ""
        target = f"{aimed.word('source', 'full', 'id')}#{where}"
    for body in each.each("body", "resource"):
        words = body.get("value", "chars")
        if words and each.text[words.start] == '"' and body.word("value", "chars").strip():
            pieces = tuple(_pieces(each.text, words.start + 1, words.end - 1))
            line = Written(pieces, each.word("id", "@id"), _region(target, image), apart=apart)
            yield _Said(body.word("language"), target, line)


def _region(target: str, image: str) -> Region | None:
    found = BOX.search(target)
    edges = [number(each) for each in found.groups()] if found else []
    x, y, width, height = edges if len(edges) == 4 else (None,) * 4
    if x is None or y is None or width is None or height is None:
        return None
    return region(image, x, y, x + width, y + height)


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The characters of a JSON string, each escape with its place."""
    at = start
    for match in ESCAPE.finditer(text, start, end):
        yield Piece(text[at : match.start()], at, match.start())
        yield Piece(UNSTORABLE.sub("\ufffd", json.loads(f'"{match[0]}"')), *match.span())
        at = match.end()
    yield Piece(text[at:end], at, end)
