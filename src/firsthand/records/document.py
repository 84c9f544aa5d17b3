"""What a format makes of the bytes of one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.model import Line, Link
from firsthand.records.offsets import OffsetMap

__all__ = ["ITSELF", "Document", "Member", "OffsetMap", "Part", "Unread"]

ITSELF = "."
"""As the ``page`` of a region: the file that is being read, whose id only ``describing`` knows."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, with whatever the file says about it, as it stands there.

    ``part`` is "" for a whole file, "row 7" for one article of a table. ``kind`` and ``of`` are
    the words of the header, not yet understood; ``published`` is the date as written; ``dated_by``
    says where it was found. ``offsets`` leads from characters of ``text`` back to the bytes.
    ``format`` is the name of the format that read it. ``inside`` names the part of the file that the
    offsets count in ("word/document.xml"), "" for its own bytes; ``Format.opened`` gives its bytes.
    """

    text: str = ""
    part: str = ""
    format: str = ""
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    dated_by: str = ""
    language: str = ""
    url: str = ""
    kind: str = ""
    of: str = ""
    by: str = ""
    made: str = ""
    manner: str = ""
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    offsets: OffsetMap = field(default_factory=OffsetMap)
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: an attachment, a page of a web archive, a picture.

    ``part`` says where in it ("attachment 2", "archive/data.warc.gz"), ``name`` what it is called there.
    ``stated`` is what the outer file says of it, by the names of a Document's fields ("url"); other keys
    are kept as they are ("captured").
    """

    part: str
    name: str
    data: bytes
    stated: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file (a row of a table) that could not be read, and why, in one sentence.

    ``noted``: it was no hindrance to reading the rest, and is only told.
    """

    part: str
    what: str
    do: str = ""
    noted: bool = False


Part = Document | Member | Unread
"""What a format finds in a file."""
