"""Where things stand: characters, lines, regions; and ids made from content."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
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


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of one text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the stored original image ``page`` (a record id), in its own pixels."""

    page: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of a record: where it stands in the text and, if known, on the page."""

    number: int
    span: Span
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a record, characters of its text, and the lines these lie in."""

    record: str
    spans: tuple[Span, ...]
    lines: tuple[int, ...] = ()
