"""ALTO: lines as a program read them."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.formats import alto
from tests.records.formats.ways import WORDS, leads_back, words

SAMPLE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">'
    "<Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>scans/p0003.jpg"
    '</fileName></sourceImageInformation><OCRProcessing ID="o"><ocrProcessingStep>'
    "<processingDateTime>2026-01-02</processingDateTime><processingSoftware><softwareName>Reader</softwareName><softwareVersion>5.3"
    "</softwareVersion></processingSoftware></ocrProcessingStep></OCRProcessing></Description>"
    '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="e1" REF="b2"/><ElementRef ID="e2" REF="b1"/>'
    '</OrderedGroup></ReadingOrder><Layout><Page ID="p3" WIDTH="2480" HEIGHT="3508"><PrintSpace>'
    '<TextBlock ID="b1"><TextLine ID="l2" HPOS="412" VPOS="880" WIDTH="1310" HEIGHT="96">'
    '<String CONTENT="오늘"/><SP/>'
    '<String CONTENT="편지를" WC="0.9"><ALTERNATIVE>편자를</ALTERNATIVE></String>'
    '<SP/><String CONTENT="R&amp;" WC="0.8"/><HYP CONTENT="-"/></TextLine></TextBlock>'
    '<TextBlock ID="b2"><TextLine ID="l1"><String CONTENT="First"/></TextLine></TextBlock>'
    "</PrintSpace></Page></Layout></alto>"
)


def only(data: str) -> Document:
    (document,) = alto.read(data.encode())
    return document


def test_lines_come_in_reading_order_with_place_confidence_and_rival_readings() -> None:
    document = only(SAMPLE)
    assert words(document) == ["First", "오늘 편지를 R&-"]
    assert document.lines[1].region == Region("p0003.jpg", 412, 880, 1310, 96)
    assert document.lines[1].marks == (Mark(MarkKind.ALTERNATIVE, Span(10, 13), "편자를"),)
    assert document.lines[1].confidence == 0.85
    assert (document.by, document.made, document.manner) == ("Reader 5.3", "2026-01-02", "machine")
    leads_back(document, SAMPLE.encode())


def test_pages_of_one_file_are_told_apart() -> None:
    one = SAMPLE[SAMPLE.index("<Page ") : SAMPLE.index("</Layout>")]
    document = only(SAMPLE.replace("</Layout>", one + "</Layout>"))
    assert [each.region.leaf for each in document.lines if each.region] == [1, 2]


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_every_word_leads_back_to_its_bytes(texts: list[str]) -> None:
    strings = "".join(f"<String CONTENT={quoteattr(text)}/>" for text in texts)
    inner = (
        f"<alto><Layout><Page><TextBlock><TextLine>{strings}</TextLine></TextBlock></Page></Layout></alto>"
    )
    document = only(inner)
    assert document.text == " ".join(texts)
    leads_back(document, inner.encode())


@pytest.mark.parametrize(
    "written",
    [
        SAMPLE[:900],
        "<alto/>",
        SAMPLE.replace("CONTENT", "OTHER"),
        '<!DOCTYPE alto [<!ENTITY a "ha">]><alto><Layout/></alto>',
    ],
)
def test_what_holds_no_words_or_is_damaged_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        only(written)


def test_numbers_that_are_none_cost_only_their_place() -> None:
    for odd in ("", "nan", "1e999", "-5000", "x"):
        assert words(only(SAMPLE.replace('HPOS="412"', f'HPOS="{odd}"')))[0] == "First"


def test_a_page_in_a_page_is_read_once() -> None:
    inner = "<Page><TextBlock><TextLine><String CONTENT='lock'/></TextLine></TextBlock></Page>"
    assert only(f"<alto><Page>{inner}</Page></alto>").text == "lock"
