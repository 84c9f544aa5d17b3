"""Fetching from servers on this machine: what is kept, and what is refused."""

from __future__ import annotations

import gzip
import re
import socket
import time
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from firsthand import Case
from firsthand.errors import Refused
from firsthand.fetching import Fetched, Limits, Rules, fetch
from firsthand.records.document import Member
from firsthand.records.formats import warc
from tests.fetching.serving import certified, serving
from tests.records.webarchive.building import chunked, http, page

HERE = Rules(allow_private=True)


def get(url: str, rules: Rules = HERE, **limits: float) -> Fetched:
    return fetch(url, "0.0", rules, Limits(**limits))  # type: ignore[arg-type]


def records(fetched: Fetched) -> list[tuple[str, str, bytes]]:
    """Kind, address and block of each record, as another program reads them."""
    found = ArchiveIterator(BytesIO(fetched.data), no_record_parse=True, check_digests="raise")
    return [
        (each.rec_type, each.rec_headers.get_header("WARC-Target-URI") or "", each.raw_stream.read())
        for each in found
    ]


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        (page(), ()),
        (page(), (f"Content-Length: {len(page())}",)),
        (gzip.compress(page(), mtime=0), ("Content-Encoding: gzip",)),
        (chunked(page()), ("Transfer-Encoding: chunked",)),
        (
            chunked(gzip.compress(page(), mtime=0), 7),
            ("Content-Encoding: gzip", "Transfer-Encoding: chunked"),
        ),
    ],
)
def test_everything_sent_and_received_is_kept_byte_for_byte(sent: bytes, fields: tuple[str, ...]) -> None:
    answer = http(sent, "text/html", "200 OK", *fields)
    with serving({"/lock?a=1": answer}) as server:
        fetched = get(f"{server.url}/lock?a=1#below")
        assert server.paths == ["/robots.txt", "/lock?a=1"]
        url = f"{server.url}/lock?a=1"
        assert records(fetched)[3:] == [("request", url, server.asked[1]), ("response", url, answer)]
    assert re.fullmatch(r"127\.0\.0\.1-\d{8}T\d{6}Z\.warc", fetched.name)
    assert b"WARC-IP-Address: 127.0.0.1\r\n" in fetched.data and b"robots: obey" in fetched.data
    (member,) = warc.read(fetched.data)
    assert isinstance(member, Member)
    assert (member.data, member.stated["url"], member.stated["ip"]) == (page(), url, "127.0.0.1")


def test_a_server_that_keeps_the_line_open_is_not_waited_for() -> None:
    def kept(line: socket.socket) -> None:
        line.sendall(http(chunked(page()), "text/html", "200 OK", "Transfer-Encoding: chunked"))
        time.sleep(5)

    with serving({"/": kept}) as server:
        began = time.monotonic()
        assert get(server.url).status == 200
        assert time.monotonic() - began < 3


def test_redirects_are_pairs_of_their_own_and_told_with_the_page() -> None:
    answers = {"/a": http(b"", "", "301 Moved", "Location: /b?x=%20y"), "/b?x=%20y": http(page())}
    with serving({**answers}) as server:
        fetched = get(f"{server.url}/a")
    kinds = [(kind, url.rpartition("/")[2]) for kind, url, _ in records(fetched)][3:]
    assert kinds == [("request", "a"), ("response", "a"), ("request", "b?x=%20y"), ("response", "b?x=%20y")]
    (member,) = warc.read(fetched.data)
    assert isinstance(member, Member) and member.stated["redirected_from"] == f"{server.url}/a"


def test_the_certificates_of_the_server_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certified(tmp_path)
    with serving({"/": http(page())}, context) as server:
        with pytest.raises(Refused, match="no safe connection"):
            get(server.url)
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        fetched = get(server.url)
    (_, _, pem) = records(fetched)[-1]
    assert pem.decode() == (tmp_path / "chain.pem").read_text()
    assert len([m for m in warc.read(fetched.data) if isinstance(m, Member)]) == 1


def test_an_error_is_an_answer_and_is_kept() -> None:
    with serving({}) as server:
        fetched = get(f"{server.url}/gone")
    assert fetched.status == 404 and records(fetched)[-1][2].endswith(b"gone")


@pytest.mark.parametrize(
    ("robots", "asked", "why"),
    [
        (http(b"User-agent: *\nDisallow: /a", "text/plain"), "/a", "asks programs not to fetch /a"),
        (
            http(gzip.compress(b"User-agent: Firsthand\nDisallow: /", mtime=0), "text/plain"),
            "/a",
            "asks programs",
        ),
        (
            http(chunked(b"User-agent: *\nDisallow: /", 9), "", "200 OK", "Transfer-Encoding: chunked"),
            "/a",
            "asks",
        ),
        (http(b"", status="503 Busy"), "/a", "trouble with its robots.txt"),
        (http(b"", "", "302 Found", "Location: /elsewhere"), "/a", "asks programs"),
        (http(b"User-agent: *\nDisallow: /b", "text/plain"), "/away", "asks programs not to fetch /b"),
    ],
)
def test_robots_are_honoured_also_after_a_redirect(robots: bytes, asked: str, why: str) -> None:
    answers = {
        "/robots.txt": robots,
        "/elsewhere": http(b"User-agent: *\nDisallow: /", "text/plain"),
        "/a": http(page()),
        "/b": http(page()),
        "/away": http(b"", "", "302 Found", "Location: /b"),
    }
    with serving({**answers}) as server:
        with pytest.raises(Refused, match=why):
            get(server.url + asked)
        assert "/b" not in server.paths and server.paths[-1] != "/a"
        fetched = get(server.url + asked, Rules(ignore_robots=True, allow_private=True))
    assert fetched.status == 200 and b"robots: ignore" in fetched.data


