"""What holds for every request: hosts, paths, methods, sizes, and a case that cannot be read."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.model import Right
from firsthand.workbench import guarding, news, patience, serving
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from firsthand.workbench.entrance import Entrance
from firsthand.workbench.guarding import HEADERS, is_loopback
from firsthand.workbench.openapi import FORMS
from firsthand.workbench.sending import Form
from firsthand.workbench.working import State
from tests.dossier import cases
from tests.workbench.made import laid_ready, pier
from tests.workbench.visiting import HOST, client, entrance, file_of_users, log_in, token_on


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_ready(tmp_path_factory.mktemp("case") / "case", cases.quay().build())


@pytest.fixture
def visitor(case: Path) -> Iterator[TestClient]:
    with client(case) as made:
        yield made


def _status(bound: str, host: str, names: tuple[str, ...], case: Path) -> int:
    with closing(Desk(case)) as desk:
        app = application(desk, Entrance(case, names=names), bound)
        with TestClient(app, HOST, follow_redirects=False) as visitor:
            return visitor.get("/static/mark.svg", headers={"Host": host}).status_code


@pytest.mark.parametrize(
    ("bound", "host", "names", "status"),
    [
        ("127.0.0.1", "127.0.0.1:8731", (), 200),
        ("127.0.0.1", "LocalHost:8731", (), 200),
        ("127.0.0.1", "[::1]:8731", (), 200),
        ("127.0.0.1", "rebound.example:8731", (), 421),
        ("127.0.0.1", "localhost.evil.example", (), 421),
        ("127.0.0.1", "", (), 421),
        ("127.0.0.1", "desk.example", ("Desk.example",), 200),
        ("0.0.0.0", "192.0.2.7:8731", (), 200),
        ("0.0.0.0", "rebound.example", (), 421),
        ("desk.example", "desk.example:80", (), 200),
        ("desk.example", "localhost", (), 421),
    ],
)
def test_only_our_own_names_are_answered(
    bound: str, host: str, names: tuple[str, ...], status: int, case: Path
) -> None:
    assert _status(bound, host, names, case) == status


def test_what_reaches_others_is_known() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "desk.example", "")))


BEGINS = "<button>Lay it ready anew"
WAITS = 'data-work="anew"'  # on a page that shows the case as soon as it is laid ready
TRICKS = [
    *("/..%2f..%2fcase.db", "/%2e%2e/case.db", "/static/..%2f..%2fapp.py", "/static/%00"),
    *("/pages/%2e%2e%2fcase.db.jpg", "//evil.example/", "/\\evil.example", "/rule/../../etc"),
    *("/S1/", "/S1%00", "/S1;x=1", "/" + "S" * 5000, "/%ff%fe", "/S1.json.json"),
    *("/statements?start=-1", "/statements?count=99999999999999999999", "/search?q=%ff"),
    *("/search?q=" + "a" * 9000, "/S1?" + "&".join(f"a{n}=1" for n in range(3000))),
]


@pytest.mark.parametrize("address", TRICKS, ids=lambda a: a[:30])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_tricks_lead_nowhere(address: str, method: str, visitor: TestClient) -> None:
    answer = visitor.request(method, f"{HOST}{address}")
    assert answer.status_code < 500 and "Traceback" not in answer.text
    assert "evil.example" not in answer.headers.get("location", "").split("?")[0].replace(HOST, "") or (
        answer.headers["location"].startswith(HOST)
    )
    assert all(name in answer.headers for name in HEADERS)


def test_get_changes_nothing(case: Path, visitor: TestClient) -> None:
    with Case.open(case, Right.READ) as opened:
        before = opened.custody()
    for form in FORMS:
        visitor.get(form.path, params={"judgement": "accept", "on": "R1-a1", "number": "1"})
    with Case.open(case, Right.READ) as opened:
        assert opened.custody() == before and opened.rulings() == ()


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/json", "application/xml", "multipart/form-data", ""]
)
def test_what_is_no_form_is_not_taken(kind: str, visitor: TestClient) -> None:
    answer = visitor.post("/rulings", content=b'{"token": "x"}', headers={"Content-Type": kind})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("form", [form for form in FORMS if form.needs], ids=lambda form: form.path)
def test_ten_megabytes_are_too_much_in_any_field(form: Form, case: Path, tmp_path: Path) -> None:
    with client(case, entrance(case, file_of_users(tmp_path / "desk.users"))) as visitor:
        log_in(visitor, "Ona Owner")
        token = token_on(visitor.get("/").text)
        for field in (*(each.name for each in form.fields), "no such field"):
            sent = {"token": token, field: "x" * 10_000_000}
            assert visitor.post(form.path, data=sent).status_code == 413


def test_what_is_too_much_is_refused(visitor: TestClient) -> None:
    token = token_on(visitor.get("/rule/R1-a1").text)
    parts = (b"because=" + b"x" * 65536 for _ in range(200))  # without a length that could be looked at
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.post("/rulings", content=parts, headers=form).status_code == 413
    many = {f"field{n}": "x" for n in range(500)}
    assert visitor.post("/rulings", data={"token": token, **many}).status_code == 400


def test_a_shelf_that_is_damaged_is_told_on_a_plain_page(tmp_path: Path) -> None:
    folder = laid_ready(tmp_path / "case", cases.quay().build())
    (folder / "pages.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 9000)
    with client(folder) as visitor:
        for address in ("/", "/S1", "/search?q=lamps", "/pages/M1-p1.jpg", "/case.json"):
            answer = visitor.get(address)
            assert answer.status_code == 503 and "Traceback" not in answer.text
            assert "pages.db" in answer.text
        (folder / "pages.db").unlink()
        assert visitor.get("/").status_code == 503


def test_a_case_that_is_gone_or_cannot_be_laid_ready_is_not_waited_for(tmp_path: Path) -> None:
    folder = laid_ready(tmp_path / "case", cases.quay().build())
    with client(folder) as visitor:
        folder.rename(tmp_path / "elsewhere")
        gone = visitor.get("/S1")
        assert gone.status_code == 503 and "not here any more" in gone.text and WAITS not in gone.text
        (tmp_path / "elsewhere").rename(folder)
        assert visitor.get("/S1").status_code == 200
    (folder / "pages.db").unlink()
    with closing(Desk(folder)) as desk, TestClient(application(desk), HOST) as visitor:
        desk.work.state = State(1, running=True)
        assert WAITS in visitor.get("/").text and BEGINS not in visitor.get("/").text
        desk.work.state = State(1, fault="The disk is full.")
        told = visitor.get("/")
        assert told.status_code == 503 and "The disk is full." in told.text


def test_pages_that_were_deleted_are_laid_ready_anew_by_an_owner(tmp_path: Path) -> None:
    folder = pier(tmp_path)
    users = entrance(folder, file_of_users(tmp_path / "desk.users"))
    with closing(Desk(folder)) as desk, TestClient(application(desk, users), HOST) as visitor:
        log_in(visitor, "Rhea Reader")
        (folder / "pages.db").unlink()
        told = visitor.get("/S1")
        assert told.status_code == 503 and "were deleted" in told.text
        assert BEGINS not in told.text and WAITS in told.text
        visitor.cookies.clear()
        log_in(visitor, "Ona Owner")
        page = lxml.html.fromstring(visitor.get("/S1").text)
        form = page.forms[0]
        assert form.action == "/work"
        assert visitor.post("/work", data=dict(form.form_values())).url.path == "/S1"
        while (state := desk.work.state).running:
            assert desk.work.news(state, 60) != state
        assert visitor.get("/S1").status_code == 200


def test_a_mistake_of_ours_is_told_on_a_plain_page_and_says_nothing_of_it(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(desk: Desk) -> None:
        raise ZeroDivisionError(str(desk.folder))

    monkeypatch.setattr(Desk, "front", mistaken)
    with (
        closing(Desk(case)) as desk,
        TestClient(application(desk), HOST, raise_server_exceptions=False) as visitor,
    ):
        for address in ("/", "/case.json"):
            told = visitor.get(address)
            assert told.status_code == 500 and "Something went wrong" in told.text
            assert str(case) not in told.text and "ZeroDivision" not in told.text
            assert told.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_no_fault_says_where_the_case_lies(tmp_path: Path) -> None:
    folder = laid_ready(tmp_path / "case", cases.quay().build())
    with client(folder) as visitor:
        token = token_on(visitor.get("/").text) or token_on(visitor.get("/publish").text)
        (folder / "pages.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 9000)
        told = [visitor.get(address).text for address in ("/", "/S1", "/case.json", "/pages/M1-p1.jpg")]
        folder.rename(tmp_path / "elsewhere")
        told += [
            visitor.get("/").text,
            visitor.post("/rulings/undo", data={"token": token, "number": "1"}).text,
        ]
        (tmp_path / "elsewhere").rename(folder)
    assert "case/pages.db: " in told[0] and "case: the case is not here" in told[-2]
    assert [each for each in told if str(tmp_path) in each] == []


def test_news_of_the_work_leave_threads_for_pages(visitor: TestClient) -> None:
    app = visitor.app
    app.state.streams.total_tokens = 0  # type: ignore[attr-defined]
    assert visitor.get("/work/events").status_code == 503 and visitor.get("/").status_code == 200
    assert news.STREAMS < 40


# ------------------------------------------------------------ over a port


@pytest.fixture
def port(case: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The workbench as it is served, with little patience."""
    from threading import Thread

    import uvicorn

    for each in (patience, guarding):
        monkeypatch.setattr(each, "PATIENCE", 0.3)
    with closing(Desk(case)) as desk, socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(serving._config(application(desk, Entrance(case)), serving.Serving()))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield int(listener.getsockname()[1])
        server.should_exit = True
        thread.join()


