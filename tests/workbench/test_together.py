"""Three people at once in browsers of their own, on a case whose tables are on a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.case import Case
from firsthand.model import Right
from firsthand.workbench.roles import Role
from tests.workbench.by_hand import loaded_anew
from tests.workbench.made import pier
from tests.workbench.served import Served, Visit
from tests.workbench.visiting import PASSWORD, entrance, file_of_users

pytestmark = pytest.mark.browser
OWNER, ONE, OTHER = "Ona Owner", "Vik Reviewer", "Wim Reviewer"
ROLES = {OWNER: Role.OWNER, ONE: Role.REVIEWER, OTHER: Role.REVIEWER}
LONG = 300_000.0  # until what is waited for is given up


@pytest.fixture
def served(tmp_path: Path, postgresql: str) -> Iterator[Served]:
    folder = pier(tmp_path, postgresql)
    made = Served(folder, entrance(folder, file_of_users(tmp_path / "desk.users", ROLES)))
    yield made
    made.stop()


@pytest.fixture
def people(browser: Any, served: Served) -> Iterator[list[Any]]:
    """The pages of the three, logged in."""
    visits = [Visit(browser, served) for _ in ROLES]
    for visit, name in zip(visits, ROLES, strict=True):
        visit.page.set_default_timeout(LONG)
        visit.go("/")
        visit.page.fill("[name=name]", name)
        visit.page.fill("[name=password]", PASSWORD)
        visit.page.locator("form.enter button").click()
        visit.page.locator("form.me bdi", has_text=name).wait_for()
    yield [visit.page for visit in visits]
    for visit in visits:
        visit.go_nowhere()


def _rule(page: Any, passage: str, judgement: str, because: str) -> None:
    """Fills the form of a passage, on a page that was opened before, and sends it."""
    form = page.locator("form.correcting")
    form.locator(f"[name=judgement][value={judgement}]").check()
    form.locator("[name=because]").fill(because)
    with loaded_anew(page):
        form.locator("button", has_text="Rule").click()


def _made(served: Served) -> list[tuple[int, str, str, int]]:
    with Case.open(served.desk.folder, Right.READ) as case:
        assert case.verify() == ()
        return [(each.number, each.by, str(each.judgement), each.undoes) for each in case.rulings()]


def _ended(served: Served, round: int) -> str:
    """The fault in which a run of the work beside the pages ended."""
    seen = served.desk.work.state
    while seen.running or seen.round < round:
        seen = served.desk.work.news(seen, 60)
    return seen.fault


def test_those_who_rule_against_each_other_see_it_and_a_third_settles(
    served: Served, people: list[Any]
) -> None:
    owner, one, other = people
    for page in (one, other):  # neither sees what the other is about to do
        page.goto(f"{served.address}/rule/R1-a1")
    _rule(one, "R1-a1", "accept", "he did")
    _rule(other, "R1-a1", "reject", "a caption")
    for page in people:
        page.goto(f"{served.address}/rulings")
        assert page.locator("section.differ .rival").count() == 2
        assert page.locator("nav b.waits").inner_text().startswith("1")
    settle = other.locator("form.settle")
    settle.locator("[name=choice]").first.check()
    settle.locator("[name=because]").fill("as he says")
    owner.locator("form.settle [name=choice]").first.check()
    owner.locator("form.settle [name=because]").fill("I asked him")
    with loaded_anew(owner):
        owner.locator("form.settle button").click()
    assert owner.locator("section.differ").count() == 0
    settle.locator("button").click()  # on a page that is not so any more
    settle.locator(".refused", has_text="do not differ").wait_for()
    assert settle.locator("[name=because]").input_value() == "as he says"
    with loaded_anew(one):
        one.reload()
    assert one.locator("details.undoing").count() <= 1  # others' rulings are not theirs to undo
    assert [(by, judgement) for _, by, judgement, _ in _made(served)] == [
        (ONE, "accept"),
        (OTHER, "reject"),
        (OWNER, "accept"),
    ]


def test_people_rule_while_the_case_is_given_out_backed_up_and_traced(
    served: Served, people: list[Any], tmp_path: Path
) -> None:
    owner, one, other = people
    owner.goto(f"{served.address}/publish")
    with loaded_anew(owner):
        owner.locator("button", has_text="restricted edition").click()
    one.goto(f"{served.address}/rule/R1-a1")
    _rule(one, "R1-a1", "accept", "while it is given out")
    assert _ended(served, 1) == ""
    owner.reload()
    with owner.expect_download() as taken:
        owner.locator("ul.files a", has_text="edition.zip").click()
    assert Path(taken.value.path()).read_bytes()[:2] == b"PK"

    with Case.open(served.desk.folder, Right.RULE) as case:
        other.goto(f"{served.address}/rule/R1-a2")
        case.bag(tmp_path / "bag")
        _rule(other, "R1-a2", "reject", "while it is backed up")
    with Case.open(tmp_path / "bag" / "data", Right.READ) as copy:
        assert copy.verify() == () and [each.because for each in copy.rulings()] == ["while it is given out"]

    for page, path in ((owner, "/rulings"), (one, "/rule/R1-a2"), (other, "/rule/R1-a2")):
        page.goto(served.address + path)
    with Case.open(served.desk.folder):
        with loaded_anew(owner):
            owner.locator("button", has_text="Trace the case anew").click()
        _rule(one, "R1-a2", "accept", "while another writes")
        owner.locator("p.work", has_text="is writing to this case").wait_for()
    with loaded_anew(owner):
        owner.locator("button", has_text="Trace the case anew").click()
    assert _ended(served, 3) == ""
    form = other.locator("form.correcting")
    form.locator("[name=judgement][value=accept]").check()
    form.locator("button", has_text="Rule").click()
    form.locator(".refused", has_text="traced anew since").wait_for()
    assert [number for number, *_ in _made(served)] == [1, 2, 3]
