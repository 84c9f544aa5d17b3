"""Packages of Office Open XML (DOCX, XLSX): an archive of parts that name one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from firsthand.errors import Unreadable
from firsthand.records.archives import Archive, is_zip, member
from firsthand.records.document import Member, Unread
from firsthand.records.markup.elements import Element, events, source, values

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TOGETHER = " + "
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PROPERTIES = "docProps/core.xml"
# Written by Word and python-docx into everything that is made from their templates.
NO_DATES = ("2013-12-23", "1601-01-01", "1900-01-01")


class Relation(NamedTuple):
    """What a part leads to: the kind (the last word of its address), and where; ``out`` of the package."""

    kind: str
    target: str
    out: bool


def package(data: bytes, what: str, old: str, new: str) -> Archive:
    """The archive that a package is; ``what`` it should be, of the ``old`` form or the ``new``.

    Raises Unreadable for files with a password, old ones and all others.
    """
    if is_zip(data):
        return Archive(data)
    if not data.startswith(OLE):
        raise Unreadable(f"is no {what}, whatever its name says")
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(
            "is protected with a password", do="Open it with the password, save it without, and add that"
        )
    raise Unreadable(
        f"is an old {what} ({old}) or another old office file", do=f"Save it as {new} and add that too"
    )


def together(archive: Archive, inside: str) -> bytes:
    """A part, or parts one after another ("word/document.xml + word/footnotes.xml")."""
    return b"".join(map(archive.read, inside.split(TOGETHER)))


def main(archive: Archive, customary: str) -> str:
    """The part that holds the document, which the package names, else the ``customary`` one; "" without."""
    named = [
        each.target.lstrip("/") for each in relations(archive, "").values() if each.kind == "officeDocument"
    ]
    return next((name for name in (*named, customary) if name in archive), "")


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """What a part (or "", the whole package) leads to, by id; {} where nothing is stated."""
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels".lstrip("/")
    try:
        stated = named(archive.read(listed), "Relationship") if listed in archive else []
    except Unreadable:
        return {}
    return {
        a.get("Id", ""): Relation(
            a.get("Type", "").rpartition("/")[2], a.get("Target", ""), a.get("TargetMode") == "External"
        )
        for a in (each.attributes for each in stated)
    }


def beside(part: str, target: str) -> str:
    """The name of the part that ``part`` calls ``target``, from its own folder or from the top."""
    return normpath(join("/", dirname(part), target)).lstrip("/")


def named(data: bytes, name: str, prefixes: Mapping[str, str] | None = None) -> list[Element]:
    """The elements of that name, whatever their namespace."""
    return [
        event
        for event in events(source(data), prefixes or {})
        if isinstance(event, Element) and not event.closes and event.name.rpartition(":")[2] == name
    ]


def properties(archive: Archive) -> dict[str, str]:
    """Author, title and dates as the package states them. Raises Unreadable where they are damaged."""
    given = values(archive.read(PROPERTIES)) if PROPERTIES in archive else {}
    return {key: value for key, value in given.items() if not value.startswith(NO_DATES)}


def dated(properties: Mapping[str, str]) -> dict[str, str]:
    """When it was made and changed, and by whom, which is no date of publication: of a template it is years
    too early."""
    return {key: properties[key] for key in ("created", "lastModifiedBy", "modified") if key in properties}


def members(archive: Archive, *folders: str) -> Iterator[Member | Unread]:
    """The pictures and files that lie in these folders of a package."""
    return (member(archive, name) for name in archive.names if name.startswith(folders))
