"""Lists that are longer than a page are shown in parts, and nothing in them is lost or told twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from firsthand.dossier import Dossier
from firsthand.dossier.identities import IdentitySheet
from firsthand.dossier.pieces import Shape
from firsthand.dossier.sheets import Claimed, Dispute
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from tests.dossier import cases
from tests.workbench.made import laid_ready
from tests.workbench.visiting import HOST

MANY = 23


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Any]:
    """Lays a dossier ready and gives a browser to it."""
    desks: list[Desk] = []

    def laid(made: Dossier) -> tuple[TestClient, Desk]:
        desks.append(Desk(laid_ready(tmp_path / "case", made)))
        return TestClient(application(desks[0]), HOST), desks[0]

    yield laid
    for each in desks:
        each.close()


def _asking() -> Dossier:
    """A case with many questions who somebody is, and many facts on which records differ."""
    asked = [
        IdentitySheet(f"W{n}", str(n), f"Who is {n}?", "", "open", Shape.WARN, (), (f"Ada {n}",))
        for n in range(1, MANY + 1)
    ]
    sides = (Claimed("one book", "", "May 1"), Claimed("another", "", "May 2"))
    facts = [Dispute(f"X{n}", f"Person {n}", "birth", sides, "") for n in range(1, MANY + 1)]
    return replace(cases.quay().build(), identities=tuple(asked), disputes=tuple(facts))


def test_what_is_open_about_people_begins_before_the_sources_and_goes_on_by_itself(visit: Any) -> None:
    browser, _ = visit(_asking())
    first = browser.get("/people.json").json()
    assert [each["anchor"] for each in first["identities"]] == [f"W{n}" for n in range(1, 11)]
    assert len(first["disputes"]) == 10 and first["counts"] == {"identity": MANY, "dispute": MANY}
    assert "All 23 questions" in browser.get("/people").text
    for part, kind in (("identity", "identities"), ("dispute", "disputes")):
        seen: list[str] = []
        while len(seen) < MANY:
            shown = browser.get(f"/people.json?part={part}&count=10&start={len(seen)}").json()
            assert shown["list"]["total"] == MANY and shown["list"]["kind"] == part
            seen += [each["anchor"] for each in shown[kind]]
        assert len(set(seen)) == MANY
        page = browser.get(f"/people?part={part}&count=10").text
        assert f"part={part}&amp;start=10" in page and "All 23" not in page
    later = browser.get("/people.json?start=1").json()
    assert not later["identities"] and not later["disputes"]


def test_what_was_ruled_is_told_in_parts_the_latest_first(
    visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.workbench.differing.SHOWN", 4)
    browser, desk = visit(cases.lone().build())
    for n in range(10):
        desk.clerk.do(
            lambda case, n=n: case.rule("same", f"Name {n}", f"Word {n}", by="Ann Lee", because="so")
        )
    seen: list[int] = []
    while len(seen) < 10:
        shown = browser.get(f"/rulings.json?start={len(seen)}").json()
        assert shown["total"] == 10 and len(shown["recent"]) <= 4
        seen += [each["number"] for each in shown["recent"]]
    assert seen == list(range(10, 0, -1))
    page = browser.get("/rulings?start=4").text
    assert "5 to 8 of 10" in page and "?start=8" in page and "?start=0" in page


def test_the_same_lines_of_descent_are_told_and_drawn_whatever_part_is_asked_for(visit: Any) -> None:
    browser, _ = visit(cases.crowd().build())
    whole = browser.get("/descent.json?like=a&count=120").json()
    every = [each["anchor"] for each in whole["tellings"]]
    assert 10 < whole["list"]["total"] == len(every) <= 120
    part = browser.get("/descent.json?like=a&start=7&count=5").json()
    assert [each["anchor"] for each in part["tellings"]] == every[7:12]
    assert part["picture"] == whole["picture"] and part["picture"]["boxes"]
