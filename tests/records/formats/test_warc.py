"""Web archives: what is taken out of a WARC, and what damage costs."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from firsthand import Case
from firsthand.errors import Unreadable
from firsthand.records.document import Member, Part, Unread
from firsthand.records.formats import warc
from tests.records.webarchive.building import chunked, digest, http, info, page, record, zipped


def members(parts: tuple[Part, ...]) -> list[Member]:
    return [part for part in parts if isinstance(part, Member)]


def told(parts: tuple[Part, ...]) -> list[str]:
    return [f"{part.part}: {part.what}" for part in parts if isinstance(part, Unread)]


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_page_is_taken_out_with_its_address_and_time(version: str, packed: bool) -> None:
    records = [info(), record(http(page()), version=version)]
    data = zipped(*records) if packed else b"".join(records)
    assert warc.claims(data[:4096], "a.bin") == 1.0
    (member,) = warc.read(data)
    assert isinstance(member, Member)
    assert (member.part, member.name, member.data) == ("record 2", "press.example/lock.html", page())
    assert member.stated == {
        "url": "https://press.example/lock",
        "captured": "2026-03-01T10:00:00Z",
        "status": "200",
        "media_type": "text/html",
    }


def test_what_another_program_wrote_is_read_as_that_program_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WARCWriter, "_create_temp_file", lambda *_: BytesIO())  # it leaves its own open
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number in range(5):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        body = BytesIO(page(f"Boat {number} left."))
        writer.write_record(
            writer.create_warc_record(f"http://a.example/{number}", "response", body, http_headers=head)
        )
    theirs = [
        (each.rec_headers.get_header("WARC-Target-URI"), each.content_stream().read())
        for each in ArchiveIterator(BytesIO(out.getvalue()))
    ]
    ours = members(warc.read(out.getvalue()))
    assert [(each.stated["url"], each.data) for each in ours] == theirs
    assert len(ours) == 5 and told(warc.read(out.getvalue())) == []


def test_redirects_errors_and_parts_of_pages_are_counted_in_one_note() -> None:
    data = b"".join(
        [
            record(http(b"", "", "301 Moved", "Location: /lock"), "http://press.example/old"),
            record(http(b"", "", "302 Found", "Location: /nowhere"), "https://press.example/x"),
            record(http(page()), "https://press.example/lock"),
            record(http(b"body {}", "text/css"), "https://press.example/a.css"),
            record(http(b"f()", "text/javascript"), "https://press.example/a.js"),
            record(http(b"gone", status="404 Not Found"), "https://press.example/gone"),
            record(http(b"User-agent: *", "text/plain"), "https://press.example/robots.txt"),
        ]
    )
    (member, note) = warc.read(data)
    assert isinstance(member, Member) and isinstance(note, Unread)
    assert note.what == "was passed over: 2 redirects, 2 parts of a page, 1 error"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (http(b"gone", status="404 Not Found"), "https://press.example/lock answered with status 404"),
        (http(b"{}", "application/json"), "is application/json, neither a page nor a document"),
        (http(b"??", ""), "is of no stated kind, neither"),
    ],
)
def test_why_the_only_answer_is_no_page_is_told(answer: bytes, why: str) -> None:
    robots = record(http(b"User-agent: *", "text/plain"), "https://press.example/robots.txt")
    (note,) = told(warc.read(robots + record(answer)))
    assert note.startswith("record 2") and why in note


def test_the_address_that_led_to_a_page_is_kept() -> None:
    data = b"".join(
        [
            record(http(b"", "", "301 Moved", "Location: https://press.example/b"), "http://press.example/a"),
            record(http(b"", "", "302 Found", "Location: /lock"), "https://press.example/b"),
            record(http(page()), "https://press.example/lock"),
        ]
    )
    (member,) = members(warc.read(data))
    assert member.stated["redirected_from"] == "https://press.example/b http://press.example/a"
    assert told(warc.read(data)) == []


def test_a_picture_that_a_page_shows_is_a_part_of_it_and_one_by_itself_is_not() -> None:
    shown = page("<img src='/boat.png'><a href='https://press.example/scan.png'>the scan</a>")
    picture = b"\x89PNG\r\n\x1a\n made up"
    data = b"".join(
        [
            record(http(picture, "image/png"), "https://press.example/boat.png"),
            record(http(shown)),
            record(http(picture, "image/png"), "https://press.example/scan.png"),
            record(
                b"GET / HTTP/1.1\r\nSec-Fetch-Dest: image\r\n\r\n", "https://press.example/dot.png", "request"
            ),
            record(http(picture, "image/png"), "https://press.example/dot.png"),
        ]
    )
    assert [each.name for each in members(warc.read(data))] == [
        "press.example/lock.html",
        "press.example/scan.png",
    ]
    assert told(warc.read(data)) == ["everything else: was passed over: 2 pictures in a page"]


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        (chunked(page()), ("Transfer-Encoding: chunked",)),
        (gzip.compress(page(), mtime=0), ("Content-Encoding: gzip",)),
        (zlib.compress(page()), ("Content-Encoding: deflate",)),
        (zlib.compress(page(), wbits=-15), ("Content-Encoding: deflate",)),
        (brotli.compress(page()), ("Content-Encoding: br",)),
        (chunked(gzip.compress(page(), mtime=0)), ("Content-Encoding: gzip", "Transfer-Encoding: chunked")),
        (page(), ("Content-Encoding: gzip", "Transfer-Encoding: chunked", "Content-Length: 9")),
        (page(), ("Content-Encoding: br",)),
    ],
)
def test_encodings_are_undone_also_where_the_archive_did_it(sent: bytes, fields: tuple[str, ...]) -> None:
    (member,) = warc.read(record(http(sent, "text/html", "200 OK", *fields)))
    assert isinstance(member, Member)
    assert member.data == page()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (record(http(page()), length=20), "says that it has 20 bytes"),
        (record(http(page()), length=200_000), "says that it has 200000 bytes"),
        (record(http(page()), length="many"), "says that it has many bytes"),
        (record(http(page()), WARC_Truncated="length"), "was cut off when it was captured"),
        (record(http(chunked(page())[:-90], "text/html", "200 OK", "Transfer-Encoding: chunked")), "chunk"),
        (
            record(http(b"5\r\nhello\r\nzz\r\n", "text/html", "200 OK", "Transfer-Encoding: chunked")),
            "damaged chunk",
        ),
        (
            record(
                http(gzip.compress(page(), mtime=0)[:-20], "text/html", "200 OK", "Content-Encoding: gzip")
            ),
            "cut short",
        ),
        (record(http(b"\x28\xb5", "text/html", "200 OK", "Content-Encoding: zstd")), "'zstd'"),
        (record(http(page(), "text/html", "200 OK", "Content-Length: 9999")), "cut short: of 9999"),
        (record(http(page()), "http://[bad"), "names no address"),
        (record(b"\x00\x01nothing"), "no answer of a web server"),
        (b"WARC/1.1\r\nnot a header" + b"\r\n" * 2, "says that it has unknown bytes"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_damaged_record_costs_itself_alone(bad: bytes, why: str, packed: bool) -> None:
    before, after = (
        record(http(page()), "https://a.example/1"),
        record(http(page("Fog.")), "https://a.example/2"),
    )
    data = zipped(before, bad, after) if packed else before + bad + after
    found = warc.read(data)
    assert [each.stated["url"] for each in members(found)] == ["https://a.example/1", "https://a.example/2"]
    (note,) = told(found)
    assert note.startswith("record 2") and (why in note or packed)


def test_the_last_record_cut_short_leaves_the_others() -> None:
    whole = record(http(page()), "https://a.example/1") + record(http(page("Fog.")), "https://a.example/2")
    found = warc.read(whole[:-40])
    assert len(members(found)) == 1
    assert "of https://a.example/2 is cut short" in told(found)[0]
    packed = zipped(record(http(page()), "https://a.example/1"), record(http(page()), "https://a.example/2"))
    found = warc.read(packed[:-60])
    assert len(members(found)) == 1 and len(told(found)) == 1


def test_a_damaged_member_of_a_gzip_file_costs_itself_alone() -> None:
    packed = [gzip.compress(record(http(page(f"Day {n}.")), f"https://a.example/{n}")) for n in range(3)]
    packed[1] = packed[1][:60] + b"\xff" * 30 + packed[1][90:]
    found = warc.read(b"".join(packed))
    assert [each.stated["url"] for each in members(found)] == ["https://a.example/0", "https://a.example/2"]
    assert "damaged" in told(found)[0]


def test_a_file_packed_as_a_whole_is_read_too() -> None:
    data = gzip.compress(b"".join(record(http(page(f"{n}")), f"https://a.example/{n}") for n in range(3)))
    assert len(members(warc.read(data))) == 3


def test_a_bomb_is_read_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.records.webarchive.framing.UNPACKED", 100_000)
    monkeypatch.setattr("firsthand.records.webarchive.http.LARGEST", 50_000)
    bomb = gzip.compress(b"\0" * 10_000_000)
    inside = record(http(bomb, "text/html", "200 OK", "Content-Encoding: gzip"), "https://a.example/bomb")
    found = warc.read(zipped(record(http(page())), inside, record(b"\0" * 10_000_000), record(http(page()))))
    assert len(members(found)) == 1
    assert any("unpacks to more than" in each for each in told(found))
    assert any("the rest: was not read" in each for each in told(found))


def test_captured_twice_is_two_members_and_a_repeat_has_the_words_of_the_first() -> None:
    first = http(page())
    data = b"".join(
        [
            record(first, WARC_Payload_Digest=digest(page())),
            record(http(page("It was open again.")), when="2026-03-05T10:00:00Z"),
            record(b"", kind="revisit", when="2026-03-09T10:00:00Z", WARC_Payload_Digest=digest(page())),
            record(b"", kind="revisit", when="2026-03-10T10:00:00Z", WARC_Payload_Digest="sha1:OTHER"),
        ]
    )
    found = warc.read(data)
    assert [(each.name, each.stated["captured"][:10]) for each in members(found)] == [
        ("press.example/lock.html", "2026-03-01"),
        ("press.example/lock (2026-03-05T10:00:00Z).html", "2026-03-05"),
        ("press.example/lock (2026-03-09T10:00:00Z).html", "2026-03-09"),
    ]
    assert members(found)[0].data == members(found)[2].data
    assert told(found) == ["everything else: was passed over: 1 repeat of a capture that is not in this file"]


def test_a_block_that_is_not_as_it_was_captured_is_told() -> None:
    block = http(page())
    assert told(warc.read(record(block, WARC_Block_Digest=digest(block)))) == []
    found = warc.read(record(block, WARC_Block_Digest=digest(b"other")))
    assert len(members(found)) == 1
    assert told(found) == [
        "record 1: https://press.example/lock is not as it was captured: its digest is another"
    ]


@pytest.mark.parametrize(
    ("url", "media", "name"),
    [
        ("https://press.example/", "text/html", "press.example/index.html"),
        ("https://press.example/a/../../etc/passwd", "text/plain", "press.example/a/etc/passwd.txt"),
        ("https://me:secret@press.example/x.pdf", "application/pdf", "press.example/x.pdf"),
        ("https://press.example/case.toml", "text/plain", "press.example/case.toml.txt"),
        ("https://press.example/a?id=7", "text/html; charset=utf-8", "press.example/a?id=7.html"),
    ],
)
def test_names_are_only_names(url: str, media: str, name: str) -> None:
    (member,) = members(warc.read(record(http(b"words", media), url)))
    assert member.name == name


def test_the_pages_are_records_of_the_case_with_address_time_and_outlet(tmp_path: Path) -> None:
    data = zipped(
        record(http(page())), record(http(page("Fog came."), "text/html"), when="2026-03-05T10:00:00Z")
    )
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    with Case.create(tmp_path / "case") as case:
        case.add(tmp_path / "crawl.warc.gz")
        first, second = case.records()
        assert first.name == "crawl.warc.gz/press.example/lock.html"
        assert (first.url, first.outlet) == ("https://press.example/lock", "press.example")
        assert [r.extra["captured"][:10] for r in (first, second)] == ["2026-03-01", "2026-03-05"]
        assert "Fog came." in second.text and case.verify() == ()


def test_a_page_is_read_in_the_encoding_that_its_server_stated(tmp_path: Path) -> None:
    body = "<html><body><p>Мост закрыт.</p></body></html>".encode("koi8-r")
    (tmp_path / "crawl.warc").write_bytes(record(http(body, "text/html; charset=KOI8-R")))
    with Case.create(tmp_path / "case") as case:
        case.add(tmp_path / "crawl.warc")
        assert [each.text for each in case.records()] == ["Мост закрыт."]


BOTH = b"".join(
    [
        info(),
        record(http(page())),
        record(http(gzip.compress(page()), "text/html", "200 OK", "Content-Encoding: gzip")),
    ]
)


def test_wrong_bytes_under_the_name_are_refused() -> None:
    for data in (b"%PDF-1.4 nothing", b"PK\x03\x04" + b"\0" * 50, b"words only", gzip.compress(b"words")):
        assert warc.claims(data, "x.warc.gz") < 1
        with pytest.raises(Unreadable):
            warc.read(data)


BODIES = st.binary(max_size=80)


@settings(max_examples=40, deadline=None)
@given(st.lists(BODIES, min_size=1, max_size=3), st.booleans(), st.booleans())
def test_any_bodies_come_back_byte_for_byte(bodies: list[bytes], packed: bool, in_chunks: bool) -> None:
    sent = [
        http(chunked(b), "text/plain", "200 OK", "Transfer-Encoding: chunked")
        if in_chunks
        else http(b, "text/plain")
        for b in bodies
    ]
    records = [record(each, f"https://a.example/{n}") for n, each in enumerate(sent)]
    found = warc.read(zipped(*records) if packed else b"".join(records))
    assert [m.data for m in members(found)] == [b for b in bodies if b.strip()]


def test_captures_of_one_address_all_have_names_of_their_own() -> None:
    found = members(warc.read(record(http(page())) * 3000))
    names = [each.name for each in found]
    assert len(set(names)) == 3000
    assert names[1:4] == [f"press.example/lock (2026-03-01T10:00:00Z{n}).html" for n in ("", ", 2", ", 3")]


def test_of_redirects_without_end_the_nearest_are_told() -> None:
    led = [
        record(http(b"", "", "301 Moved", f"Location: /{n - 1}"), f"https://a.example/{n}")
        for n in range(1, 99)
    ]
    (found,) = members(warc.read(record(http(page()), "https://a.example/0") + b"".join(led)))
    before = found.stated["redirected_from"].split()
    assert before == [f"https://a.example/{n}" for n in range(1, 21)]


def test_beginnings_of_records_without_end_are_passed_over_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="record 1 does not begin as a record"):
        warc.read(b"WARC/1.0\n" * 20_000)


def test_redirects_in_a_circle_come_to_an_end() -> None:
    led = (("/b", "https://a.example/a"), ("/a", "https://a.example/b"), ("/a", "https://a.example/a"))
    circle = [record(http(b"", "", "301 Moved", f"Location: {to}"), url) for to, url in led]
    (found,) = members(warc.read(record(http(page()), "https://a.example/a") + b"".join(circle)))
    assert found.stated["redirected_from"] == "https://a.example/b"
