"""What people rule on the workbench stands in the case, and outlives another trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.model import Right, Ruling
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from tests.workbench.visiting import HOST, client, entrance, file_of_users, log_in, token_on

HEAD = "Outlet: {outlet}\nDate: 2024-05-0{day}\nLanguage: en\n\n"
FIRST = "“The ferry will not sail before noon,” harbour master Bo Ek said. Ada Quist denied that it was late."
SECOND = "“The ferry will not sail before noon,” said Bo Ek, according to the Harbour Gazette."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Two reports, traced and laid ready."""
    folder = tmp_path / "pier"
    folder.mkdir()
    (folder / "a.txt").write_text(HEAD.format(outlet="Harbour Gazette", day=1) + FIRST, "utf-8")
    (folder / "b.txt").write_text(HEAD.format(outlet="Coast Mail", day=2) + SECOND, "utf-8")
    with Case.create(tmp_path / "pier.case") as made:
        made.add(folder)
        made.trace()
        made.shelve()
    return tmp_path / "pier.case"


@pytest.fixture
def reviewer(desk: Desk) -> Iterator[TestClient]:
    with TestClient(application(desk), HOST, follow_redirects=False) as made:
        yield made


def _sent(reviewer: TestClient, page: str, **fields: str | list[str]) -> tuple[int, str]:
    """Sends a form as the page at ``page`` has it; the status, and where it leads or what it says."""
    told = reviewer.get(page).text
    made = reviewer.get(f"{page}.json").json().get("made", "")
    answer = reviewer.post("/rulings", data={"token": token_on(told), "made": made, "back": page, **fields})
    return answer.status_code, answer.headers.get("location", answer.text)


def _rulings(desk: Desk) -> tuple[Ruling, ...]:
    """What stands in the case when the workbench has let go of it."""
    desk.close()
    with Case.open(desk.folder, Right.READ) as case:
        assert not [fault for fault in case.verify() if not fault.harmless]
        return case.rulings()


def test_a_passage_is_accepted_and_the_page_says_so(reviewer: TestClient, desk: Desk) -> None:
    assert _sent(reviewer, "/rule/R1-a1", judgement="accept", on="R1-a1") == (303, "/rule/R1-a1")
    assert "takes effect" in reviewer.get("/R1").text
    made = _rulings(desk)
    assert [(each.judgement, each.on[0].words) for each in made] == [
        ("accept", "“The ferry will not sail before noon,”")
    ]


def test_a_source_is_corrected_and_stays_so_when_the_case_is_traced_again(
    reviewer: TestClient, desk: Desk, case: Path
) -> None:
    words = "“The ferry will not sail before noon,”"
    fields = {"content": words, "was-content": words, "name": "Ada Quist", "was-name": "Bo Ek"}
    status, _ = _sent(
        reviewer, "/rule/R1-a1", judgement="correct", on="R1-a1", because="I was there", **fields
    )
    assert status == 303 and len(_rulings(desk)) == 1
    for _ in range(2):
        with Case.open(case) as opened:
            opened.trace()
            opened.shelve()
            first = opened.attributions()[0]
        assert first.name == "Ada Quist"
    with client(case) as again:
        assert "I was there" in again.get("/rulings").text
        assert "takes effect" not in again.get("/R1").text


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"judgement": "reject", "on": "R1-a1"}, "no reason"),
        ({"judgement": "reject", "on": "R9-a1", "because": "x"}, "no R9-a1"),
        ({"judgement": "frobnicate", "on": "R1-a1", "because": "x"}, "no judgement"),
        ({"judgement": "same", "on": ["S1", "S1"], "because": "x"}, "twice"),
        ({"judgement": "1", "on": "S1", "because": "x"}, "independence is not shown"),
        ({}, "no judgement"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    fields: dict[str, str], says: str, reviewer: TestClient, desk: Desk
) -> None:
    status, told = _sent(reviewer, "/rule/R1-a1", **fields)
    assert status == 409 and says in told and "Traceback" not in told
    assert _rulings(desk) == ()


def _others(reviewer: TestClient, address: str) -> list[str]:
    return [each["title"] for each in reviewer.get(address).json()["others"]]


