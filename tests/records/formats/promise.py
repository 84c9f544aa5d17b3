"""What every format is asked for: any bytes in, parts that hold together or a refusal in words."""

from __future__ import annotations

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.formats import Format

HEAD = 4096


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
    """Nothing that cannot be stored, nothing outside the text or the bytes."""
    stated = (document.title, document.outlet, document.byline, document.published, document.url, document.of)
    kept = (*document.extra, *document.extra.values())
    _storable(document.text, document.part, *stated, *kept, *document.notes)
    assert document.offsets.length == len(document.text)
    for each in (*document.links, *document.lines):
        assert 0 <= each.span.start <= each.span.end <= len(document.text)
    place = document.offsets.back(Span(0, len(document.text)))
    assert place is None or 0 <= place[0] < place[1] <= len(data)
