"""WACZ: the pages that it lists, and what is not as it says."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from firsthand import Case
from firsthand.records.formats import wacz as form
from tests.records.formats.test_warc import members, told
from tests.records.webarchive.building import http, info, page, record, wacz

LOCK = {"id": "1", "url": "https://press.example/lock", "ts": "2026-03-01T10:00:00Z", "title": "The lock"}
AGAIN = LOCK | {"id": "2", "ts": "20260305100003", "title": "The lock, later"}
LATER = "2026-03-05T10:00:00Z"


def sample(version: str = "1.1.1", **others: bytes) -> bytes:
    records = [
        info(),
        record(http(b"", "", "301 Moved", "Location: /lock"), "https://press.example/old"),
        record(http(page("Open again.")), when=LATER),
        record(http(page())),
        record(http(page("Not listed.")), "https://press.example/other"),
        record(http(b"%PDF-1.4 made up", "application/pdf"), "https://press.example/minutes.pdf"),
        record(http(b"\x89PNG\r\n\x1a\n", "image/png"), "https://press.example/boat.png"),
    ]
    return wacz(*records, pages=[LOCK, AGAIN], version=version, **others)


@pytest.mark.parametrize("version", ["1.1.1", "1.2.0"])
def test_the_pages_listed_and_the_documents_are_taken_out(version: str) -> None:
    data = sample(version)
    assert form.claims(data[:4096], "a.zip") == 0.9 and form.claims(data[:4096], "a.wacz") == 1.0
    found = form.read(data)
    assert [(m.stated.get("title"), m.stated["captured"][:10], m.name) for m in members(found)] == [
        ("The lock", "2026-03-01", "press.example/lock.html"),
        ("The lock, later", "2026-03-05", "press.example/lock (2026-03-05T10:00:00Z).html"),
        (None, "2026-03-01", "press.example/minutes.pdf"),
    ]
    assert members(found)[0].part == "archive/data.warc.gz record 4"
    assert members(found)[0].data == page() and members(found)[1].data == page("Open again.")
    assert told(found) == ["everything else: was passed over: 1 part of a page, 1 picture in a page"]


def test_a_page_listed_by_the_address_that_led_to_it_is_found() -> None:
    moved = record(http(b"", "", "301 Moved", "Location: /lock"), "https://press.example/old")
    found = form.read(wacz(moved, record(http(page())), pages=[LOCK | {"url": "https://press.example/old"}]))
    assert [m.stated["redirected_from"] for m in members(found)] == ["https://press.example/old"]
    assert told(found) == []


@pytest.mark.parametrize(
    ("others", "why"),
    [
        (
            {"pages/pages.jsonl": b'{"url": "https://press.example/lock"}\n'},
            "pages/pages.jsonl: does not have",
        ),
        ({"datapackage.json": b'{"resources": []}'}, "datapackage.json: does not have the hash"),
        ({"datapackage.json": b"not json", "datapackage-digest.json": b"["}, "does not say which files"),
    ],
)
def test_what_was_altered_since_is_told(others: dict[str, bytes], why: str) -> None:
    found = form.read(sample(**others))
    assert members(found) and any(why in each for each in told(found))


def test_pages_that_are_not_there_and_lines_that_are_none_are_told() -> None:
    pages = [LOCK, LOCK | {"url": "https://press.example/gone"}, LOCK | {"url": "https://press.example/no"}]
    gone = record(http(b"gone", status="404 Not Found"), "https://press.example/no")
    data = wacz(record(http(page())), gone, pages=pages)
    found = told(form.read(data))
    assert (
        "pages/pages.jsonl line 3: lists https://press.example/gone, and no capture of it is in" in found[0]
    )
    assert "which answered with status 404" in found[1]
    bad = form.read(sample(**{"pages/pages.jsonl": b'nonsense\n[]\n{"a": 1}\n'}))
    assert sum("is no page" in each for each in told(bad)) == 3


def test_without_a_list_every_page_is_taken_out(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("archive/a.warc", record(http(page())))
        packed.writestr("../../evil.txt", b"x")
    found = form.read((tmp_path / "a.wacz").read_bytes())
    assert len(members(found)) == 1
    assert [each.split(":")[0] for each in told(found)] == ["pages/pages.jsonl", "datapackage.json"]


def test_the_pages_are_records_of_the_case(tmp_path: Path) -> None:
    (tmp_path / "report.wacz").write_bytes(wacz(record(http(page())), pages=[LOCK]))
    with Case.create(tmp_path / "case") as case:
        case.add(tmp_path / "report.wacz")
        (made,) = case.records()
        assert (made.name, made.url) == ("report.wacz/press.example/lock.html", LOCK["url"])
        assert made.extra["captured"] == "2026-03-01T10:00:00Z"
