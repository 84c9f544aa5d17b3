"""What every format is asked for: any bytes in, parts that hold together or a refusal in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from firsthand.casefile.rows import from_json, to_json
from firsthand.errors import Unreadable
from firsthand.model import Record, Span
from firsthand.records.describing import record
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.formats import Format
from firsthand.records.offsets import OffsetMap

HEAD = 4096
TODAY = date(2026, 1, 1)


def keeps_its_promise(form: Format, data: bytes) -> tuple[Part, ...]:
    """The parts that a format finds in any bytes, after a look at each; () where it refuses them."""
    assert 0 <= form.claims(data[:HEAD], "file.txt") <= 1
    try:
        parts = form.read(data)
    except Unreadable as refusal:
        _storable(refusal.what, refusal.do)
        assert refusal.what
        return ()
    for part in parts:
        if isinstance(part, Document):
            _holds_together(part, form.opened(data, part.inside) if form.opened and part.inside else data)
        elif isinstance(part, Unread):
            _storable(part.part, part.what, part.do)
            assert part.what
        else:
            assert isinstance(part, Member)
            _storable(part.part, part.name, *part.stated, *part.stated.values())
    return parts


def _storable(*words: str) -> None:
    "".join(words).encode("utf-8")


def _holds_together(document: Document, data: bytes) -> None:
    """Nothing outside the text or the bytes, nothing that the case does not give back as it was stored."""
    assert document.offsets.length == len(document.text)
    for each in (*document.links, *document.lines, *(m for line in document.lines for m in line.marks)):
        assert 0 <= each.span.start <= each.span.end <= len(document.text)
    place = document.offsets.back(Span(0, len(document.text)))
    assert place is None or 0 <= place[0] < place[1] <= len(data)
    assert OffsetMap.from_bytes(document.offsets.to_bytes()) == document.offsets
    known = replace(document, language=document.language or "en")  # it takes long to find out
    made = record(known, "0" * 64, "file.txt", received=TODAY)
    assert from_json(Record, to_json(made), "") == made
    _storable(made.text, made.part, made.title, made.outlet, made.byline, made.published, made.url, made.of)
