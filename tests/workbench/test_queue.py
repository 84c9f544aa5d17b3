"""The queue is worked off by keys, in Chromium: what is shown to decide, what is told, and what fails."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.case import Case
from firsthand.workbench import queueing
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser
HEAD = "---\noutlet: {0}\npublished: 2024-05-0{1}\nlanguage: en\n---\n{2}\n"
SAID = (
    "The pier was closed at dawn.\n\n“The ferry will not sail before noon,” harbour master Bo Ek said."
    " “The lamps are out.”\n\n“Nobody was hurt in the storm.” The {0} was there."
)
ALTERED = "“The ferry will never sail before noon,” said Bo Ek, according to the Harbour Gazette."
OUTLETS = ("Harbour Gazette", "Coast Mail", "Quay Post", "Dyke Herald", "Saltings Echo")


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports that alter a quotation and leave open who says some others."""
    folder = tmp_path_factory.mktemp("queue")
    place = folder / "quay"
    place.mkdir()
    for day, outlet in enumerate(OUTLETS, 1):
        (place / f"{day}.txt").write_text(HEAD.format(outlet, day, SAID.format(outlet)), "utf-8")
    (place / "9.txt").write_text(HEAD.format("Late Star", 9, ALTERED), "utf-8")
    with Case.create(folder / "quay.case") as made:
        made.add(place)
        made.trace()
        made.shelve()
    return folder / "quay.case"


