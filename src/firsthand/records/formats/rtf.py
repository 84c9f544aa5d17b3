"""RTF documents: text, footnotes, links, title, author and date. Pictures in them are passed over."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import Unreadable
from firsthand.records.document import Document, Part
from firsthand.records.markup.richtext import Wording, wording

NAME = "rtf"

START = b"{\\rtf"


def claims(head: bytes, filename: str) -> float:
    """By its first bytes; a name alone makes no RTF."""
    return 0.98 if head.startswith(START) else 0.3 * filename.lower().endswith(".rtf")


def read(data: bytes) -> tuple[Part, ...]:
    """One Document. Raises Unreadable for bytes that do not begin as RTF does."""
    if not data.startswith(START):
        raise Unreadable("is no RTF document, whatever its name says")
    said = wording(data)
    named = {"created": "creatim", "lastModifiedBy": "operator", "modified": "revtim"}
    document = Document(
        text=said.text,
        title=" ".join(said.stated.get("title", "").split()),
        byline=" ".join(said.stated.get("author", "").split()),
        links=said.links,
        extra={name: value for name, word in named.items() if (value := said.stated.get(word))},
        notes=tuple(_notes(said)),
        offsets=said.offsets,
    )
    return (document,)


def _notes(said: Wording) -> Iterator[str]:
    if said.deleted:
        changes = f"tracked changes that took words out: {said.deleted}"
        yield f"{changes}; the words still in the file were left out"
    if not said.whole:
        yield "the document breaks off before its end"
