"""Files of entities of FollowTheMoney: a register, what others hold of people and bodies.

The text is the file as it is, its lines the lines of it: what a line says of somebody is read where people
are compared (``firsthand.entities``), so that every fact leads back to its line.
"""

from __future__ import annotations

import re
from itertools import accumulate

from firsthand import entities
from firsthand.errors import Unreadable
from firsthand.model import Line, Span
from firsthand.records.decoding import decode
from firsthand.records.document import Document

NAME = "followthemoney"
# Some 40,000 people: a larger file is a data set and not what is known of the people of a case.
LIMIT = 16 * 1024 * 1024

ENTITY = re.compile(rb'"schema"\s*:\s*"[A-Z]\w*"')
PROPERTIES = re.compile(rb'"properties"\s*:\s*\{')
STATEMENT = re.compile(
    rb'"entity_id"\s*:.*"prop"\s*:|^\s*"?(?:canonical_id|entity_id)"?,.*\bprop\b.*\bvalue\b'
)
EDGE = re.compile(rb'\s*\[\s*"[^"\n]+",\s*"[^"\n]+",\s*"(?:positive|negative|unsure|no_judgement)"')
EDGES = re.compile(rb"(?=[^\n]*\bsource\b)(?=[^\n]*\btarget\b)[^\n{]*\bjudgement\b")


def claims(head: bytes, filename: str) -> float:
    """By what stands in it: an entity with its schema and properties, a statement, or an edge."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    entity = ENTITY.search(start) and PROPERTIES.search(start)
    return (
        0.95 if entity or any(form.match(start) for form in (EDGE, EDGES)) or STATEMENT.search(start) else 0.0
    )


def read(data: bytes) -> tuple[Document, ...]:
    """One Document of the kind "register", with its lines; what of it is not understood is in its notes."""
    decoded = decode(data)
    if "\0" in decoded.text:
        raise Unreadable("is not text: it holds NUL bytes")
    held = entities.read(decoded.text)
    if not held.entities and not held.edges:
        raise Unreadable("holds no entities of FollowTheMoney")
    return (
        Document(
            text=decoded.text,
            kind="register",
            lines=_lines(decoded.text),
            notes=(*decoded.notes, *entities.odd(held)),
            offsets=decoded.offsets,
        ),
    )


def _lines(text: str) -> tuple[Line, ...]:
    """The lines in which something stands, each under its number in the file."""
    rows = text.split("\n")
    starts = accumulate((len(row) + 1 for row in rows), initial=0)
    return tuple(
        Line(number, Span(start, start + len(row.rstrip())))
        for number, (start, row) in enumerate(zip(starts, rows, strict=False), 1)
        if row.strip()
    )
