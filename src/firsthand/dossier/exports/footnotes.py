"""What python-docx does not know of a Word document: footnotes, direction, and bytes that stay the same."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from firsthand.dossier.stemmas.graphml import FORBIDDEN

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
THUMBNAIL = "/metadata/thumbnail"
STILL = (1980, 1, 1, 0, 0, 0)
# The two that Word draws lines with, before the first of ours.
LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


def plain(text: str) -> str:
    """``text`` without what a Word document cannot hold, on one line."""
    return re.sub("[\t\n\r]", " ", FORBIDDEN.sub("\ufffd", text))


class Notes:
    """The footnotes of a document, in the order in which they are added."""

    def __init__(self, document: Any) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt

        self._document = document
        self._notes: list[str] = []
        styles = document.styles
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style, text.font.size = styles["Normal"], Pt(9)
        mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
        self._styles = text.style_id, mark.style_id

    def add(self, paragraph: Any, text: str) -> None:
        """A footnote at the end of what ``paragraph`` has so far."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        number = len(self._notes) + 1
        of_text, of_mark = self._styles
        run = paragraph.add_run()._r
        run.style = of_mark
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        run.append(mark)
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{of_text}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{of_mark}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        )

    def turn(self, paragraph: Any) -> None:
        """Set a paragraph from right to left."""
        from docx.oxml import OxmlElement

        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))

    def close(self) -> None:
        """Put the footnotes into the document, and take out the picture of an empty page that comes along."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        xml = f'<w:footnotes xmlns:w="{W}">{LINES}{"".join(self._notes)}</w:footnotes>'
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), KIND, xml.encode("utf-8"), package)
        self._document.part.relate_to(part, RELATION)
        for name, relation in list(package.rels.items()):
            if relation.reltype.endswith(THUMBNAIL):
                del package.rels[name]


def moment(at: str) -> datetime:
    """An ISO 8601 time as UTC without its zone, as the properties of a document have it."""
    found = datetime.fromisoformat(at)
    return (found.astimezone(UTC) if found.tzinfo else found).replace(tzinfo=None, microsecond=0)


def still(document: Any) -> bytes:
    """The document as bytes in which no clock has left its time."""
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as found, ZipFile(out, "w") as kept:
        for name in found.namelist():
            entry = ZipInfo(name, STILL)
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, found.read(name))
    return out.getvalue()
