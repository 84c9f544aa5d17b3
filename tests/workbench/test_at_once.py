"""Several people at once, a server that is killed, and words that try to be commands."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Barrier
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import lxml.html
import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.errors import NoRoom
from firsthand.model import Right, Ruling
from firsthand.shelving import Sheets
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from firsthand.workbench.openapi import FORMS
from firsthand.workbench.roles import Role
from tests.workbench.made import pier
from tests.workbench.visiting import HOST, client, entrance, file_of_users, log_in, token_on


def _stands(folder: Path) -> tuple[Ruling, ...]:
    """What is ruled in a case, which is as it was written."""
    with Case.open(folder, Right.READ) as case:
        assert [fault for fault in case.verify() if not fault.harmless] == []
        return case.rulings()


# ------------------------------------------------------------ two at once


def test_two_who_rule_on_one_thing_at_once_are_both_kept_and_shown_to_differ(tmp_path: Path) -> None:
    names = ("Vik Reviewer", "Wim Reviewer")
    folder, start = pier(tmp_path), Barrier(2)
    users = file_of_users(tmp_path / "desk.users", dict.fromkeys(names, Role.REVIEWER))
    desk = Desk(folder)
    app = application(desk, entrance(folder, users))

    def rules(name: str, judgement: str) -> tuple[int, str]:
        with TestClient(app, HOST, follow_redirects=False) as browser:
            assert log_in(browser, name) == 303
            sent = {"token": token_on(browser.get("/rule/R1-a1").text), "on": "R1-a1", "judgement": judgement}
            sent |= {"made": str(browser.get("/rule/R1-a1.json").json()["made"]), "because": f"says {name}"}
            start.wait()
            answer = browser.post("/rulings", data=sent)
            return answer.status_code, answer.text

    with ThreadPoolExecutor(2) as people:
        assert list(people.map(rules, names, ("accept", "reject"))) == [(303, "")] * 2
    with TestClient(app, HOST) as browser:
        log_in(browser, names[0])
        page = browser.get("/rulings").text
    desk.close()
    assert {(each.by, each.judgement) for each in _stands(folder)} == set(
        zip(names, ("accept", "reject"), strict=True)
    )
    assert 'id="differ-J1"' in page and all(f"says {name}" in page for name in names)


def test_who_accepts_what_somebody_rejected_since_differs_and_does_not_reject(tmp_path: Path) -> None:
    folder = pier(tmp_path)
    with client(folder) as owner:
        sent = {"token": token_on(owner.get("/rule/R1-a1").text), "on": "R1-a1", "because": "read it"}
        sent["made"] = str(owner.get("/rule/R1-a1.json").json()["made"])
        assert owner.post("/rulings", data=sent | {"judgement": "reject"}).status_code == 303
        assert owner.post("/rulings", data=sent | {"judgement": "accept"}).status_code == 303
    assert [(each.judgement, len(each.becomes)) for each in _stands(folder)] == [("reject", 0), ("accept", 1)]


def test_a_page_that_is_made_while_the_case_is_laid_anew_is_of_one_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is sent from it would else be taken for things of the trace after, which bear its labels then."""
    folder, found = pier(tmp_path), Sheets.sheet

    def meanwhile(sheets: Sheets, anchor: str) -> object:
        here = found(sheets, anchor)
        with Case.open(folder) as case:
            case.shelve()
        return here

    with client(folder) as owner:
        before = owner.get("/rule/S1.json").json()["made"]
        assert before == owner.get("/rule/S1.json").json()["made"]
        with Case.open(folder, Right.RULE) as case:
            case.rule("undecided", "R1-a1", by="Ada", because="dark")
        monkeypatch.setattr(Sheets, "sheet", meanwhile)
        assert owner.get("/rule/S1.json").json()["made"] == before
        monkeypatch.undo()
        assert owner.get("/rule/S1.json").json()["made"] > before


# ------------------------------------------------------------ where nothing can be written


def test_a_case_on_a_disk_that_can_only_be_read_is_read_and_not_ruled_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, opened = pier(tmp_path), Case.open

    def barred(where: Path, right: Right) -> Case:
        if right is not Right.READ:
            raise NoRoom("this disk is read-only", where=str(where), do="Copy the case")
        return opened(where, right)

    with client(folder) as owner:
        monkeypatch.setattr(Case, "open", barred)
        for page in ("/", "/R1", "/rulings", "/queue", "/log", "/rule/R1-a1"):
            assert owner.get(page).status_code == 200, page
        sent = {"token": token_on(owner.get("/rule/R1-a1").text), "on": "R1-a1", "judgement": "accept"}
        sent["made"] = str(owner.get("/rule/R1-a1.json").json()["made"])
        told = owner.post("/rulings", data=sent)
        assert told.status_code == 503 and "read-only" in told.text
        monkeypatch.undo()
        assert owner.post("/rulings", data=sent).status_code == 303


# ------------------------------------------------------------ killed


class _Stays(HTTPRedirectHandler):
    """Where a page leads is not gone to."""

    def redirect_request(self, *_: object) -> None:
        return None


OPENER = build_opener(_Stays)


