"""Every page answers, as HTML and as JSON; links lead somewhere; nothing foreign is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.workbench.describing import PAGES
from firsthand.workbench.openapi import openapi
from tests.dossier import cases
from tests.workbench.made import laid_ready
from tests.workbench.visiting import client as browser

MADE = cases.quay().build()
SHEETS = [
    each.anchor
    for found in (
        MADE.statements,
        MADE.reports,
        MADE.sources,
        MADE.records,
        MADE.disputes,
        MADE.picture.tellings,
    )
    for each in found  # type: ignore[attr-defined]
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = laid_ready(tmp_path_factory.mktemp("case"), MADE)
    with browser(folder) as made:
        yield made


RULED = [f"/rule/{a}.json" for a in (MADE.reports[0].tags[0].anchor, "S1", "D1", MADE.sources[0].anchor)]
PLAIN = [page for page in PAGES if "{" not in page.path]


@pytest.mark.parametrize("page", PLAIN, ids=lambda p: p.name)
def test_each_page_answers_in_both_ways(page: Any, client: TestClient) -> None:
    html = client.get(page.path)
    assert html.status_code == 200 and html.headers["content-type"].startswith("text/html")
    assert client.get(page.json).headers["content-type"] == "application/json"


@pytest.mark.parametrize("start", ["-1", "x", "", "1e3", "٣", "9" * 5000])
def test_a_number_that_is_none_is_told(start: str, client: TestClient) -> None:
    answer = client.get("/statements.json", params={"start": start})
    assert answer.status_code == 400
    assert "start" in answer.json()["what"]
    assert client.get("/log?since=").status_code == 200, "a field of a form that is left empty"


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [("PUT", "/publish", "GET, HEAD, POST"), ("GET", "/work", "POST"), ("PUT", "/log", "GET, HEAD")],
)
def test_what_is_not_for_that_says_what_it_is_for(
    method: str, address: str, allowed: str, client: TestClient
) -> None:
    answer = client.request(method, address)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


def _described() -> dict[str, Any]:
    return openapi()


@pytest.mark.parametrize("address", [*(page.json for page in PLAIN), *(f"/{a}.json" for a in SHEETS), *RULED])
def test_json_is_as_it_is_described(address: str, client: TestClient) -> None:
    told = _described()
    path = address if address in told["paths"] else re.sub(r"[A-Z]\d+[^/]*(?=\.json)", "{anchor}", address)
    schema = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(client.get(address).json(), {**schema, "components": told["components"]})


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = {page.path for page in PLAIN} | {f"/{anchor}" for anchor in SHEETS}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = client.get(address)
        if answer.status_code == 303:
            waiting |= {answer.headers["location"].split("#")[0]} - seen
            continue
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            page = lxml.html.fromstring(answer.text)
            links = page.xpath("//a/@href|//image/@href|//link/@href|//script/@src")
            assert all(link.startswith(("/", "#", "?", "http")) for link in links), address
            waiting |= {link.split("#")[0] for link in links if link.startswith("/")} - seen
    assert len(seen) > 30


def test_a_passage_and_a_line_lead_to_where_they_stand(client: TestClient) -> None:
    report = MADE.reports[0]
    assert (
        client.get(f"/{report.tags[0].anchor}").headers["location"]
        == f"/{report.anchor}#{report.tags[0].anchor}"
    )
    line = MADE.records[0].lines[0].anchor
    assert client.get(f"/{line}").headers["location"] == f"/{MADE.records[0].anchor}#{line}"


@pytest.mark.parametrize(
    "address", ["/S99999", "/nothing", "/..%2f..%2fcase.db", "/pages/..%2fcase.db.jpg", "/B1"]
)
def test_what_is_not_there_is_said(address: str, client: TestClient) -> None:
    answer = client.get(address)
    assert answer.status_code == 404 and "Traceback" not in answer.text


def test_before_anything_is_laid_ready_that_is_said(tmp_path: Path) -> None:
    Case.create(tmp_path / "case").close()
    with browser(tmp_path / "case") as client:
        for address in ("/", "/case.json", "/S1"):
            answer = client.get(address)
            assert answer.status_code in (503, 404)
        assert client.get("/").headers["retry-after"] == "2"


def test_nothing_may_run_or_be_loaded_but_ours(client: TestClient) -> None:
    for address in ("/", "/S1", "/nothing", "/openapi.json", "/static/workbench.js"):
        policy = client.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy


def test_no_page_has_styles_or_scripts_of_its_own(client: TestClient) -> None:
    for address in (*(page.path for page in PLAIN), *(f"/{anchor}" for anchor in SHEETS)):
        page = lxml.html.fromstring(client.get(address).text)
        assert not page.xpath("//*[@style]|//style|//script[not(@src)]|//*[@onclick]"), address


def test_what_is_searched_for_is_shown_as_it_was_typed(client: TestClient) -> None:
    answer = client.get("/search", params={"q": '<img src=x onerror="alert(1)">'})
    assert "<img" not in answer.text and "&lt;img" in answer.text