@pytest.fixture
def served(traced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """The same case again, for a test to rule in, of which a page shows few proposals."""
    monkeypatch.setattr(queueing, "SHOWN", 4)
    made = Served(Path(shutil.copytree(traced, tmp_path / "quay.case")))
    yield made
    made.stop()


@pytest.fixture
def desk(browser: Any, served: Served) -> Iterator[Visit]:
    visit = Visit(browser, served, viewport={"width": 1200, "height": 800})
    visit.page.set_default_timeout(10_000)
    visit.go("/queue")
    yield visit
    visit.go_nowhere()
    assert visit.foreign == []


def _ruled(page: Any, count: int) -> None:
    """Waits until so many are ruled on, and somebody stands at one that is not."""
    page.locator(f".queue li.ruled >> nth={count - 1}").wait_for()
    assert page.locator(".queue li.ruled").count() == count


def _here(page: Any) -> str:
    """The anchor of the proposal at which the keyboard stands."""
    return str(page.evaluate("document.activeElement.closest('.queue li').id"))


def _judgements(served: Served) -> list[tuple[str, str]]:
    return [(str(each.judgement), each.because) for each in served.desk.clerk.rulings()]


def test_all_are_ruled_on_by_keys_without_leaving_the_page(desk: Visit, served: Served) -> None:
    page, total = desk.page, served.desk.sheets.rows("proposal")[1]
    assert total > 2 * 4
    for number in range(1, total + 1):
        page.keyboard.press("a")
        _ruled(page, number)
        if number < total:
            assert _here(page) == f"Q{number + 1}"
    assert {judgement for judgement, _ in _judgements(served)} == {"accept"}
    assert len(_judgements(served)) == total
    page.keyboard.press("a")  # nothing is open any more
    desk.go("/queue")
    assert "Nothing is open" in page.locator(".queue").inner_text()
    assert len(_judgements(served)) == total


def test_the_words_are_shown_in_their_place_beside_others_who_have_them(desk: Visit) -> None:
    shown = desk.page.locator("#Q2 .exhibit")
    assert shown.count() >= 2
    first = shown.first
    assert "Nobody was hurt in the storm." in first.locator(".meant").inner_text()
    assert "harbour master Bo Ek said" in first.locator(".around").first.inner_text()
    assert "read as said by Bo Ek" in first.inner_text()


def test_what_is_otherwise_in_a_quotation_is_marked_on_both_sides(desk: Visit) -> None:
    item = desk.page.locator("#Q1", has_text="will never sail")
    marked = item.locator(".exhibit mark").all_inner_texts()
    assert "never" in marked and "not" in marked


def test_a_reason_is_asked_for_and_the_next_time_enter_alone_says_it_again(
    desk: Visit, served: Served
) -> None:
    page = desk.page
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.name") == "because"
    page.keyboard.press("Enter")  # no reason, and none before
    assert _judgements(served) == []
    page.keyboard.type("I rang them")
    page.keyboard.press("Enter")
    _ruled(page, 1)
    assert "Ruling 1: nobody says it, I rang them." in page.locator("#Q1").inner_text()
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    _ruled(page, 2)
    assert _judgements(served) == [("reject", "I rang them")] * 2
    page.keyboard.press("u")  # the reason for one judgement is none for another
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert _here(page) == "Q4" and len(_judgements(served)) == 2


def test_the_last_is_undone_by_a_key_and_stands_open_again(desk: Visit, served: Served) -> None:
    page = desk.page
    for number in (1, 2):
        page.keyboard.press("a")
        _ruled(page, number)
    for left in (1, 0):
        page.keyboard.press("z")
        page.locator(f"#Q{left + 1}:not(.ruled)").wait_for()
        assert _here(page) == f"Q{left + 1}" and page.locator(".queue li.ruled").count() == left
    assert [each.undoes for each in served.desk.clerk.rulings()] == [0, 0, 2, 1]
    page.keyboard.press("a")
    _ruled(page, 1)
    desk.go("/queue")
    page.keyboard.press("z")  # what was ruled before the page was loaded
    page.locator("#Q1").wait_for()
    assert served.desk.clerk.rulings()[-1].undoes == 5


def test_pressed_twice_rules_once(desk: Visit, served: Served) -> None:
    page = desk.page
    page.evaluate(
        """() => {
          const button = document.querySelector("#Q1 [data-key=a]");
          button.click();
          button.click();
        }"""
    )
    _ruled(page, 1)
    page.wait_for_load_state("load")
    assert len(_judgements(served)) == 1


def test_where_the_server_is_gone_it_is_told_and_nothing_typed_is_lost(desk: Visit, served: Served) -> None:
    page = desk.page
    page.route(
        "**/queue", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.keyboard.press("r")
    page.keyboard.type("I rang them")
    page.keyboard.press("Enter")
    page.locator("#Q1 [role=alert]", has_text="It was not sent").wait_for()
    assert page.locator("#Q1 [name=because]").input_value() == "I rang them" and _judgements(served) == []
    page.unroute("**/queue")
    page.keyboard.press("Enter")
    _ruled(page, 1)
    assert _judgements(served) == [("reject", "I rang them")]
    assert page.locator("#Q1 [role=alert]").count() == 0


def test_a_page_from_before_another_trace_says_so(desk: Visit, served: Served) -> None:
    page = desk.page
    page.locator("#Q1 [name=made]").evaluate("field => { field.value = '1'; }")
    page.keyboard.press("a")
    page.locator("#Q1 [role=alert]", has_text="traced anew").wait_for()
    assert _judgements(served) == []


def test_the_help_has_the_keys_of_the_queue_and_takes_none_of_them(desk: Visit, served: Served) -> None:
    page = desk.page
    page.keyboard.press("?")
    assert "undo the last ruling" in page.locator("#keys").inner_text()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("a")  # leads to the answer, and accepts nothing
    page.wait_for_url(f"{desk.at.address}/")
    assert _judgements(served) == []


def test_without_scripts_the_next_one_is_led_to_and_the_last_ruling_is_told(
    browser: Any, served: Served
) -> None:
    visit = Visit(browser, served, java_script_enabled=False)
    visit.go("/queue")
    visit.page.locator("#Q1 button", has_text="right as read").click()
    assert visit.page.url.endswith("#Q2") and visit.page.locator("#Q1").count() == 0
    assert "Ruling 1: " in visit.page.locator(".last").inner_text()
    visit.page.locator(".last button").click()
    assert visit.page.locator("#Q1").count() == 1


def test_the_other_statement_is_found_while_one_types_and_chosen_by_keys(desk: Visit, served: Served) -> None:
    titles = {row.anchor: row.title for row in served.desk.sheets.rows("statement")[0]}
    one = next(anchor for anchor, title in titles.items() if "closed at dawn" in title)
    lamps = next(anchor for anchor, title in titles.items() if "lamps are out" in title)
    page = desk.page
    desk.go(f"/rule/{one}")
    page.locator(".find [name=like]").focus()
    page.keyboard.type(lamps)
    page.locator(f"[data-others]:not(:has(label + label)) input[value={lamps}]").wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == lamps
    form = page.locator("form.rule:has([data-others])")
    form.locator("button").click()  # without a reason
    form.locator("[name=because]:invalid").wait_for()  # the browser asks for it
    assert _judgements(served) == []
    assert form.locator(f"input[value={lamps}]").is_checked()
    form.locator("[name=because]").fill("it is one")
    form.locator("[name=because]").press("Enter")
    page.wait_for_url(f"{desk.at.address}/{one}")
    assert _judgements(served) == [("same", "it is one")]
