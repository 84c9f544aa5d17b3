"""The addresses that give JSON or take a form hold to their description, whatever is asked or sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from starlette.applications import Starlette
from starlette.testclient import TestClient

from firsthand.workbench.app import application
from firsthand.workbench.describing import PAGES
from firsthand.workbench.desk import Desk
from firsthand.workbench.doors import Door
from firsthand.workbench.openapi import FORMS, openapi
from tests.dossier import cases
from tests.workbench.made import laid_ready, pier
from tests.workbench.visiting import client, entrance, file_of_users, log_in, token_on

TOLD = openapi()
# The token is in a header here; beside it these have nothing, or the page to go to.
FREE = {form.path for form in FORMS if {field.name for field in form.fields} <= {"back"}}
ASKED = [
    (address, method, mode)
    for address, methods in TOLD["paths"].items()
    for method, told in methods.items()
    for mode in GenerationMode
    # Where there is nothing to fill in nothing can be wrong.
    if mode is GenerationMode.POSITIVE or told.get("parameters") or (method == "post" and address not in FREE)
]
ANCHORS = ("S1", "R1", "R1-a1", "P1", "D1", "M1", "L1")
HOST = "testserver"  # as schemathesis calls every application


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    folder = tmp_path_factory.mktemp("case")
    desk = Desk(laid_ready(folder / "case", cases.quay().build()))
    desk.work.start = lambda *_: True  # type: ignore[method-assign]  # pages stay as they were made by hand
    door = entrance(desk.folder, file_of_users(folder / "desk.users"), names=(HOST,))
    yield application(desk, door)
    desk.close()


@pytest.fixture
def owner(served: Starlette) -> Iterator[TestClient]:
    with TestClient(served, f"http://{HOST}", follow_redirects=False) as made:
        assert log_in(made, "Ona Owner") == 303
        yield made


@pytest.mark.parametrize(("address", "method", "mode"), ASKED)
def test_every_answer_is_as_described(
    served: Starlette, owner: TestClient, address: str, method: str, mode: GenerationMode
) -> None:
    how = {
        "headers": {"X-Firsthand-Token": token_on(owner.get("/").text), "Accept": "application/json"},
        "cookies": dict(owner.cookies),
    }
    made = owner.get("/rule/S1.json").json()["made"]
    schema = schemathesis.openapi.from_asgi("/openapi.json", served, **how)
    operation = schema[address][method]

    @settings(
        max_examples=8,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def asked(case: Any) -> None:
        if isinstance(case.body, dict) and "made" in case.body:
            case.body["made"] = made  # else what is said of all else is never come to
        case.call_and_validate(**how, allow_redirects=False)

    asked()


# ------------------------------------------------------------ forms


def test_every_door_that_takes_a_form_is_described(served: Starlette) -> None:
    doors = {each.path for each in served.routes if isinstance(each, Door) and "POST" in (each.methods or ())}
    told = {address for address, methods in TOLD["paths"].items() if "post" in methods}
    assert doors == told == {form.path for form in FORMS}


def test_every_field_on_a_page_is_described(tmp_path: Path) -> None:
    fields = {form.path: {"token", *(field.name for field in form.fields)} for form in FORMS}
    seen: set[tuple[str, str]] = set()
    folder = pier(tmp_path)
    with client(folder, entrance(folder, file_of_users(tmp_path / "desk.users"))) as owner:
        log_in(owner, "Ona Owner")
        for page in dict.fromkeys(each.path.replace("{anchor}", name) for each in PAGES for name in ANCHORS):
            answer = owner.get(page)
            forms = lxml.html.fromstring(answer.content).forms if answer.content else []
            sent = [form for form in forms if form.method == "POST"]
            seen |= {
                (form.action, str(name))
                for form in sent
                for name in form.xpath(".//*[not(self::output)]/@name")
            }
    assert {(action, name) for action, name in seen if name not in fields[action]} == set()
    assert {("/rulings", "hand-order"), ("/queue", "proposal"), ("/leave", "token")} <= seen


def test_what_is_done_is_told_as_described(tmp_path: Path) -> None:
    with client(pier(tmp_path)) as reviewer:
        sent = {"token": token_on(reviewer.get("/rule/R1-a1").text), "because": "I was there"}
        made = str(reviewer.get("/rule/R1-a1.json").json()["made"])
        _told(reviewer, "/rulings", sent | {"judgement": "accept", "on": "R1-a1", "made": made})
        _told(reviewer, "/rulings/undo", sent | {"number": "1"})
        first = reviewer.get("/queue.json").json()["open"][0]
        choice = {"proposal": first["anchor"], "judgement": first["choices"][0][0], "made": made}
        _told(reviewer, "/queue", sent | choice)
        jsonschema.validate(reviewer.get("/work.json").json(), _schema("/work.json", "get", "200"))


def _told(reviewer: TestClient, address: str, sent: dict[str, str]) -> None:
    answer = reviewer.post(address, data=sent, headers={"Accept": "application/json"})
    assert answer.status_code == 201, answer.text
    jsonschema.validate(answer.json(), _schema(address, "post", "201"))


def _schema(address: str, method: str, status: str) -> dict[str, Any]:
    told = TOLD["paths"][address][method]["responses"][status]["content"]["application/json"]["schema"]
    return {**told, "components": TOLD["components"]}
