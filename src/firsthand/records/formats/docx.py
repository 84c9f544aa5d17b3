"""Word documents (DOCX): what is read on the page, its notes, properties, links and pictures.

Text that was deleted in tracked changes is left out, and so are comments, headers and footers; a note
says so. Footnotes and endnotes follow the text, each under the number that stands for it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firsthand.errors import Unreadable
from firsthand.records.archives import Archive, is_zip, member
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.markup.elements import Element, events, source, values
from firsthand.records.markup.word import PREFIXES, Wording, wording

NAME = "docx"

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RELATIONS = "_rels/.rels"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
BESIDE = ("docProps/core.xml", "word/styles.xml", "word/comments.xml", *NOTES)
TOGETHER = " + "
# Written by Word and python-docx into everything that is made from their templates.
NO_DATES = ("2013-12-23", "1601-01-01", "1900-01-01")
LONGEST = 1000  # characters of a header or footer that are kept
Parts = Mapping[str, bytes]


def claims(head: bytes, filename: str) -> float:
    """By the parts that Word writes first, or by name; an old or protected document cannot be told from
    other old office files by its head."""
    named = filename.lower().endswith(SUFFIXES)
    if is_zip(head):
        return 0.95 if named or b"word/" in head else 0.4 * (b"[Content_Types].xml" in head)
    return (0.9 if named else 0.4) if head.startswith(OLE) else 0.5 * named


def read(data: bytes) -> tuple[Part, ...]:
    """One Document, and its pictures and embedded files as Members.

    Raises Unreadable for damaged documents, those with a password, and those of other programs.
    """
    archive = _archive(data)
    main = _main(archive)
    beside, damaged = _beside(archive)
    parts = [main, *(name for name in NOTES if name in beside)]
    said = wording([archive.read(name) for name in parts], _targets(archive, main))
    properties = _properties(beside)
    # When it was made is no date of publication: of a template it is years too early.
    kept = {key: properties[key] for key in ("created", "lastModifiedBy", "modified") if key in properties}
    document = Document(
        text=said.text,
        title=_title(said, beside, properties),
        byline=properties.get("creator", ""),
        links=said.links,
        extra=kept | _margins(beside),
        notes=(*damaged, *_left_out(said, beside)),
        offsets=said.offsets,
        inside=TOGETHER.join(parts),
    )
    return (document, *_members(archive))


def opened(data: bytes, inside: str) -> bytes:
    """A part of a document, or parts one after another ("word/document.xml + word/footnotes.xml")."""
    archive = _archive(data)
    return b"".join(map(archive.read, inside.split(TOGETHER)))


def _archive(data: bytes) -> Archive:
    if is_zip(data):
        return Archive(data)
    if not data.startswith(OLE):
        raise Unreadable("is no Word document, whatever its name says")
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(
            "is protected with a password", do="Open it with the password, save it without, and add that"
        )
    raise Unreadable(
        "is an old Word document (DOC) or another old office file", do="Save it as DOCX and add that too"
    )


def _main(archive: Archive) -> str:
    """The part with the text, which the archive names; by custom it is ``word/document.xml``."""
    named = [target.lstrip("/") for kind, target, _ in _relations(archive, RELATIONS).values() if _is(kind)]
    found = next((name for name in (*named, "word/document.xml") if name in archive), "")
    if not found.startswith("word/"):
        raise Unreadable("is an office document or archive, but not one of Word")
    return found


def _is(kind: str) -> bool:
    return kind.endswith("/officeDocument")


def _relations(archive: Archive, name: str) -> dict[str, tuple[str, str, bool]]:
    """By id: its kind, where it leads, and whether out of the document; {} where none are stated."""
    try:
        listed = _named(archive.read(name), "Relationship") if name in archive else []
    except Unreadable:
        return {}
    given = (each.attributes for each in listed)
    return {
        a.get("Id", ""): (a.get("Type", ""), a.get("Target", ""), a.get("TargetMode") == "External")
        for a in given
    }


def _targets(archive: Archive, main: str) -> dict[str, str]:
    folder, _, name = main.rpartition("/")
    listed = _relations(archive, f"{folder}/_rels/{name}.rels")
    return {key: target for key, (_, target, out) in listed.items() if out}


def _named(data: bytes, name: str) -> list[Element]:
    """The elements of that name, whatever their namespace."""
    return [
        event
        for event in events(source(data), PREFIXES)
        if isinstance(event, Element) and not event.closes and event.name.rpartition(":")[2] == name
    ]


def _beside(archive: Archive) -> tuple[Parts, tuple[str, ...]]:
    """The parts beside the text that are sound, and what is said of the others."""
    found, damaged = {}, []
    for name in (*BESIDE, *(each for each in archive.names if _margin(each))):
        try:
            if name in archive:
                found[name] = archive.read(name)
                source(found[name])
        except Unreadable:
            found.pop(name, None)
            damaged.append(name)
    return found, (f"parts that are damaged and were left out: {', '.join(damaged)}",) if damaged else ()


def _margin(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _margins(beside: Parts) -> dict[str, str]:
    """The words of headers and footers."""
    found: dict[str, str] = {}
    for name in filter(_margin, beside):
        key = "header" if name.startswith("word/header") else "footer"
        words = " ".join(wording([beside[name]], {}).text.split())
        if words and words not in found.get(key, ""):
            found[key] = f"{found.get(key, '')} {words}".strip()[:LONGEST]
    return found


def _properties(beside: Parts) -> dict[str, str]:
    given = values(beside["docProps/core.xml"]) if "docProps/core.xml" in beside else {}
    return {key: value for key, value in given.items() if not value.startswith(NO_DATES)}


def _title(said: Wording, beside: Parts, properties: Mapping[str, str]) -> str:
    """The words in the style for titles, the title among the properties, or a heading at the top."""
    styles = dict(_styles(beside.get("word/styles.xml", b"")))
    titled = next((words for style, words in said.styled.items() if styles.get(style) == "title"), "")
    headed = said.styled[said.first] if styles.get(said.first) == "heading 1" else ""
    return " ".join((titled or properties.get("title", "") or headed).split())


def _styles(data: bytes) -> Iterator[tuple[str, str]]:
    """Ids of styles, which are words of any language, and their names, which are not."""
    style = ""
    for event in events(source(data), PREFIXES) if data else ():
        if isinstance(event, Element) and not event.closes:
            if event.name == "w:style":
                style = event.attributes.get("w:styleId", "")
            elif event.name == "w:name":
                yield style, event.attributes.get("w:val", "").lower()


def _left_out(said: Wording, beside: Parts) -> Iterator[str]:
    if said.deleted:
        who = ", ".join(filter(None, said.deleted))
        changes = f"{sum(said.deleted.values())}{' by ' + who if who else ''}"
        yield f"tracked changes that took words out: {changes}; the words still in the file were left out"
    if "word/comments.xml" in beside and (count := len(_named(beside["word/comments.xml"], "comment"))):
        yield f"comments in the margin that were left out: {count}"


def _members(archive: Archive) -> Iterator[Member | Unread]:
    for name in archive.names:
        if name.startswith(("word/media/", "word/embeddings/")):
            yield member(archive, name)
