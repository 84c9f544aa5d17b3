"""Small office files and archives made by hand, and what every format is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from PIL import Image

from firsthand.records.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these files."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def picture() -> bytes:
    """A small PNG."""
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    return out.getvalue()


def run(text: str) -> str:
    """Characters of a Word document as they stand in it."""
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    settings = f'<w:pPr><w:pStyle w:val="{style}"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
    return f"<w:p>{settings}{''.join(runs)}</w:p>"


def word(inside: str, kind: str = "document", body: str = "w:body") -> str:
    """A part of a Word document."""
    content = f"<{body}>{inside}</{body}>" if body else inside
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{kind} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{kind}>'
    )


def docx(inside: str, **parts: str | bytes) -> bytes:
    """A Word document; further parts by their names with "/" written as "__" and "." as "_DOT_"."""
    named = {key.replace("__", "/").replace("_DOT_", "."): value for key, value in parts.items()}
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": word(inside)} | named)


def unmarked(raw: bytes, marks: Mapping[str, str]) -> str:
    """XML as it is read: elements that stand for a character, and none of the others."""
    text = raw.decode()
    for pattern, char in marks.items():
        text = re.sub(pattern, char, text)
    return unescape(re.sub(r"<[^>]*>", "", text))


def leads_back(document: Document, inside: bytes, plain: Callable[[bytes], str]) -> None:
    """Every character that the reader did not make is read from its bytes by ``plain``, in order."""
    at, before = 0, 0
    for count, place, width in document.offsets.runs(0, len(document.text)):
        words = document.text[at : at + count]
        if width:
            found = plain(inside[place : place + count * width])
            assert words == found or (count == 1 and words in found)
            assert place >= before
            before = place
        at += count
