"""hOCR: lines as a program read them, written into a web page."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Mark, MarkKind, Region, Span
from firsthand.records.document import Document
from firsthand.records.formats import hocr
from firsthand.records.intake import read
from tests.records.formats.ways import WORDS, leads_back, words

SAMPLE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">'
    "<html><head><title></title><meta name='ocr-system' content='tesseract 5.3.0'></head><body>"
    """<div class='ocr_page' id='page_1' title='image "scans/p0003.png"; bbox 0 0 2480 3508; ppageno 0'>"""
    "<p class='ocr_par'><span class='ocr_line' id='l2' title=\"bbox 412 880 1722 976; baseline 0 -16\">"
    "<span class='ocrx_word' title='bbox 610 880 940 976; x_wconf 91'>편지를</span> "
    "<span class='ocrx_word' title='x_wconf 81'><span class='alternatives'><ins class='alt'>R&amp;B</ins>"
    "<del class='alt'>R8B</del></span></span></span></p>"
    "<p class='ocr_par'><span class='ocr_line' id='l3'>rain&#39;s</span><br></p></div></body></html>"
)


def only(data: str) -> Document:
    (document,) = hocr.read(data.encode())
    return document


def test_lines_with_place_confidence_and_rival_readings() -> None:
    document = only(SAMPLE)
    assert document.text == "편지를 R&B\n\nrain's"
    first = document.lines[0]
    assert (first.name, first.confidence) == ("l2", 0.86)
    assert first.region == Region("p0003.png", 412, 880, 1310, 96)
    assert first.marks == (Mark(MarkKind.ALTERNATIVE, Span(4, 7), "R8B"),)
    assert (document.by, document.manner) == ("tesseract 5.3.0", "machine")
    assert (document.extra["image width"], document.extra["image height"]) == ("2480", "3508")
    leads_back(document, SAMPLE.encode())


def test_it_is_told_from_other_web_pages() -> None:
    assert read(SAMPLE.encode(), "p.html").format == "hocr"
    assert read(b"<html><body><p>An article on rain.</p></body></html>", "p.html").format == "html"


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_every_word_leads_back_to_its_bytes(texts: list[str]) -> None:
    inner = "".join(f"<span class=ocrx_word>{escape(text)}</span>" for text in texts)
    written = f"<div class=ocr_page><span class=ocr_line>{inner}</span></div>"
    document = only(written)
    assert words(document) == [" ".join(texts)]
    leads_back(document, written.encode())


@pytest.mark.parametrize(
    "written", ["", "<html>", "<div class='ocr_page'></div>", "<a>" * 5000, "<!--" * 50_000]
)
def test_a_page_without_lines_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        only(written)


def test_pages_lines_and_words_in_one_another_are_read_once() -> None:
    word = "<span class=ocrx_word><span class=ocrx_word>lock</span></span>"
    line = f"<span class=ocr_line><span class=ocrx_line>{word}</span></span>"
    assert only(f"<div class=ocr_page><div class=ocr_page>{line}</div></div>").text == "lock"
