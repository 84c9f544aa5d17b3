"""The demo as a verification desk works on it: from the answer to the pixels, rulings, and another trace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.case import Case
from tests.workbench.by_hand import drag, loaded_anew, open_passage
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser
TIDEWATER = Path(__file__).parents[2] / "examples" / "tidewater"
OFFICE = "Служба вод Старогатського району"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("demo") / "tidewater.case"
    with Case.create(folder, "The Tidewater notebook") as case:
        case.add(TIDEWATER)
        case.trace()
        case.shelve()
    made = Served(folder)
    yield made
    made.stop()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_quotation_that_differs_to_the_pixels(browser: Any, demo: Served, script: bool) -> None:
    visit = Visit(browser, demo, java_script_enabled=script)
    visit.go("/")
    page = visit.page
    altered = page.locator(".findings li", has_text="Quotation altered").first
    altered.locator(".to a").first.click()
    assert page.locator(".card .tag.bad", has_text="differs").count() >= 1
    line = page.locator(".record-lines .orig a").first
    number = line.inner_text().split()[-1]
    line.click()
    page.wait_for_url("**/M1#L*")
    assert page.url.endswith(f"#L{number}")
    assert page.locator(f"#L{number}").is_visible()
    marked = page.locator(f"#L{number}-at rect")
    assert marked.count() == 1 and marked.bounding_box()["width"] > 20
    drawn = page.locator(".stage img").first.get_attribute("src")
    assert page.request.get(demo.address + drawn).headers["content-type"] == "image/jpeg"


def test_rulings_made_in_the_browser_stand_after_another_trace(browser: Any, demo: Served) -> None:
    visit = Visit(browser, demo)
    page = visit.page
    visit.go("/queue")
    page.keyboard.press("j")
    second = page.locator(".queue li.here").get_attribute("id")
    page.keyboard.press("k")
    page.keyboard.press("u")
    page.keyboard.type("The photograph is cut off there")
    page.keyboard.press("Enter")
    page.locator(".queue li.ruled", has_text="cut off there").wait_for()
    assert page.locator(".queue li.here").get_attribute("id") == second

    visit.go("/people")
    form = page.locator("#W1 form.rule")
    form.locator("[name=on][value='Pyo Jin-gu']").check()
    form.locator("[value=same]").check()
    form.locator("[name=because]").fill("The hand is that of his letters")
    form.locator("button").click()
    page.wait_for_url("**/W1")
    assert page.locator(".recent li").count() == 1

    visit.go("/R3")
    passage = page.locator("[data-passage]", has_text="six men shared the quarters").first
    open_passage(page, passage.get_attribute("data-passage"))
    drag(page, "six men")
    page.click("[data-as=content]")
    page.locator(".correcting [name=because]").fill("That is all he wrote")
    with loaded_anew(page):
        page.locator(".correcting [name=because]").press("Enter")

    visit.go("/people")
    page.locator(".sheets a", has_text="Pyo Jin-gu").first.click()
    page.locator("p.to-rule a").click()
    form = page.locator("form.rule").first
    form.locator("[name=on]").nth(1).fill("Ryang Chol-u")
    form.locator("[value=different]").check()
    form.locator("[name=because]").fill("Two men, says the foreman")
    form.locator("button").click()
    page.wait_for_url(re.compile(r"\d/P\d+$"))
    assert "Two men" in page.locator(".recent").inner_text()

    visit.go("/people")
    page.locator(".sheets a", has_text=re.compile("^Water Service$")).first.click()
    page.locator("p.to-rule a").click()
    form = page.locator("form.rule").first
    form.locator("[name=on]").nth(1).fill(OFFICE)
    form.locator("[value=same]").check()
    form.locator("[name=because]").fill("One office in two languages")
    form.locator("button").click()
    page.wait_for_url(re.compile(r"\d/P\d+$"))

    statement = demo.desk.sheets.rows("statement", 0, 1)[0][0].anchor
    visit.go(f"/rule/{statement}")
    form = page.locator("form.rule:has([value=states])")
    form.locator("[value=states]").check()
    form.locator("[name=on][list]").fill("L8")
    form.locator("[name=because]").fill("word for word")
    form.locator("button").click()
    page.wait_for_url(f"{demo.address}/{statement}")
    assert "word for word" in page.locator(".recent").inner_text()

    visit.go("/rulings")
    assert page.locator(".recent li").count() == 6
    page.get_by_role("button", name="Trace the case anew").click()
    page.locator("[data-work] a").first.wait_for(timeout=240_000)
    page.locator("[data-work] a").first.click()
    assert page.locator(".recent li").count() == 0
    told = page.locator(".rulings").inner_text()
    assert all(
        why in told
        for why in (
            "cut off there",
            "says the foreman",
            "word for word",
            "letters",
            "all he wrote",
            "One office",
        )
    )
    merged = [
        each for each in demo.desk.sheets.some("source") if {"Water Service", OFFICE} <= set(each.spellings)
    ]
    assert len(merged) == 1
    visit.go(f"/{statement}")
    assert "word for word" in page.locator("main").inner_text()
    visit.go("/W1")
    assert "ruled: Pyo Jin-gu" in page.locator("main").inner_text()
    visit.go("/R3")
    assert page.locator("[data-passage]", has_text=re.compile("^six men$")).count() == 1
    assert visit.complaints == [] and visit.foreign == []


def test_both_editions_are_made_in_the_browser(browser: Any, demo: Served) -> None:
    visit = Visit(browser, demo, accept_downloads=True)
    page = visit.page
    for kind in ("public", "restricted"):
        visit.go("/publish")
        page.get_by_role("button", name=f"Make the {kind} edition").click()
        page.locator("[data-work] a").first.wait_for(timeout=240_000)
        visit.go("/publish")
        named = page.locator(f"[aria-label='Files of the {kind} edition'] a").all_inner_texts()
        assert {Path(name).suffix for name in named} >= {".zip", ".html", ".json", ".pdf", ".docx"}
        with page.expect_download() as coming:
            page.get_by_role("link", name="dossier.json").last.click()
        made = json.loads(Path(coming.value.path()).read_text("utf-8"))
        assert bool(made["withheld"]) == (kind == "public")
    assert visit.complaints == [] and visit.foreign == []
