"""Word documents (DOCX): what is read on the page, its notes, properties, links and pictures.

Text that was deleted in tracked changes is left out, and so are comments, headers and footers; a note
says so. Footnotes and endnotes follow the text, each under the number that stands for it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firsthand.errors import Unreadable
from firsthand.records import packages
from firsthand.records.archives import Archive, is_zip
from firsthand.records.columned import in_columns
from firsthand.records.document import Document, Part
from firsthand.records.markup.elements import Element, events, source
from firsthand.records.markup.word import PREFIXES, Wording, wording
from firsthand.records.packages import OLE, TOGETHER

NAME = "docx"

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot")
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
BESIDE = (packages.PROPERTIES, "word/styles.xml", "word/comments.xml", *NOTES)
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
    """One Document, and its pictures and embedded files as Members; of a table of lines one a column.

    Raises Unreadable for damaged documents, those with a password, and those of other programs.
    """
    archive = _archive(data)
    main = _main(archive)
    beside, damaged = _beside(archive)
    parts = [main, *(name for name in NOTES if name in beside)]
    said = wording([archive.read(name) for name in parts], _targets(archive, main))
    properties = packages.properties(archive) if packages.PROPERTIES in beside else {}
    document = Document(
        text=said.text,
        title=_title(said, beside, properties),
        byline=properties.get("creator", ""),
        links=said.links,
        extra=packages.dated(properties) | _margins(beside),
        notes=(*damaged, *_left_out(said, beside)),
        offsets=said.offsets,
        inside=TOGETHER.join(parts),
    )
    return (
        *(in_columns(document, said.tables) or (document,)),
        *packages.members(archive, "word/media/", "word/embeddings/"),
    )


def opened(data: bytes, inside: str) -> bytes:
    """A part of a document, or parts one after another ("word/document.xml + word/footnotes.xml")."""
    return packages.together(_archive(data), inside)


def _archive(data: bytes) -> Archive:
    return packages.package(data, "Word document", "DOC", "DOCX")


def _main(archive: Archive) -> str:
    found = packages.main(archive, "word/document.xml")
    if not found.startswith("word/"):
        raise Unreadable("is an office document or archive, but not one of Word")
    return found


def _targets(archive: Archive, main: str) -> dict[str, str]:
    return {key: each.target for key, each in packages.relations(archive, main).items() if each.out}


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
    if "word/comments.xml" in beside and (
        count := len(packages.named(beside["word/comments.xml"], "comment"))
    ):
        yield f"comments in the margin that were left out: {count}"
