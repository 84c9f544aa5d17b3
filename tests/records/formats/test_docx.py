"""Word documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member, Part, Unread
from firsthand.records.formats import Format
from firsthand.records.formats import docx as format
from tests.records.formats.making import (
    RELATIONS,
    R,
    W,
    docx,
    leads_back,
    paragraph,
    picture,
    run,
    unmarked,
    word,
    zipped,
)

FORM = Format(format.NAME, format.claims, format.read, opened=format.opened)
CORE = (
    '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:t="urn:t"><dc:title>A title</dc:title>'
    "<dc:creator>Ann Moll</dc:creator><t:created>2025-02-01T09:30:00Z</t:created></cp:coreProperties>"
)
MARKS = {
    "<w:tab/>": "\t",
    "<w:br/>": "\n",
    '<w:footnoteReference w:id="7"/>': "[1]",
    '<w:footnote w:id="7">': "[1] ",
}
LINKS = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{R}/hyperlink" '
    'Target="https://gazette.example/a" TargetMode="External"/></Relationships>'
)


def only(data: bytes) -> Document:
    first, *_ = format.read(data)
    assert isinstance(first, Document)
    return first


def sample() -> bytes:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Hour", "Level"))
    return docx(
        paragraph(run("The lock"), style="Titel")
        + paragraph(
            run("It was "), run("shut"), '<w:r><w:footnoteReference w:id="7"/></w:r>', run(" & sealed.")
        )
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph(f'<w:hyperlink r:id="r1">{run(" the Gazette")}</w:hyperlink>', run(" has it.")),
        word__footnotes_DOT_xml=word(
            f'<w:footnote w:id="-1">{paragraph()}</w:footnote>'
            f'<w:footnote w:id="7">{paragraph(run("By whom?"))}</w:footnote>',
            "footnotes",
            "",
        ),
        word___rels__document_DOT_xml_DOT_rels=LINKS,
        docProps__core_DOT_xml=CORE,
        word__styles_DOT_xml=word(
            '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>', "styles", ""
        ),
        word__header1_DOT_xml=word(paragraph(run("Press office of Marn")), "hdr", ""),
        word__media__image1_DOT_png=picture(),
    )


def test_a_document_is_read_with_its_notes_tables_properties_links_and_pictures() -> None:
    document, *members = format.read(sample())
    assert isinstance(document, Document)
    assert document.text == (
        "The lock\n\nIt was shut[1] & sealed.\n\nHour\tLevel\nHour\tLevel\n\n the Gazette has it."
        "\n\n[1] By whom?"
    )
    assert (document.title, document.byline) == ("The lock", "Ann Moll")
    assert document.published == ""  # a template's day of making is years too early
    assert document.extra == {"created": "2025-02-01T09:30:00Z", "header": "Press office of Marn"}
    assert [(document.text[slice(*link.span)], link.url) for link in document.links] == [
        ("the Gazette", "https://gazette.example/a")
    ]
    assert document.inside == "word/document.xml + word/footnotes.xml"
    assert members == [Member("word/media/image1.png", "image1.png", picture())]


def test_the_title_is_the_one_on_the_page_before_that_of_the_properties() -> None:
    assert only(docx(paragraph(run("x"), style="Titel"), docProps__core_DOT_xml=CORE)).title == "A title"


def test_what_tracked_changes_took_out_is_left_out_and_told() -> None:
    gone = '<w:del w:author="Jo Vance"><w:r><w:delText>never </w:delText></w:r></w:del>'
    document = only(docx(paragraph(run("It was "), gone, f"<w:ins>{run('not ')}</w:ins>", run("shut."))))
    assert document.text == "It was not shut."
    assert document.notes == (
        "tracked changes that took words out: 1 by Jo Vance; the words still in the file were left out",
    )


def test_marks_that_stand_for_characters_and_fields_that_lead_somewhere() -> None:
    def field(what: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{what}"/></w:r>'

    told = '<w:r><w:instrText> HYPERLINK "https://a.example/b" </w:instrText></w:r>'
    inside = [
        run("A"),
        "<w:r><w:tab/></w:r>",
        field("begin"),
        told,
        field("separate"),
        run("B"),
        field("end"),
    ]
    document = only(docx(paragraph(*inside, "<w:r><w:br/><w:t> C </w:t></w:r>")))
    assert document.text == "A\tB\nC"
    assert [(link.span, link.url) for link in document.links] == [(Span(2, 3), "https://a.example/b")]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
    both = f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{box}</mc:Choice>'
    both += f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert only(docx(paragraph(run("Before."), both, run("After.")))).text == "Before.\n\nIn a box.\n\nAfter."


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def test_an_empty_cell_keeps_its_column() -> None:
    rows = (("a", "", "c"), ("", "b", ""))
    cells = ("".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    assert only(docx(f"<w:tbl>{table}</w:tbl>{paragraph(run('End.'))}")).text == "a\t\tc\n\tb\n\nEnd."


@given(st.lists(st.lists(st.text("ab&<>\"' é가😀", max_size=6), max_size=3), max_size=4))
def test_every_place_leads_back_to_the_same_words(paragraphs: list[list[str]]) -> None:
    written = [paragraph(*map(run, runs), "<w:r><w:tab/></w:r>") for runs in paragraphs]
    note = word(f'<w:footnote w:id="7">{paragraph(run("Ä & B"))}</w:footnote>', "footnotes", "")
    last = paragraph(run("Z"), '<w:r><w:footnoteReference w:id="7"/></w:r>')
    whole = docx("".join(written) + last, word__footnotes_DOT_xml=note)
    document = only(whole)
    assert document.text == "\n\n".join(["".join(runs) + "\t" for runs in paragraphs] + ["Z[1]", "[1] Ä & B"])
    leads_back(document, format.opened(whole, document.inside), lambda raw: unmarked(raw, MARKS))
    start = document.text.index("Z")
    place = document.offsets.back(Span(start, start + 1)) or (0, 0)
    assert format.opened(whole, document.inside)[slice(*place)] == b"Z"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected with a password"),
        (OLE, "is an old Word document"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "not one of Word"),
        (docx("<w:p>")[:-9], "is a damaged ZIP archive"),
        (docx("<w:p>"), "not well formed"),
        (
            zipped({"word/document.xml": f'<!DOCTYPE a [<!ENTITY b "x">]><w:a xmlns:w="{W}">&b;</w:a>'}),
            "defines entities",
        ),
        (docx(" " * 30_000_000), "as no document does"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, what: str) -> None:
    assert format.claims(data[:4096], "letter.docx") > 0.3
    with pytest.raises(Unreadable, match=what):
        format.read(data)


def test_a_damaged_picture_costs_itself() -> None:
    data = bytearray(sample())
    name = b"word/media/image1.png"
    data[data.index(name) + len(name) + 20] ^= 1
    document, refused = format.read(bytes(data))
    assert isinstance(document, Document)
    assert isinstance(refused, Unread) and "word/media/image1.png" in refused.what


def test_parts_beside_the_text_that_are_damaged_are_named() -> None:
    parts: tuple[Part, ...] = format.read(docx(paragraph(run("x")), docProps__core_DOT_xml="<a>"))
    assert isinstance(parts[0], Document)
    assert parts[0].notes == ("parts that are damaged and were left out: docProps/core.xml",)
