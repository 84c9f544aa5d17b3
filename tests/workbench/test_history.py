"""What changed since the trace before, and the log, as pages and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.workbench.acts import ACTS, isolated
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from tests.workbench.made import HEAD, PIER, pier
from tests.workbench.visiting import HOST


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[TestClient]:
    """A case in which a ruling was made and a report received after the first trace."""
    folder = pier(tmp_path)
    with Case.open(folder) as made:
        made.rule("reject", "R1-a2", by="Ada", because="a caption")
    (tmp_path / "pier" / "3.txt").write_text(HEAD.format("Coast Mail", 3, "en", PIER), "utf-8")
    with Case.open(folder) as made:
        made.add(tmp_path / "pier")
        made.trace()
        made.shelve()
        made.rule("accept", "R1-a1", by="Ada")
    desk = Desk(folder)
    with TestClient(application(desk), HOST, follow_redirects=False) as opened:
        yield opened
    desk.close()


def test_what_is_new_stands_with_where_it_stands(visitor: TestClient) -> None:
    told = visitor.get("/changes.json").json()
    kinds = [each["what"] for each in told["changes"]]
    assert kinds[0] == "new record" and told["changes"][0]["to"] == "R3"
    assert "ruling" in kinds or "confirmed" in kinds
    assert [each["number"] for each in told["recent"]] == [2]
    page = visitor.get("/changes").text
    assert "R3 was received" in page and "Not traced yet" in page and 'href="/J1"' in page
    assert "changed since the trace before" in visitor.get("/").text
    only = visitor.get("/changes.json", params={"state": "new record"}).json()["changes"]
    assert [each["to"] for each in only] == ["R3"]


def test_after_the_first_trace_nothing_stands_before_it(tmp_path: Path) -> None:
    desk = Desk(pier(tmp_path))
    with TestClient(application(desk), HOST) as opened:
        assert opened.get("/changes.json").json()["changes"] == []
        assert "first trace" in opened.get("/changes").text and "changed since" not in opened.get("/").text
    desk.close()


def test_the_log_is_shown_newest_first_in_parts_and_by_what_was_done(visitor: TestClient) -> None:
    whole = visitor.get("/log.json", params={"count": "500"}).json()
    numbers = [each["number"] for each in whole["rows"]]
    assert numbers == list(range(len(numbers), 0, -1)) and whole["total"] == len(numbers)
    part = visitor.get("/log.json", params={"start": "2", "count": "3"}).json()
    assert part["rows"] == whole["rows"][2:5]
    ruled = visitor.get("/log.json", params={"action": "ruling made"}).json()
    assert [each["to"] for each in ruled["rows"]] == ["", "J1"] and ruled["total"] == 2
    read = visitor.get("/log.json", params={"action": "record read"}).json()["rows"]
    assert [each["to"] for each in read] == ["R3", "R2", "R1"]
    since = visitor.get("/log.json", params={"since": str(numbers[2])}).json()
    assert [each["number"] for each in since["rows"]] == numbers[:2]
    assert not any("sha256" in each["detail"] for each in ruled["rows"])


def test_parts_of_the_log_lead_to_one_another(visitor: TestClient) -> None:
    page = visitor.get("/log", params={"start": "3", "count": "3"}).text
    assert 'rel="prev" href="?start=0&amp;count=3"' in page
    assert 'rel="next" href="?start=6&amp;count=3"' in page


def test_the_log_is_told_in_words_for_people(visitor: TestClient) -> None:
    page = lxml.html.fromstring(visitor.get("/log", params={"count": "500"}).text)
    told = page.xpath("//ol[contains(@class, 'log')]/li")
    said = " ".join(each.text_content() for each in told)
    assert "A ruling was made" in said and "The case was traced" in said and "A record was read" in said
    assert not [action for action in ACTS if f" {action}" in said or said.startswith(action)]
    assert "from inputs" not in said
    details = [bdi.text_content() for each in told for bdi in each.xpath(".//div/p[1]//bdi")]
    assert not re.search("[0-9a-f]{20}", " ".join(details))
    assert page.xpath("//option[@value='ruling made']")[0].text.startswith("A ruling was made")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“قال” and <b>", "“<bdi>قال</bdi>” and &lt;b&gt;"),
        ("“a “b” c”", "“a “<bdi>b</bdi>” c”"),
        ("plain", "plain"),
    ],
)
def test_what_is_quoted_runs_in_its_own_direction(words: str, shown: str) -> None:
    assert isolated(words) == shown
