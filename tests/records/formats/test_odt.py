"""OpenDocument texts."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member
from firsthand.records.formats import Format
from firsthand.records.formats import odt as format
from firsthand.records.intake import read
from tests.records.formats.making import leads_back, picture, zipped

FORM = Format(format.NAME, format.claims, format.read, opened=format.opened)
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = "".join(f' xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style"))
SPACES += f' xmlns:draw="{OASIS}:drawing:1.0" xmlns:svg="{OASIS}:svg-compatible:1.0"'
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
META = (
    f'<office:document-meta xmlns:office="{OASIS}:office:1.0" xmlns:meta="{OASIS}:meta:1.0"'
    ' xmlns:dc="urn:dc">'
    "<office:meta>"
    "<meta:initial-creator>Ann Moll</meta:initial-creator><dc:creator>Bo</dc:creator>"
    "<dc:date>2025-02-03T08:00:00</dc:date>"
    "<meta:creation-date>2025-02-01T09:30:00</meta:creation-date></office:meta></office:document-meta>"
)
STYLES = '<style:style style:name="P1" style:parent-style-name="Title"/>'


def content(inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{SPACES}><office:automatic-styles>'
        f"{STYLES}</office:automatic-styles><office:body><office:text>{inside}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(inside: str, **parts: str | bytes) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    named = {key.replace("__", "/").replace("_DOT_", "."): value for key, value in parts.items()}
    return zipped({"mimetype": kind, "content.xml": content(inside), "meta.xml": META} | named)


def paragraph(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
ROW = f"<table:table-row>{CELL.format('Hour')}{CELL.format('')}{CELL.format('Level')}</table:table-row>"
NOTE = (
    '<text:note text:id="f1"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>By whom?</text:p></text:note-body></text:note>"
)
SAMPLE = odt(
    paragraph("The lock", "P1")
    + paragraph(
        f"  It was <text:span>shut</text:span>{NOTE}\n   &amp;<text:s text:c='2'/>sealed.<text:tab/>Yes."
    )
    + f"<table:table>{ROW}{ROW}</table:table>"
    + paragraph("See <text:a xlink:href='https://gazette.example/a'>the Gazette</text:a>.")
    + paragraph(
        "A <draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:desc>x</svg:desc>"
        "</draw:frame>B"
    ),
    Pictures__1_DOT_png=picture(),
)


def only(data: bytes) -> Document:
    first, *_ = format.read(data)
    assert isinstance(first, Document)
    return first


def test_a_document_is_read_with_its_notes_tables_properties_links_and_pictures() -> None:
    document, *members = format.read(SAMPLE)
    assert isinstance(document, Document)
    assert document.text == (
        "The lock\n\nIt was shut[1] &  sealed.\tYes.\n\nHour\t\tLevel\nHour\t\tLevel\n\nSee the Gazette."
        "\n\nA\n\nbox\n\nB\n\n[1] By whom?"
    )
    assert (document.title, document.byline) == ("The lock", "Ann Moll")
    assert document.published == ""
    assert document.extra == {
        "created": "2025-02-01T09:30:00",
        "lastModifiedBy": "Bo",
        "modified": "2025-02-03T08:00:00",
    }
    assert [(document.text[slice(*link.span)], link.url) for link in document.links] == [
        ("the Gazette", "https://gazette.example/a")
    ]
    assert members == [Member("Pictures/1.png", "1.png", picture())]


def test_what_was_deleted_and_comments_are_left_out_and_told() -> None:
    gone = "<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion>"
    gone += "</text:changed-region></text:tracked-changes>"
    noted = "<office:annotation><text:p>Really?</text:p></office:annotation>"
    document = only(odt(gone + paragraph(f"It was{noted} shut.")))
    assert document.text == "It was shut."
    assert document.notes == (
        "tracked changes that took words out: 1; the words still in the file were left out",
        "comments in the margin that were left out: 1",
    )


def test_a_note_leads_back_to_its_place() -> None:
    document = only(SAMPLE)
    at = document.text.index("By whom?")
    low, high = document.offsets.back(Span(at, at + 8)) or (0, 0)
    assert format.opened(SAMPLE, document.inside)[low:high] == b"By whom?"


MARKS = {"<text:tab/>": "\t", '<text:s text:c="2"/>': "  "}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text("ab&<>\"' é가😀\n", max_size=6), max_size=3), max_size=4))
def test_every_place_leads_back_to_the_same_words(paragraphs: list[list[str]]) -> None:
    written = [
        paragraph("".join(f"<text:span>{escape(run)}</text:span>" for run in runs) + "<text:tab/>")
        for runs in paragraphs
    ]
    whole = odt("".join(written) + paragraph('Z<text:s text:c="2"/>Z'))
    document = only(whole)
    assert document.text == "\n\n".join([f"{_blanks(runs)}\t" for runs in paragraphs] + ["Z  Z"])
    leads_back(document, format.opened(whole, document.inside), _plain)


def _blanks(runs: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(runs)).lstrip()


def _plain(raw: bytes) -> str:
    text = raw.decode()
    for mark, char in MARKS.items():
        text = text.replace(mark, char)
    return re.sub(r"[^\S\t]+", " ", unescape(re.sub("<[^>]*>", "", text))) if text != MARKS else text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (odt(""), "holds no text"),
        (odt("<text:p>"), "not well formed"),
        (SAMPLE[:-9], "is a damaged ZIP archive"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "lacks the part 'content.xml'"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, what: str) -> None:
    assert what in read(data, "a.odt").refusals[0].what
    assert read(b"The lock.", "a.odt").format == "plain"


def test_a_password_is_told() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "\x01",
            "META-INF/manifest.xml": manifest,
        }
    )
    with pytest.raises(Unreadable, match="is protected with a password"):
        format.read(data)


def test_blanks_that_one_element_stands_for_have_a_limit() -> None:
    assert len(only(odt(paragraph("a<text:s text:c='900000000'/>b"))).text) == 202