@contextmanager
def _serves(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The workbench in a process of its own, and its address."""
    command = [sys.executable, "-m", "firsthand", "serve", str(folder), "--port", "0"]
    silent = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=silent) as process:
        try:
            assert process.stdout
            lines = (re.search(r"http://\S+?:\d+", line) for line in process.stdout)
            yield process, next(found[0] for found in lines if found)
        finally:
            process.kill()


def _get(address: str) -> str:
    for _ in range(100):
        with suppress(HTTPError), OPENER.open(address, timeout=20) as answer:
            return str(answer.read().decode())
        time.sleep(0.1)
    raise AssertionError(address)


def _made(page: str) -> str:
    """The trace that a page is of, as its forms tell it."""
    return str(lxml.html.fromstring(page).xpath("string(//input[@name='made']/@value)"))


def _rules(address: str, page: str, made: str, because: str = "dark") -> bool:
    """Whether a ruling was taken before the server died."""
    sent = {
        "token": token_on(page),
        "made": made,
        "on": "R1-a1",
        "judgement": "undecided",
        "because": because,
    }
    try:
        OPENER.open(Request(f"{address}/rulings", urlencode(sent).encode()), timeout=20).close()
    except HTTPError as answer:
        with answer:
            return answer.code == 303
    except (URLError, ConnectionError, TimeoutError):
        return False
    return False


@pytest.mark.parametrize("after", [0.02, 0.2])
def test_a_server_killed_while_people_rule_loses_nothing_that_it_took(tmp_path: Path, after: float) -> None:
    folder = pier(tmp_path)
    with _serves(folder) as (process, address), ThreadPoolExecutor(2) as people:
        page = _get(f"{address}/rule/R1-a1")
        made = _made(page)
        assert _rules(address, page, made)
        ruled = [people.submit(_rules, address, page, made, f"dark {n}") for n in range(200)]
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        taken = 1 + sum(each.result() for each in ruled)
    assert taken < 201
    kept = _stands(folder)
    assert taken <= len(kept) <= taken + 2  # what was written and not answered any more
    assert [each.number for each in kept] == list(range(1, len(kept) + 1))
    with _serves(folder) as (_, address):
        # It catches up with what was ruled: a page from before that has ended is refused, and asked for anew.
        while not _rules(address, page := _get(f"{address}/rule/R1-a1"), _made(page), "bright"):
            pass
    assert len(_stands(folder)) == len(kept) + 1


# ------------------------------------------------------------ words that try to be commands

COMMANDS = (
    "'; DROP TABLE rulings; --",
    '" OR 1=1 --',
    "{{7777*7}}{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "${7777*7}<%= 7777*7 %>#{7777*7}",
    "</textarea><script>window.stung=1</script>",
    "../../case.db\x00",
    "R1-a1\r\nSet-Cookie: a=b",
    "\ud83d\ude00\u202e" * 40,
)


@pytest.mark.parametrize("words", COMMANDS, ids=range(len(COMMANDS)))
def test_words_that_try_to_be_commands_are_words_in_every_field(words: str, tmp_path: Path) -> None:
    folder = pier(tmp_path)
    words = words.encode("utf-16", "surrogatepass").decode("utf-16")
    with client(folder) as owner:
        token = token_on(owner.get("/rule/R1-a1").text)
        fixed = {"token": token, "made": str(owner.get("/rule/R1-a1.json").json()["made"])}
        usual = {"judgement": "correct", "on": "R1-a1", "because": "heard", "number": "1", "choice": "accept"}
        for form in FORMS:
            for field in form.fields:
                if form.path in ("/work", "/enter", "/leave") or field.name == "made":
                    continue
                known = {each.name: usual[each.name] for each in form.fields if each.name in usual}
                answer = owner.post(form.path, data=known | fixed | {field.name: words})
                assert answer.status_code in (303, 404, 409), (form.path, field.name)
                assert answer.headers.get("location", "/").startswith("/"), (form.path, field.name)
                assert "set-cookie" not in answer.headers
        same = {"judgement": "different", "on": [words, "Bo Ek"], "because": words}
        owner.post("/rulings", data=fixed | same)
        for page in ("/rulings", "/rule/R1-a1", "/R1", "/queue", "/people", "/method"):
            told = owner.get(page)
            assert told.status_code == 200 and "<script>window" not in told.text, page
            assert "54439" not in told.text, page
    assert len(_stands(folder)) >= 1


@pytest.mark.parametrize("name", COMMANDS[:5], ids=range(5))
def test_the_name_of_a_user_is_a_name(name: str, tmp_path: Path) -> None:
    folder = pier(tmp_path)
    door = entrance(folder, file_of_users(tmp_path / "desk.users", {name: Role.REVIEWER}))
    with client(folder, door) as user:
        assert log_in(user, name) == 303
        page = user.get("/rule/R1-a1").text
        assert lxml.html.fromstring(page).xpath("string(//form[@action='/leave']/bdi)") == name
        sent = {"token": token_on(page), "made": str(user.get("/rule/R1-a1.json").json()["made"])}
        assert user.post("/rulings", data={**sent, "judgement": "accept", "on": "R1-a1"}).status_code == 303
        assert "<script>window" not in user.get("/rulings").text
    assert [each.by for each in _stands(folder)] == [name]
