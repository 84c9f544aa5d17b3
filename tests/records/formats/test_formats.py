"""Every format keeps the promise: any bytes in, Documents or Unreadable out."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member, Unread
from firsthand.records.formats import FORMATS, Format
from tests.records.formats import (
    making,
    test_alto,
    test_eml,
    test_hocr,
    test_iiif,
    test_linetable,
    test_msg,
    test_odt,
    test_pagexml,
    test_rtf,
    test_subtitles,
    test_tei,
    test_xlsx,
)
from tests.records.formats.making import docx, paragraph, run
from tests.records.pdf.making import Column, pdf
from tests.records.webarchive.building import http, page, record, wacz

BYTES = BytesIO()
Image.new("RGB", (9, 9)).save(BYTES, "PNG")
SAMPLES = {
    "plain": "---\ntitle: Bridge\n---\nThe bridge is safe, said Ann. Є [link](https://a.example)\n".encode(),
    "html": "<html><head><meta charset='utf-8'><title>B</title><script type='application/ld+json'>"
    '{"@type":"NewsArticle","author":[{"name":"A"}],"datePublished":"2025-01-01"}</script></head><body>'
    "<p>The bridge &amp; the <a href='http://x.example/[y'>pier</a> are «safe».</p></body></html>".encode(),
    "jsonl": '{"text": "The \\u0411 bridge\\n", "title": "É"}\n{"paragraphs": [["a", "b"]]}\n'.encode(),
    "table": 'title,text\n"A ""b""","The bridge\nis є"\nC,D\n'.encode(),
    "image": BYTES.getvalue(),
    "pdf": pdf([[Column(["The bridge is safe, the har-", "bour master said є."])]], "/Title(B)"),
    "wacz": wacz(record(http(page())), pages=[{"url": "https://press.example/lock"}]),
    "warc": record(http(page()))
    + record(http(b"", "", "301 Moved", "Location: /lock"), "https://a.example/"),
    "page-xml": test_pagexml.SAMPLE.encode(),
    "alto": test_alto.SAMPLE.encode(),
    "hocr": test_hocr.SAMPLE.encode(),
    "line-table": test_linetable.SAMPLE.encode(),
    "tei": test_tei.SAMPLE.encode(),
    "iiif": test_iiif.SAMPLE,
    "docx": docx(paragraph(run("The bridge & the"), run(" pier"))),
    "xlsx": test_xlsx.SAMPLE,
    "telegram": b'{"type": "public_channel", "messages": [{"id": 7, "type": "message", "text": '
    b'["The \\u0411 bridge ", {"type": "link", "text": "a.example"}], "date_unixtime": "1738411200"}]}',
    "eml": test_eml.SAMPLE,
    "odt": test_odt.SAMPLE,
    "subtitles": test_subtitles.SAMPLE.encode(),
    "zip": making.zipped({"a.txt": "The bridge.", "b/c.txt": "The pier."}),
    "rtf": test_rtf.SAMPLE,
    "msg": test_msg.SAMPLE,
}


def keeps_its_promise(form: Format, data: bytes) -> None:
    assert 0 <= form.claims(data[:4096], "file.txt") <= 1
    try:
        parts = form.read(data)
    except Unreadable as refusal:
        assert refusal.what
        return
    for part in parts:
        assert isinstance(part, Document | Member | Unread)
        if isinstance(part, Document):
            _holds_together(part, form.opened(data, part.inside) if form.opened and part.inside else data)


def _holds_together(document: Document, data: bytes) -> None:
    """Nothing that cannot be stored, nothing outside the text or the bytes."""
    stated = (document.title, document.outlet, document.byline, document.published, document.url, document.of)
    "".join((document.text, *stated, *document.extra, *document.extra.values())).encode("utf-8")
    assert document.offsets.length == len(document.text)
    for each in (*document.links, *document.lines):
        assert 0 <= each.span.start <= each.span.end <= len(document.text)
    place = document.offsets.back(Span(0, len(document.text)))
    assert place is None or 0 <= place[0] < place[1] <= len(data)


def test_formats_are_told_apart_by_name() -> None:
    assert [form.name for form in FORMATS] == list(SAMPLES)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=200))
@example(data=b"")
@example(data=b"\xff\xfe")
@example(data=b"---\n---\n")
@example(data=b"<")
@example(data=b"[")
@example(data=b'"')
@example(data=b"text\n\x00")
def test_any_bytes_give_documents_or_a_refusal(form: Format, data: bytes) -> None:
    keeps_its_promise(form, data)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_file_cut_anywhere_gives_documents_or_a_refusal(form: Format) -> None:
    sample = SAMPLES[form.name]
    for end in range(0, len(sample), max(len(sample) // 200, 1)):
        keeps_its_promise(form, sample[:end])


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_file_with_flipped_bits_gives_documents_or_a_refusal(form: Format, data: st.DataObject) -> None:
    sample = bytearray(SAMPLES[form.name])
    for at in data.draw(st.lists(st.integers(0, len(sample) * 8 - 1), min_size=1, max_size=6, unique=True)):
        sample[at // 8] ^= 1 << at % 8
    assert bytes(sample) != SAMPLES[form.name]
    keeps_its_promise(form, bytes(sample))
