"""Where things stand: characters, lines, regions; and ids made from content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple


def identity(*fields: str | int) -> str:
    """SHA-256 over length-prefixed fields, as 64 hex digits.

    The same content has the same id on any machine and under any release. Fields are free text,
    so each is preceded by its length in bytes: no two lists of fields share an id by accident.
    """
    digest = sha256()
    for each in fields:
        data = str(each).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def digest(data: bytes | Path) -> str:
    """The SHA-256 of bytes, or of a file, read piece by piece, as ``sha256sum`` prints it."""
    if isinstance(data, bytes):
        return sha256(data).hexdigest()
    with data.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of one text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the stored original ``page`` (a record id), in its own pixels.

    ``leaf`` numbers the pages of an original that has several (a PDF, a TIFF), from 1; 0 is an image of
    one page. The pixels of a page of a PDF are those of its picture at 144 dots an inch.
    """

    page: str
    x: int
    y: int
    width: int
    height: int
    leaf: int = 0


class MarkKind(StrEnum):
    """What a transcription says of some characters of a line."""

    UNCLEAR = "unclear"
    STRUCK = "struck"  # struck out by the writer
    INSERTED = "inserted"  # added by the writer between or beside the lines
    ALTERNATIVE = "alternative"  # may also be read as ``text``
    GAP = "gap"  # something stands here that could not be read
    SUPPLIED = "supplied"  # put in by an editor: it does not stand on the page


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a line that are not simply certain. ``confidence``: 0 to 1 as its engine gave it.

    ``by`` is whose hand or reading it is, ``certainty`` how sure they were, both as the file says ("low").
    """

    kind: MarkKind
    span: Span
    text: str = ""
    confidence: float | None = None
    by: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of a record: where it stands in the text and, if known, on the page.

    ``name`` is what the file that it was read from calls it ("l2"); ``marks`` are in the order of their
    places, counted in the text of the record. ``answers`` are the numbers of the lines that it renders in
    the record that it was made from; None is the line of its own number. ``beside`` says who put it beside
    these, a person or a method, ``fit`` how well it fits them, 0 to 1. ``hand`` is who wrote it, where
    several did.
    """

    number: int
    span: Span
    region: Region | None = None
    name: str = ""
    confidence: float | None = None
    marks: tuple[Mark, ...] = ()
    answers: tuple[int, ...] | None = None
    hand: str = ""
    beside: str = ""
    fit: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a record, characters of its text, and the lines these lie in."""

    record: str
    spans: tuple[Span, ...]
    lines: tuple[int, ...] = ()