def test_the_other_statement_is_looked_for_by_words_or_label_and_chosen(
    reviewer: TestClient, desk: Desk
) -> None:
    titles = {row.anchor: row.title for row in desk.sheets.rows("statement")[0]}
    late = next(anchor for anchor, title in titles.items() if "late" in title)
    other = next(anchor for anchor in titles if anchor != late)
    page = f"/rule/{other}"
    for like in ("was LATE", late, f"{desk.sheets.sheet(late)[1].said_at}"):  # type: ignore[index]
        assert _others(reviewer, f"{page}.json?like={like}") == [titles[late]]
    assert _others(reviewer, f"{page}.json?like={other}") == []  # nothing is beside itself
    assert f'value="{late}"' in reviewer.get(f"{page}?like=late").text
    sent = {"judgement": "same", "on": [other, late, ""], "because": "it is one"}
    assert _sent(reviewer, page, **sent) == (303, page)
    (made,) = _rulings(desk)
    assert [each.thing for each in made.on] == ["statement"] * 2 and made.matter == "saying"


def test_what_a_report_was_taken_from_is_ruled_by_a_report_or_a_name(
    reviewer: TestClient, desk: Desk
) -> None:
    assert 'href="/rule/R2"' in reviewer.get("/R2").text
    assert [each["anchor"] for each in reviewer.get("/rule/R2.json").json()["others"]] == ["R1"]
    for on in ("R1", "Una Vale"):
        told = _sent(reviewer, "/rule/R2", judgement="from", on=["R2", "", on], because="she said so")
        assert told == (303, "/rule/R2")
    assert [each.judgement for each in _rulings(desk)] == ["from", "from"]


def test_a_page_from_before_another_trace_rules_nothing(reviewer: TestClient, desk: Desk) -> None:
    token = token_on(reviewer.get("/rule/R1-a1").text)
    sent = {"token": token, "made": "1", "judgement": "accept", "on": "R1-a1"}
    answer = reviewer.post("/rulings", data=sent)
    assert answer.status_code == 409 and "traced anew" in answer.text
    assert _rulings(desk) == ()


def test_a_ruling_is_undone_by_who_made_it_and_by_an_owner_but_by_no_other(
    case: Path, tmp_path: Path
) -> None:
    everybody = entrance(case, file_of_users(tmp_path / "desk.users"))
    with client(case, everybody) as vik, client(case, everybody) as ona, client(case, everybody) as rhea:
        assert [log_in(vik, "Vik Reviewer"), log_in(ona, "Ona Owner"), log_in(rhea, "Rhea Reader")] == [
            303
        ] * 3
        assert _sent(ona, "/rule/R1-a1", judgement="accept", on="R1-a1")[0] == 303
        assert _sent(vik, "/rule/R2-a1", judgement="accept", on="R2-a1")[0] == 303
        assert rhea.get("/rule/R1-a1").status_code == 403
        sent = {"token": token_on(vik.get("/rulings").text), "number": "1", "because": "no"}
        assert vik.post("/rulings/undo", data=sent).status_code == 403
        assert vik.post("/rulings/undo", data=sent | {"number": "2"}).status_code == 303
        assert vik.post("/rulings/undo", data=sent | {"number": "77"}).status_code == 404
        sent["token"] = token_on(ona.get("/rulings").text)
        assert ona.post("/rulings/undo", data=sent).status_code == 303
        assert ona.post("/rulings/undo", data=sent).status_code == 409


def test_the_queue_is_worked_off_and_what_was_ruled_leaves_it(reviewer: TestClient, desk: Desk) -> None:
    open_ = reviewer.get("/queue.json").json()
    assert open_["total"] >= 1
    first = open_["open"][0]
    sent = {"token": token_on(reviewer.get("/queue").text), "made": str(open_["made"])}
    sent |= {"proposal": first["anchor"], "judgement": first["choices"][0][0], "because": "read again"}
    assert reviewer.post("/queue", data=sent | {"proposal": "Q999"}).status_code == 404
    assert reviewer.post("/queue", data=sent | {"proposal": "S1"}).status_code == 404
    assert reviewer.post("/queue", data=sent).status_code == 303
    left = reviewer.get("/queue.json").json()
    assert first["anchor"] not in [each["anchor"] for each in left["open"]] and left["total"] < open_["total"]
    assert len(_rulings(desk)) == 1


def test_what_was_ruled_and_undone_is_open_again(reviewer: TestClient, desk: Desk) -> None:
    open_ = reviewer.get("/queue.json").json()
    first = open_["open"][0]
    token = token_on(reviewer.get("/queue").text)
    sent = {"token": token, "made": str(open_["made"]), "proposal": first["anchor"]}
    sent |= {"judgement": first["choices"][0][0], "because": "read again"}
    assert reviewer.post("/queue", data=sent).status_code == 303
    assert reviewer.get("/queue.json").json()["total"] == open_["total"] - 1
    undo = {"token": token, "number": "1", "because": "read too quickly"}
    assert reviewer.post("/rulings/undo", data=undo).status_code == 303
    assert reviewer.get("/queue.json").json()["total"] == open_["total"]