def drip(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(100):
        line.sendall(b"x")
        time.sleep(0.05)


def pour(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        line.sendall(b"x" * 10_000)


def silent(line: socket.socket) -> None:
    time.sleep(2)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (drip, "within 0.6 seconds"),
        (silent, "within 0.6 seconds"),
        (pour, "is larger than"),
        (lambda line: line.sendall(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 60_000), "no web server|is larger"),
        (b"SSH-2.0-made up\r\n", "no web server"),
        (b"", "no web server"),
        (http(b"half", "text/html", "200 OK", "Content-Length: 4000"), "broke off in the middle"),
        (http(b"ff\r\nhalf", "text/html", "200 OK", "Transfer-Encoding: chunked"), "broke off in the middle"),
        (http(b"", "", "302 Found", "Location: /"), "redirected in a circle"),
        (http(b"", "", "302 Found", "Location: file:///etc/passwd"), "only http and https"),
        (http(b"", "", "302 Found", "Location: http://[bad"), "no address|not an address"),
    ],
)
def test_what_goes_beyond_the_limits_is_refused(answer: object, why: str) -> None:
    nothing = http(b"", "text/plain", "404 Not Found", "Content-Length: 0")
    with serving({"/robots.txt": nothing, "/": answer}) as server, pytest.raises(Refused, match=why):  # type: ignore[dict-item]
        get(server.url, seconds=0.6, bytes=300_000)


def test_redirects_without_end_are_refused() -> None:
    answers = {f"/{n}": http(b"", "", "302 Found", f"Location: /{n + 1}") for n in range(20)}
    with serving({**answers}) as server:
        with pytest.raises(Refused, match="more than 10 times"):
            get(f"{server.url}/0")
        assert server.paths[-1] == "/10"


def test_a_private_address_is_refused_also_as_the_aim_of_a_redirect(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": http(page())}) as server:
        for url in (server.url, f"http://localhost:{server.port}/", f"http://2130706433:{server.port}/"):
            with pytest.raises(Refused, match="not an address of the public network"):
                get(url, Rules())
        assert server.asked == []
    # A public name, here in truth this machine, that redirects to a private one.
    monkeypatch.setattr("firsthand.fetching.addresses.public", lambda ip: ip == "127.0.0.1")
    away = http(b"", "", "302 Found", "Location: http://127.0.0.2/")
    with serving({"/": away}) as server, pytest.raises(Refused, match=r"127\.0\.0\.2, which is not"):
        get(server.url, Rules())


def test_a_name_is_asked_for_once_and_no_second_answer_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def answers(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        ip = "127.0.0.1" if len(asked) == 1 else "127.0.0.3"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    with serving({"/": http(b"", "", "302 Found", "Location: /lock"), "/lock": http(page())}) as server:
        real = socket.getaddrinfo
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda h, p, *a, **k: answers(h, p) if "example" in h else real(h, p, *a, **k),
        )
        fetched = get(f"http://press.example:{server.port}/")
    assert asked == ["press.example"] and fetched.data.count(b"WARC-IP-Address: 127.0.0.1") == 6


def test_a_resolver_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    with pytest.raises(Refused, match=r"within 0\.3 seconds"):
        get("http://press.example/", seconds=0.3)


def test_nobody_there_is_refused() -> None:
    with serving({}) as server:
        pass
    with pytest.raises(Refused, match="does not answer"):
        get(server.url)


def test_what_is_fetched_is_received_and_read_as_any_web_archive(tmp_path: Path) -> None:
    with serving({"/lock": http(page())}) as server, Case.create(tmp_path / "case") as case:
        intake = case.add(f"{server.url}/lock", allow_private=True)
        assert (intake.received, intake.records, intake.refusals) == (1, 1, ())
        (made,) = case.records()
        assert made.url == f"{server.url}/lock" and made.extra["captured"].endswith("Z")
        received = next(e for e in case.custody() if e.action == "object received")
        assert "127.0.0.1-" in received.detail or "127.0.0.1-" in received.subject
        assert case.original(case._file.receipts()[0].object).startswith(b"WARC/1.1\r\n")
        with pytest.raises(Refused, match="not an address of the public network"):
            case.add(f"{server.url}/lock")
        assert len(case.records()) == 1 and case.verify() == ()
