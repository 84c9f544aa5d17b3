"""People who differ stand side by side, and a third ruling settles it; what lost its place is listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.model import Right, conflicts
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from firsthand.workbench.differing import EFFECTS
from firsthand.workbench.entrance import Entrance
from tests.workbench.made import pier
from tests.workbench.visiting import HOST, client, entrance, file_of_users, log_in, token_on


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Ada and Bo differ on a passage."""
    folder = pier(tmp_path)
    with Case.open(folder) as made:
        made.rule("accept", "R1-a1", by="Ada")
        made.rule("reject", "R1-a1", by="Bo", because="a caption")
    return folder


def _as(case: Path, name: str) -> Iterator[TestClient]:
    desk = Desk(case)
    with TestClient(application(desk, Entrance(case, name)), HOST, follow_redirects=False) as made:
        yield made
    desk.close()


@pytest.fixture
def third(case: Path) -> Iterator[TestClient]:
    yield from _as(case, "Ona")


def _settle(reviewer: TestClient, **fields: str) -> tuple[int, str]:
    sent = {"token": token_on(reviewer.get("/rulings").text), "because": "I asked them", "number": "1"}
    answer = reviewer.post("/rulings/settle", data={**sent, "back": "/rulings", **fields})
    return answer.status_code, answer.text


def _left(case: Path) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The last ruling, and what it settles; people do not differ any more."""
    with Case.open(case, Right.READ) as made:
        assert not conflicts(made.rulings())
        return tuple((each.judgement, each.settles) for each in made.rulings()[2:])


def test_those_who_differ_stand_side_by_side_with_what_each_would_change(third: TestClient) -> None:
    (group,) = third.get("/rulings.json").json()["differing"]
    assert [(s["by"], s["judgement"]) for s in group["sides"]] == [("Ada", "accept"), ("Bo", "reject")]
    assert all(side["effect"] in EFFECTS.values() for side in group["sides"])
    assert {row["anchor"] for row in group["touches"]} >= {"R1"}
    page = third.get("/rulings").text
    assert 'id="differ-J1"' in page and "a caption" in page
    assert "to settle" in third.get("/").text


def test_those_who_decide_the_same_stand_together(case: Path) -> None:
    with Case.open(case) as made:
        for name in ("Cy", "Di"):
            made.rule("reject", "R1-a1", by=name, because=f"{name} looked")
    for ona in _as(case, "Ona"):
        (group,) = ona.get("/rulings.json").json()["differing"]
        assert [side["alike"] for side in group["sides"]] == [1, 2, 2, 2]
        page = lxml.html.fromstring(ona.get("/rulings").text)
        assert len(page.xpath("//div[@class='rival']")) == 2
        assert page.xpath("//input[@name='choice'][starts-with(@value, 'J')]/@value") == ["J1", "J2"]
        said = page.xpath("//div[@class='rival']")[1].text_content()
        assert "Cy looked" in said and "Di looked" in said and "a caption" in said
        assert _settle(ona, choice="J2")[0] == 303
    assert _left(case)[-1] == ("reject", (1, 2, 3, 4))


@pytest.mark.parametrize(("choice", "judgement"), [("J1", "accept"), ("J2", "reject"), ("undecided",) * 2])
def test_a_third_settles_as_one_of_them_or_otherwise(
    choice: str, judgement: str, third: TestClient, case: Path
) -> None:
    assert _settle(third, choice=choice)[0] == 303
    assert third.get("/rulings.json").json()["differing"] == []
    assert "to settle" not in third.get("/").text
    assert _left(case) == ((judgement, (1, 2)),)
    assert _settle(third, choice=choice)[0] == 409


def test_who_gives_in_ends_it_and_settles_nothing(case: Path) -> None:
    for ada in _as(case, "Ada"):
        assert _settle(ada, choice="J2")[0] == 303
    assert _left(case) == (("reject", ()),)


@pytest.mark.parametrize(
    "fields", [{"choice": "frobnicate"}, {"choice": ""}, {"choice": "J7"}, {"number": "2"}]
)
def test_what_settles_nothing_is_refused(fields: dict[str, str], third: TestClient) -> None:
    status, told = _settle(third, **fields)
    assert status == 409 and "Traceback" not in told
    assert len(third.get("/rulings.json").json()["differing"]) == 1


def test_a_reader_settles_nothing(case: Path, tmp_path: Path) -> None:
    with client(case, entrance(case, file_of_users(tmp_path / "desk.users"))) as rhea:
        assert log_in(rhea, "Rhea Reader") == 303
        page = rhea.get("/rulings")
        assert "a caption" in page.text and "Settle" not in page.text
        assert _settle(rhea, choice="J1")[0] == 403


def test_the_queue_leads_to_where_it_is_settled(third: TestClient, case: Path) -> None:
    with Case.open(case) as made:
        made.trace()
        made.shelve()
    first = third.get("/queue.json").json()["open"][0]
    assert first["choices"] == [] and first["proposal"]["to"] == ["J1", "J2"]
    assert 'href="/rulings#differ-J1"' in third.get("/queue").text


def test_a_ruling_that_lost_its_place_leads_to_where_it_may_be_meant_and_is_undone(tmp_path: Path) -> None:
    folder = pier(tmp_path)
    with Case.open(folder) as made:
        found = made.rule("different", "R1-a1", "R1-a2", by="Ada", because="two things")
        made.rule("reject", "R1-a1", by="Ada", because="a caption")
        assert [each.ruling for each in made.orphans()] == [found]  # nothing is read at R1-a1 any more
        made.trace()
        made.shelve()
    for ada in _as(folder, "Ada"):
        (lost,) = ada.get("/rulings.json").json()["lost"]
        assert lost["ruling"]["number"] == 1 and set(lost["anew"]) <= set(lost["at"])
        page = ada.get("/rulings").text
        for anchor in lost["anew"]:
            assert f'href="/rule/{anchor}"' in page
            assert ada.get(f"/rule/{anchor}").status_code == 200
        sent = {"token": token_on(page), "number": "1", "because": "ruled anew"}
        assert ada.post("/rulings/undo", data=sent).status_code == 303
        assert ada.get("/rulings.json").json()["lost"] == []


def test_where_people_differ_is_told_once_and_as_no_contradiction_when_it_is_traced(case: Path) -> None:
    with Case.open(case) as made:
        made.trace()
        made.shelve()
        assert len(made.contradictions()) == 1
    for ona in _as(case, "Ona"):
        page = ona.get("/rulings").text
        assert "a caption" in page and "contradiction" not in page
