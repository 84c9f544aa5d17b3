"""Text documents of LibreOffice and its kin (ODT): text, notes, properties, links and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import Unreadable
from firsthand.records.archives import Archive, is_zip, member
from firsthand.records.columned import in_columns
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.markup.elements import values
from firsthand.records.markup.opendocument import Wording, wording

NAME = "odt"

SUFFIXES = (".odt", ".ott")
TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
CONTENT, META, MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"


def claims(head: bytes, filename: str) -> float:
    """By the media type that stands first in the archive, or by name."""
    named = filename.lower().endswith(SUFFIXES)
    if not is_zip(head):
        return 0.5 * named
    return 0.98 if TYPE in head[:200] else 0.9 * named


def read(data: bytes) -> tuple[Part, ...]:
    """One Document, of a table of lines one a column, and its pictures as Members.

    Raises Unreadable for damaged or protected documents.
    """
    archive = _archive(data)
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise Unreadable(
            "is protected with a password", do="Open it with the password, save it without, and add that"
        )
    said = wording(archive.read(CONTENT))
    properties, damaged = _properties(archive)
    document = Document(
        text=said.text,
        title=said.title or properties.get("title", ""),
        byline=properties.get("initial-creator", "") or properties.get("creator", ""),
        links=said.links,
        extra=_changed(properties),
        notes=(*damaged, *_left_out(said)),
        offsets=said.offsets,
        inside=CONTENT,
    )
    return (*(in_columns(document, said.tables) or (document,)), *_members(archive))


def opened(data: bytes, inside: str) -> bytes:
    """A part of a document ("content.xml")."""
    return _archive(data).read(inside)


def _archive(data: bytes) -> Archive:
    if not is_zip(data):
        raise Unreadable("is no OpenDocument text, whatever its name says")
    return Archive(data)


def _properties(archive: Archive) -> tuple[dict[str, str], tuple[str, ...]]:
    try:
        return (values(archive.read(META)) if META in archive else {}), ()
    except Unreadable:
        return {}, (f"parts that are damaged and were left out: {META}",)


def _changed(properties: dict[str, str]) -> dict[str, str]:
    """Who made and changed it when, by the names that Word documents have for it."""
    words = {"created": "creation-date", "lastModifiedBy": "creator", "modified": "date"}
    named = {name: properties.get(word, "") for name, word in words.items()}
    return {name: value for name, value in named.items() if value}


def _left_out(said: Wording) -> Iterator[str]:
    if said.deleted:
        changes = f"tracked changes that took words out: {said.deleted}"
        yield f"{changes}; the words still in the file were left out"
    if said.comments:
        yield f"comments in the margin that were left out: {said.comments}"


def _members(archive: Archive) -> Iterator[Member | Unread]:
    for name in archive.names:
        if name.startswith("Pictures/"):
            yield member(archive, name)
