"""Who comes in, and who does not: passwords, sessions, roles, and what other sites send."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient

from firsthand.workbench.describing import PAGES
from firsthand.workbench.doors import Door, inside
from firsthand.workbench.entering import WRONG
from firsthand.workbench.entrance import FREE, NO_USERS
from firsthand.workbench.openapi import FORMS
from firsthand.workbench.roles import Role
from tests.dossier import cases
from tests.workbench.made import laid_ready
from tests.workbench.visiting import (
    EVERYBODY,
    HOST,
    PASSWORD,
    client,
    entrance,
    file_of_users,
    log_in,
    token_on,
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    laid_ready(folder, cases.quay().build())
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return file_of_users(tmp_path / "desk.users")


@pytest.fixture
def visitor(case: Path, file: Path) -> Iterator[TestClient]:
    with client(case, entrance(case, file)) as made:
        yield made


def test_every_door_says_who_may_come_in(visitor: TestClient) -> None:
    app = visitor.app
    assert isinstance(app, Starlette)
    assert all(isinstance(route, Door) for route in app.routes)
    open_to_all = {route.path for route in app.routes if isinstance(route, Door) and route.needs is None}
    assert open_to_all == {"/enter", "/static/{name}"}


@pytest.mark.parametrize("name", ["", *EVERYBODY])
def test_nobody_passes_a_door_that_is_for_others(name: str, visitor: TestClient) -> None:
    role = EVERYBODY.get(name)
    token = token_on(visitor.get("/enter").text)
    if role:
        log_in(visitor, name)
        token = token_on(visitor.get("/").text)
    app = visitor.app
    assert isinstance(app, Starlette)
    doors = [each for each in app.routes if isinstance(each, Door) and each.needs is not None]
    closed = [each for each in doors if role is None or not role.may(each.needs or Role.READER)]
    assert len(closed) == len(doors) if role is None else bool(closed) == (role is not Role.OWNER)
    for door in closed:
        for method in (door.methods or set()) - {"HEAD"}:
            to, how = door.path.replace("{anchor}", "R1-a1"), {"token": token} if method == "POST" else None
            answer = visitor.request(method, to, data=how, headers={"Accept": "application/json"})
            assert answer.status_code == (403 if role else 401), (method, to)


def test_nothing_is_shown_before_one_is_in(visitor: TestClient) -> None:
    for page in PAGES:
        address = page.path.replace("{anchor}", "S1")
        shown, json = visitor.get(address, params={"q": "ü"}), visitor.get(f"{address}x.json")
        assert shown.status_code == 303 and shown.headers["location"].startswith("/enter?to=/")
        assert json.status_code == 401 and json.json() == {"what": "Log in first."}
    assert visitor.get("/pages/M1-p1.jpg").status_code == 303
    assert visitor.get("/openapi.json").status_code == 401


def test_one_goes_on_to_where_one_wanted_to_go(visitor: TestClient) -> None:
    wanted = visitor.get("/statements?start=2&like=a%20b").headers["location"]
    page = visitor.get(wanted).text
    sent = {"name": "Rhea Reader", "password": PASSWORD, "token": token_on(page)}
    to = page.split('name="to" value="')[1].split('"')[0].replace("&amp;", "&")
    answer = visitor.post("/enter", data={**sent, "to": to})
    assert answer.headers["location"] == "/statements?start=2&like=a%20b"
    assert visitor.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:x",
        "",
        "\\/evil.example",
        "/\t/evil",
    ],
)
def test_nobody_is_sent_to_another_site(address: str, visitor: TestClient) -> None:
    assert inside(address) == "/"
    token = token_on(visitor.get("/enter").text)
    sent = {"name": "Rhea Reader", "password": PASSWORD, "to": address, "token": token}
    assert visitor.post("/enter", data=sent).headers["location"] == "/"


def test_the_cookie_is_for_this_site_and_no_script(visitor: TestClient) -> None:
    token = token_on(visitor.get("/enter").text)
    before = dict(visitor.cookies)
    sent = {"name": "Ona Owner", "password": PASSWORD, "token": token}
    cookie = visitor.post("/enter", data=sent).headers["set-cookie"]
    assert (
        "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/" in cookie and "Secure" not in cookie
    )
    assert dict(visitor.cookies) != before  # the id from before logging in opens nothing


def test_over_https_the_cookie_is_never_sent_in_the_open(case: Path, file: Path) -> None:
    with client(case, entrance(case, file)) as visitor:
        visitor.base_url = "https://localhost"  # type: ignore[assignment]
        assert "Secure" in visitor.get("/enter").headers["set-cookie"]


def test_unknown_names_and_wrong_passwords_have_one_answer(visitor: TestClient) -> None:
    token = token_on(visitor.get("/enter").text)
    said = set()
    for name in ("Rhea Reader", "No Such Person", "", "x" * 3000):
        answer = visitor.post("/enter", data={"name": name, "password": "wrong", "token": token})
        assert answer.status_code == 403 and WRONG in answer.text
        said.add(answer.text.replace(f'"{name}"', '""').replace(" autofocus", ""))
    assert len(said) == 1


@pytest.mark.parametrize("name", ["Rhea Reader", "No Such Person"])
def test_guessing_grows_slow_and_the_right_password_has_to_wait_too(name: str, visitor: TestClient) -> None:
    for _ in range(FREE + 1):
        assert log_in(visitor, name, "wrong") == 403
    assert log_in(visitor, name) == 429
    assert log_in(visitor, "Ona Owner") == 303


def test_logging_out_ends_the_session_and_not_only_the_cookie(visitor: TestClient) -> None:
    assert log_in(visitor, "Rhea Reader") == 303
    kept = dict(visitor.cookies)
    token = token_on(visitor.get("/").text)
    assert visitor.get("/leave").status_code in (303, 404, 405)
    assert visitor.get("/").status_code == 200
    assert visitor.post("/leave", data={"token": token}).status_code == 303
    visitor.cookies.update(kept)
    assert visitor.get("/").status_code == 303


@pytest.mark.parametrize("left", [{}, {"Rhea Reader": Role.OWNER}])
def test_a_session_ends_with_the_user_or_the_role(
    left: dict[str, Role], visitor: TestClient, file: Path
) -> None:
    assert log_in(visitor, "Rhea Reader") == 303 and visitor.get("/").status_code == 200
    file_of_users(file, {"Ona Owner": Role.OWNER, **left})
    assert visitor.get("/").status_code == 303
    file_of_users(file)
    assert visitor.get("/").status_code == 303


def test_news_end_with_the_user_where_no_page_is_asked_for(case: Path, file: Path) -> None:
    door = entrance(case, file)
    with client(case, door) as visitor:
        log_in(visitor, "Rhea Reader")
        cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    asks = Request({"type": "http", "headers": [(b"cookie", cookie.encode())]})
    assert door.is_in(asks)
    file_of_users(file, {"Ona Owner": Role.OWNER})
    assert not door.is_in(asks)


def test_without_the_file_nobody_is_in_and_that_is_said(visitor: TestClient, file: Path) -> None:
    assert log_in(visitor, "Rhea Reader") == 303
    file.write_text("{", "utf-8")
    assert visitor.get("/").status_code == 503 and NO_USERS in visitor.get("/").text
    assert visitor.post("/enter", data={"name": "a", "password": "b"}).status_code in (403, 503)


FORGERIES = {
    "no token": {},
    "no such token": {"token": "0" * 64},
    "no text": {"token": "\u202eé"},
    "empty": {"token": ""},
}


@pytest.mark.parametrize("sent", FORGERIES.values(), ids=FORGERIES)
@pytest.mark.parametrize("address", [form.path for form in FORMS])
def test_nothing_is_taken_without_the_token_of_the_session(
    sent: dict[str, str], address: str, visitor: TestClient
) -> None:
    log_in(visitor, "Ona Owner")
    answer = visitor.post(address, data={"name": "Ona Owner", "password": PASSWORD, **sent})
    assert answer.status_code == 403 and "Load the page again" in answer.text
    assert visitor.get("/").status_code == 200


def test_a_token_of_another_session_is_worth_nothing(case: Path, file: Path) -> None:
    door = entrance(case, file)
    with client(case, door) as one, client(case, door) as other:
        log_in(one, "Ona Owner")
        log_in(other, "Vik Reviewer")
        stolen = token_on(other.get("/").text)
        assert one.post("/leave", data={"token": stolen}).status_code == 403
        assert one.post("/leave", headers={"X-Firsthand-Token": stolen}).status_code == 403
        own = token_on(one.get("/").text)
        assert one.post("/leave", headers={"X-Firsthand-Token": own}).status_code == 303
        log_in(one, "Ona Owner")
        assert one.post("/leave", data={"token": own}).status_code == 403  # of the session before


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_nothing_is_taken_from_another_site(headers: dict[str, str], visitor: TestClient) -> None:
    log_in(visitor, "Ona Owner")
    token = token_on(visitor.get("/").text)
    assert visitor.post("/leave", data={"token": token}, headers=headers).status_code == 403
    ours = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
    assert visitor.post("/leave", data={"token": token}, headers=ours).status_code == 303


def test_the_local_owner_needs_a_token_too(case: Path) -> None:
    with client(case) as local, client(case) as another:
        assert "Log out" not in local.get("/").text
        meta = 'name="token" content="'
        ours, theirs = (page.get("/").text.split(meta)[1].split('"')[0] for page in (local, another))
        assert ours != theirs


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_page_says_who_one_is(name: str, visitor: TestClient) -> None:
    log_in(visitor, name)
    assert name in visitor.get("/").text and EVERYBODY[name] in visitor.get("/").text
