"""PAGE XML: lines in reading order, where they stand, and what is said of their words."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.formats import pagexml
from firsthand.records.intake import read
from tests.records.formats.ways import WORDS, leads_back, words

SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


def page(inner: str, creator: str = "A. Clerk", space: str = SPACE) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="{space}"><Metadata>'
        f"<Creator>{creator}</Creator><Created>2026-01-02T10:00:00</Created></Metadata>"
        f'<Page imageFilename="p0003.jpg" imageWidth="2480" imageHeight="3508">{inner}</Page></PcGts>'
    )


def line(text: str, name: str = "l1", custom: str = "", more: str = "") -> str:
    equiv = f"<TextEquiv><Unicode>{escape(text)}</Unicode></TextEquiv>"
    return f'<TextLine id="{name}" custom="{custom}">{equiv}{more}</TextLine>'


def region(*lines: str, name: str = "r1") -> str:
    return f'<TextRegion id="{name}">{"".join(lines)}</TextRegion>'


SAMPLE = page(
    '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="r1"/>'
    '<RegionRefIndexed index="0" regionRef="r2"/></OrderedGroup></ReadingOrder>'
    '<TextRegion id="r1"><TextLine id="l3" custom="readingOrder {index:1;}">'
    "<TextEquiv><Unicode>It rains &amp; rains.</Unicode></TextEquiv></TextLine>"
    '<TextLine id="l2" custom="readingOrder {index:0;} unclear {offset:3; length:2;}">'
    '<Coords points="412,880 1722,890 1700,976"/>'
    '<TextEquiv index="1" conf="0.42"><Unicode>오늘 편자를 썼다.</Unicode></TextEquiv>'
    '<TextEquiv index="0" conf="0.91"><Unicode>오늘 편지를 썼다.</Unicode></TextEquiv></TextLine>'
    '</TextRegion><TextRegion id="r2"><TextLine id="l1"><TextEquiv><Unicode>First</Unicode></TextEquiv>'
    "</TextLine></TextRegion>"
)


def only(data: str) -> Document:
    (document,) = pagexml.read(data.encode())
    return document


def test_whoever_transcribed_it_is_named_before_the_program() -> None:
    plain = page(region(line("First")), creator="eScriptorium")
    author = '<MetadataItem type="author" name="transcriber" value="A. Clerk"/><MetadataItem type="author"/>'
    named = only(plain.replace("</Metadata>", f"{author}</Metadata>"))
    assert (named.by, named.manner, named.extra["program"]) == ("A. Clerk", "", "eScriptorium")
    assert (only(plain).by, "program" in only(plain).extra) == ("eScriptorium", False)


def test_lines_come_in_reading_order_with_place_confidence_and_rival_readings() -> None:
    document = only(SAMPLE)
    assert words(document) == ["First", "오늘 편지를 썼다.", "It rains & rains."]
    assert document.text == "First\n\n오늘 편지를 썼다.\nIt rains & rains."
    assert [each.name for each in document.lines] == ["l1", "l2", "l3"]
    second = document.lines[1]
    assert second.region == Region("p0003.jpg", 412, 880, 1310, 96)
    assert second.confidence == 0.91
    assert second.marks == (
        Mark(MarkKind.ALTERNATIVE, Span(7, 17), "오늘 편자를 썼다.", 0.42),
        Mark(MarkKind.UNCLEAR, Span(10, 12)),
    )
    assert (document.by, document.manner, document.made) == ("A. Clerk", "", "2026-01-02T10:00:00")
    leads_back(document, SAMPLE.encode())


def test_who_made_it_is_a_machine_where_it_is_an_engine() -> None:
    assert only(page(region(line("Rain.")), creator="kraken 5.2")).manner == "machine"


def test_struck_words_and_words_without_a_line() -> None:
    style = '<TextStyle strikethrough="true"/>'
    word = '<Word id="w{0}">{1}<TextEquiv conf="{2}"><Unicode>{0}</Unicode></TextEquiv></Word>'
    inner = word.format("It", "", 0.5) + word.format("rained", style, 1)
    document = only(page(region(f'<TextLine id="l">{inner}</TextLine>', line("Struck.", more=style))))
    assert words(document) == ["It rained", "Struck."]
    assert document.lines[0].marks == (Mark(MarkKind.STRUCK, Span(3, 9)),)
    assert document.lines[0].confidence == 0.75
    assert document.lines[1].marks == (Mark(MarkKind.STRUCK, Span(10, 17)),)


def test_rival_readings_of_words_stand_at_their_words_and_blanks_at_the_ends_are_left_out() -> None:
    rival = '<Word><TextEquiv><Unicode>rain</Unicode></TextEquiv><TextEquiv index="1"><Unicode>ruin</Unicode>'
    struck = "textStyle {offset:2; length:3; strikethrough:true;}"
    document = only(page(region(line("  The rain ", custom=struck, more=f"{rival}</TextEquiv></Word>"))))
    assert document.text == "The rain"
    assert document.lines[0].marks == (
        Mark(MarkKind.STRUCK, Span(0, 3)),
        Mark(MarkKind.ALTERNATIVE, Span(4, 8), "ruin"),
    )


def test_older_files_and_regions_in_regions() -> None:
    points = '<Coords><Point x="1" y="2"/><Point x="11" y="22"/></Coords>'
    inner = region(line("Outer.", more=points), region(line("Inner."), name="r2"))
    document = only(page(inner, space="http://schema.primaresearch.org/PAGE/gts/pagecontent/2010-03-19"))
    assert words(document) == ["Outer.", "Inner."]
    assert document.lines[0].region == Region("p0003.jpg", 1, 2, 10, 20)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["utf-8", "utf-16"]))
def test_every_line_leads_back_to_its_bytes(texts: list[str], encoding: str) -> None:
    written = page(region(*map(line, texts))).replace("UTF-8", encoding)
    (document,) = pagexml.read(written.encode(encoding))
    assert words(document) == texts
    if encoding == "utf-8":
        leads_back(document, written.encode())
    for each in document.lines:
        place = document.offsets.back(each.span)
        assert place
        mark = b"\xff\xfe" if encoding == "utf-16" else b""
        found = (mark + written.encode(encoding)[place[0] : place[1]]).decode(encoding)
        assert found == escape(document.text[each.span.start : each.span.end])


BOMB = '<!DOCTYPE PcGts [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 20 + '">]>'


@pytest.mark.parametrize(
    "written",
    [
        page(region(line("A line."))).replace("<PcGts", BOMB + "<PcGts").replace("A line.", "&b;&b;"),
        page(region(line("A line."))).replace(
            "<PcGts", '<!DOCTYPE PcGts [<!ENTITY e SYSTEM "file:///etc/hosts">]><PcGts'
        ),
        page(""),
        page(region(line(" "))),
        page(region(line("A line.")))[:-20],
        f'<PcGts xmlns="{SPACE}"/>',
        page("<a>" * 300 + "</a>" * 300),
    ],
)
def test_what_cannot_be_trusted_is_refused_and_not_read_as_anything_else(written: str) -> None:
    with pytest.raises(Unreadable):
        pagexml.read(written.encode())
    outcome = read(written.encode(), "p.xml")
    assert not outcome.documents
    assert len(outcome.refusals) == 1