def _said(port: int, sent: bytes) -> bytes:
    """What comes back until the server closes the connection."""
    said = b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as to, suppress(ConnectionError):
        to.sendall(sent)
        while piece := to.recv(65536):
            said += piece
    return said


def test_a_head_that_does_not_end_is_not_waited_for(port: int) -> None:
    assert _said(port, b"") == b""
    assert _said(port, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ") == b""


def test_a_form_that_comes_byte_by_byte_is_not_waited_for(port: int) -> None:
    form = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=0.02) as to:
        to.sendall(b"POST /rulings HTTP/1.1\r\nHost: localhost\r\n" + form)
        said = next(filter(None, (_dripped(to) for _ in range(1000))), b"")
    assert b" 408 " in said


def _dripped(to: socket.socket) -> bytes:
    """What comes back for one byte more; nothing while it is waited for others."""
    with suppress(TimeoutError):
        to.sendall(b"x")
        return to.recv(65536)
    return b""


def test_old_and_broken_http_is_answered_or_refused(port: int) -> None:
    old = _said(port, b"GET /static/mark.svg HTTP/1.0\r\nHost: localhost\r\n\r\n")
    assert old.startswith(b"HTTP/1.1 200") and b"nosniff" in old
    assert b" 421 " in _said(port, b"GET / HTTP/1.0\r\n\r\n")
    assert b" 400 " in _said(port, b"GET / HTTP/1.1\r\n\r\n")
    assert b" 400 " in _said(port, b"\x16\x03\x01 not http at all\r\n\r\n")
    assert b" 200 " not in _said(port, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 1_000_000)
    forwarded = b"Host: evil.example\r\nX-Forwarded-Host: localhost\r\nConnection: close"
    assert b" 421 " in _said(port, b"GET / HTTP/1.1\r\n" + forwarded + b"\r\n\r\n")
