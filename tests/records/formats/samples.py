"""Small files of every format, and those that once broke a reader."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.records.formats import (
    making,
    test_alto,
    test_docx,
    test_eml,
    test_hocr,
    test_iiif,
    test_linetable,
    test_machine,
    test_mbox,
    test_mhtml,
    test_msg,
    test_odt,
    test_pagexml,
    test_register,
    test_rtf,
    test_subtitles,
    test_tei,
    test_telegrampage,
    test_tnef,
    test_xlsx,
)
from tests.records.pdf.making import Column, pdf
from tests.records.webarchive.building import http, page, record, wacz

PAGE = (
    "<html><head><meta charset='utf-8'><title>B</title><script type='application/ld+json'>"
    '{"@type":"NewsArticle","author":[{"name":"A"}],"datePublished":"2025-01-01"}</script></head><body>'
    "<p>The bridge &amp; the <a href='http://x.example/[y'>pier</a> are «safe», the warden said"
    + ", and he said it again to everyone who asked him on Monday" * 5  # shorter pages are extracted twice
    + ".</p></body></html>"
)
CRAWL = record(http(page())) + record(http(b"", "", "301 Moved", "Location: /lock"), "https://a.example/")
CHAT = (
    b'{"type": "public_channel", "messages": [{"id": 7, "type": "message", "text": '
    b'["The \\u0411 bridge ", {"type": "link", "text": "a.example"}], "date_unixtime": "1738411200"}]}'
)
SAMPLES: dict[str, tuple[bytes, ...]] = {
    "plain": (
        "---\ntitle: Bridge\n---\nThe bridge is safe, said Ann. Є [link](https://a.example)\n".encode(),
    ),
    "html": (PAGE.encode(),),
    "jsonl": ('{"text": "The \\u0411 bridge\\n", "title": "É"}\n{"paragraphs": [["a", "b"]]}\n'.encode(),),
    "table": ('title,text\n"A ""b""","The bridge\nis є"\nC,D\n'.encode(),),
    "followthemoney": (test_register.SAMPLE.encode(),),
    "image": (making.picture(),),
    "pdf": (pdf([[Column(["The bridge is safe, the har-", "bour master said є."])]], "/Title(B)"),),
    "wacz": (wacz(CRAWL, pages=[{"url": "https://press.example/lock"}]),),
    "warc": (CRAWL, gzip.compress(CRAWL, mtime=0)),
    "page-xml": (test_pagexml.SAMPLE.encode(),),
    "alto": (test_alto.SAMPLE.encode(),),
    "hocr": (test_hocr.SAMPLE.encode(),),
    "line-table": (test_linetable.SAMPLE.encode(),),
    "tei": (test_tei.SAMPLE.encode(),),
    "iiif": (test_iiif.SAMPLE,),
    "docx": (test_docx.sample(),),
    "xlsx": (test_xlsx.SAMPLE,),
    "telegram": (CHAT,),
    "eml": (test_eml.SAMPLE,),
    "odt": (test_odt.SAMPLE,),
    "subtitles": (test_subtitles.SAMPLE.encode(), test_subtitles.WEB.encode()),
    "zip": (making.zipped({"a.txt": "The bridge.", "in/page.png": making.picture()}),),
    "rtf": (test_rtf.SAMPLE,),
    "msg": (test_msg.SAMPLE, test_msg.RICH),
    "machine": (test_machine.SAMPLE,),
    "tnef": (test_tnef.SAMPLE,),
    "mbox": (test_mbox.SAMPLE,),
    "mhtml": (test_mhtml.SAMPLE,),
    "telegram-page": (test_telegrampage.SAMPLE,),
}
"""By the name of the format; every one is read without a refusal."""

CRASHES = Path(__file__).parent / "crashes"
"""Files on which a reader once raised something else than Unreadable, or took too long: format-what."""


def crashes(name: str = "") -> dict[str, bytes]:
    """Those of the format ``name``, or all, by the name of the file."""
    return {each.name: each.read_bytes() for each in sorted(CRASHES.glob(f"{name}-*" if name else "*-*"))}
