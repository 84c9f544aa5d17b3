"""A passage is read and corrected on its own page, by plain forms; what was ruled outlives another trace."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from firsthand.case import Case
from firsthand.text import excerpt
from firsthand.workbench.app import application
from firsthand.workbench.desk import Desk
from tests.workbench.made import pier
from tests.workbench.visiting import HOST, client, entrance, file_of_users, log_in, token_on

WHY = {"because": "I rang them"}


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pier(tmp_path_factory.mktemp("case"))


@pytest.fixture
def case(traced: Path, tmp_path: Path) -> Path:
    """The same case again, for a test to rule in."""
    return Path(shutil.copytree(traced, tmp_path / "pier.case"))


@pytest.fixture
def reviewer(case: Path) -> Iterator[TestClient]:
    desk = Desk(case)
    with TestClient(application(desk), HOST, follow_redirects=False) as made:
        yield made
    desk.close()


def _send(reviewer: TestClient, passage: str, judgement: str, **fields: Any) -> tuple[int, str]:
    """Rules as the page of the passage does; the status, and where it leads or what it says."""
    page = "/passage/R1-a1"
    made = reviewer.get(f"{page}.json").json()["made"]
    sent = {name.replace("_", "-"): value for name, value in fields.items()}
    sent |= {"token": token_on(reviewer.get(page).text), "made": str(made), "back": f"/R1#{passage}"}
    answer = reviewer.post("/rulings", data={"on": passage, "judgement": judgement} | WHY | sent)
    return answer.status_code, answer.headers.get("location", answer.text)


def _at(reviewer: TestClient, words: str, report: str = "R1") -> dict[str, str]:
    start = reviewer.get(f"/{report}.json").json()["report"]["text"].index(words)
    return {"content": words, "content_at": f"{start}-{start + len(words)}"}


def _found(case: Path) -> list[tuple[str, str, list[str]]]:
    """After another trace: the words of every passage, its source and its hands."""
    with Case.open(case) as opened:
        opened.trace()
        opened.shelve()
        texts = {each.id: each.text for each in opened.records()}
        assert not opened.orphans()
        return [
            (
                excerpt(texts[a.record], a.content),
                a.name,
                [h.name or (texts[a.record][h.who.start : h.who.end] if h.who else "") for h in a.hands],
            )
            for a in opened.attributions()
        ]


def test_a_passage_has_its_hands_and_record_for_readers_and_forms_for_reviewers(
    case: Path, tmp_path: Path
) -> None:
    everybody = entrance(case, file_of_users(tmp_path / "desk.users"))
    with client(case, everybody) as rhea, client(case, everybody) as vik:
        assert [log_in(rhea, "Rhea Reader"), log_in(vik, "Vik Reviewer")] == [303, 303]
        for who in (rhea, vik):
            page = who.get("/passage/R1-a2").text
            assert "The ferry will not sail" in page and "Coast Mail" in page and "Bo Ek" in page
            assert ("What is otherwise" in page) == (who is vik)
            assert ("was not read" in who.get("/R1").text) == (who is vik)
        assert rhea.get("/rule/R1-a2").status_code == 403
        assert rhea.get("/passage/R1").status_code == rhea.get("/passage/S1").status_code == 404
        told = vik.get("/rule/R1-a2.json").json()
        assert told == vik.get("/passage/R1-a2.json").json()
        assert told["tag"]["hands"][1]["role"] == "relay" and told["hands"][1] == "Coast Mail"


def test_everything_is_corrected_by_plain_forms_and_stands_after_another_trace(
    reviewer: TestClient, case: Path
) -> None:
    songs = _at(reviewer, "Songs 🎶 were sung")
    assert _send(reviewer, "R1-a1", "correct", **songs, name="Ada Quist") == (303, "/R1#R1-a1")
    rows = {"hand": ["Bo Ek", "Coast Mail", "Dike Post"], "hand_at": [""] * 3, "hand_order": ["2", "1", "3"]}
    rows |= {"hand_role": ["speaker", "relay", "relay"], "hand_was": ["0", "1", ""]}
    assert _send(reviewer, "R1-a2", "correct", **rows)[0] == 303
    parts = ["The pier was closed at dawn", "the lamps went out"]
    assert _send(reviewer, "R1-a4", "split", content=parts)[0] == 303
    assert _send(reviewer, "R1-a3", "merge", on=["R1-a3", "R1-a5"])[0] == 303
    assert _send(reviewer, "R1", "missed", content="Nobody was hurt", name="the mayor")[0] == 303
    lamps = _at(reviewer, "등불이 모두 꺼졌다", "R2")
    assert _send(reviewer, "R2-a2", "correct", **lamps, stance="denies", cue="")[0] == 303
    assert reviewer.get("/R1").text.count("stamp waiting") == 5  # both that are put together
    for _ in range(2):
        found = _found(case)
        assert ("Songs 🎶 were sung", "Ada Quist", ["Ada Quist"]) in found
        hands = next(hands for words, _, hands in found if "ferry" in words)
        assert hands == ["Coast Mail", "Bo Ek", "Dike Post"]
        assert {"The pier was closed at dawn", "the lamps went out"} <= {words for words, *_ in found}
        assert "it was late … Ten boats were lost in the storm." in {words for words, *_ in found}
        assert ("Nobody was hurt", "the mayor", ["the mayor"]) in found
        assert "등불이 모두 꺼졌다" in {words for words, *_ in found}


def test_what_was_ruled_is_told_at_the_passage_and_undone_there(reviewer: TestClient) -> None:
    assert _send(reviewer, "R1-a2", "undecided")[0] == 303
    page = reviewer.get("/R1").text
    assert page.count("stamp waiting") == 1 and page.count("/rulings/undo") == 1
    passage = reviewer.get("/passage/R1-a2").text
    assert "I rang them" in passage and "takes effect" in passage
    sent = {"token": token_on(page), "number": "1", "back": "/R1#R1-a2"}
    answer = reviewer.post("/rulings/undo", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/R1#R1-a2")
    page = reviewer.get("/R1").text
    assert "stamp waiting" not in page and "/rulings/undo" not in page and "It is undone" in page


@pytest.mark.parametrize(
    ("judgement", "fields", "says"),
    [
        ("correct", {"content": "The ferry", "content_at": "1-10"}, "other words stand in the text"),
        ("correct", {"content": "The ferry sank"}, "no words “The ferry sank”"),
        ("correct", {}, "as it was read"),
        ("correct", {"kind": "shouted"}, "no kind"),
        ("split", {"content": ["The ferry will not sail"]}, "what the parts are"),
        ("merge", {}, "Say it of"),
        ("missed", {"on": "R1"}, "what is said"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence_and_nothing_is_stored(
    judgement: str, fields: dict[str, Any], says: str, reviewer: TestClient
) -> None:
    status, told = _send(reviewer, "R1-a2", judgement, **fields)
    assert status == 409 and says in told, told
    assert reviewer.get("/rulings.json").json()["recent"] == []
