"""A team whose tables are on a server: the connection that is lost, and two workbenches over one case."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import psycopg
import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.casefile import address
from firsthand.model import Right, Ruling
from firsthand.workbench.app import application
from firsthand.workbench.clerk import Clerk
from firsthand.workbench.desk import Desk
from tests.workbench.made import pier
from tests.workbench.visiting import HOST, client, token_on

LOST = "connection"


@pytest.fixture
def folder(tmp_path: Path, postgresql: str) -> Path:
    return pier(tmp_path, postgresql)


@pytest.fixture
def visitor(folder: Path) -> Iterator[TestClient]:
    with client(folder) as made:
        yield made


def _rules(visitor: TestClient, because: str = "dark", judgement: str = "undecided") -> int:
    page = visitor.get("/rule/R1-a1")
    sent = {"token": token_on(page.text), "made": str(visitor.get("/rule/R1-a1.json").json()["made"])}
    sent |= {"on": "R1-a1", "judgement": judgement, "because": because}
    return visitor.post("/rulings", data=sent).status_code


def _told(visitor: TestClient) -> str:
    """The page with the rulings as they are in the tables, or why they cannot be told."""
    return visitor.get("/rulings").text


def _stands(folder: Path) -> tuple[Ruling, ...]:
    with Case.open(folder, Right.READ) as case:
        assert case.verify() == ()
        return case.rulings()


def _sever(folder: Path) -> None:
    """The server ends every connection, as when it starts anew."""
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'firsthand'"
    with psycopg.connect(address.read(folder).url, autocommit=True) as server:
        server.execute(end)


def test_a_lost_connection_is_told_once_and_the_next_ruling_is_taken(
    visitor: TestClient, folder: Path
) -> None:
    assert _rules(visitor, "before") == 303
    _sever(folder)
    assert LOST in _told(visitor)
    assert _rules(visitor, "after") == 303
    assert [each.because for each in _stands(folder)] == ["before", "after"]


def test_who_reads_needs_no_server_and_sees_what_was_ruled_until_then(
    visitor: TestClient, folder: Path
) -> None:
    assert _rules(visitor, "it was dark") == 303
    at = address.read(folder)
    _sever(folder)
    address.write(folder, address.Address(at.url.replace("host=/", "host=/nowhere/"), at.schema))
    for page in ("/", "/R1", "/statements", "/rule/R1-a1"):
        answer = visitor.get(page)
        assert answer.status_code == 200, page
    assert "it was dark" in answer.text
    assert visitor.get("/rulings").status_code == 503
    assert _rules(visitor) == 503
    address.write(folder, at)
    assert _rules(visitor, "light again") == 303
    assert [each.because for each in _stands(folder)] == ["it was dark", "light again"]


def test_what_was_begun_when_the_connection_was_lost_is_not_half_written(
    visitor: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firsthand.casefile import database

    inserted = database._insert

    def severed(*given: object) -> None:
        inserted(*given)  # type: ignore[arg-type]
        _sever(folder)

    monkeypatch.setattr(database, "_insert", severed)
    assert _rules(visitor) == 503
    monkeypatch.undo()
    assert _stands(folder) == ()
    assert _rules(visitor) == 303
    assert [each.number for each in _stands(folder)] == [1]


def test_what_is_ruled_on_one_workbench_is_seen_on_the_other(visitor: TestClient, folder: Path) -> None:
    with client(folder) as other:
        assert _rules(other, "from there") == 303 and _rules(visitor, "from here") == 303
        for each in (visitor, other):
            page = each.get("/R1").text
            assert "from there" in page and "from here" in page
    assert [each.number for each in _stands(folder)] == [1, 2]


def test_what_is_traced_on_one_machine_is_shown_on_the_other(visitor: TestClient, folder: Path) -> None:
    there = folder.with_name("there.case")
    shutil.copytree(folder, there)
    with closing(Desk(there)) as desk, TestClient(application(desk), HOST) as other:
        assert _rules(visitor, "from here", "reject") == 303
        with Case.open(folder) as case:
            case.trace()
            case.shelve()
        for _ in range(2):  # that the log went on is seen with the first page, and followed with the next
            told = other.get("/rulings").text
        assert "It takes effect when the case is traced next" in told
        while (state := desk.work.state).running:
            assert desk.work.news(state, 60) != state
        assert (desk.work.state.round, desk.work.state.fault) == (1, "")
        assert [each["because"] for each in other.get("/rulings.json").json()["rulings"]] == ["from here"]
        assert other.get("/rulings").status_code == 200 and desk.work.state.round == 1


def test_readers_of_a_case_that_does_not_answer_hold_up_nobody_who_rules(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that went away without a word is found out after a minute; what was asked until then is not
    asked of it one after another when it is back."""
    clerk, looks, back = Clerk(folder), [], Event()
    clerk.rulings()
    entries = Case.entries

    def hangs(case: Case) -> int:
        looks.append(case)
        assert back.wait(60)
        return int(entries.fget(case))  # type: ignore[attr-defined]

    monkeypatch.setattr(Case, "entries", property(hangs))
    assert [clerk.known() for _ in range(20)] == [()] * 20
    back.set()
    clerk.rulings()
    clerk.close()
    assert len(looks) == 2
