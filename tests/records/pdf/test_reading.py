"""One page as PDFium reads it."""

from __future__ import annotations

import pypdfium2

from firsthand.records.pdf.reading import text_of, written
from tests.records.pdf.making import Column, pdf


def test_characters_beyond_sixteen_bits_count_once_and_boxes_stay_right() -> None:
    with pypdfium2.PdfDocument(pdf([[Column(["😐😐 a", "bcd"])]])) as opened:
        page = opened[0]
        found = written(page)
        assert found.text == text_of(page) == "😐😐 a\r\nbcd"
        first, second = found.rows
        assert (first.start, first.end, second.start, second.end) == (0, 4, 6, 9)
        assert second.box.top - first.box.top == 30
        page.close()


def test_a_text_written_from_the_right_has_its_whole_width() -> None:
    with pypdfium2.PdfDocument(pdf([[Column(["שלום abc"])]])) as opened:
        page = opened[0]
        (row,) = written(page).rows
        assert row.box.left <= 145
        assert row.box.right >= 144 + 7 * 14
        page.close()
