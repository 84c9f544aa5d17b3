"""The demo as a verification desk works on it: from the answer to the pixels, rulings, and another trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.case import Case
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser
TIDEWATER = Path(__file__).parents[2] / "examples" / "tidewater"


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
    waiting = page.locator(".queue li[id]").count()
    page.keyboard.press("j")
    second = page.locator(".queue li.here").get_attribute("id")
    page.keyboard.press("k")
    page.keyboard.press("u")
    page.keyboard.type("The photograph is cut off there")
    page.keyboard.press("Enter")
    page.wait_for_url("**/queue?**")
    assert page.locator(".queue li[id]").first.get_attribute("id") == second
    assert page.locator(".queue li[id]").count() in (waiting, waiting - 1)

    visit.go("/people")
    page.locator(".sheets a", has_text="Pyo Jin-gu").first.click()
    page.locator("p.to-rule a").click()
    form = page.locator("form.rule").first
    form.locator("[name=on]").nth(1).fill("Ryang Chol-u")
    form.locator("[value=different]").check()
    form.locator("[name=because]").fill("Two men, says the foreman")
    form.locator("button").click()
    page.wait_for_url("**/P*")

    statement = demo.desk.sheets.rows("statement", 0, 1)[0][0].anchor
    visit.go(f"/rule/{statement}")
    form = page.locator("form.rule").nth(1)
    form.locator("[value=states]").check()
    form.locator("[name=on][list]").fill("L8")
    form.locator("[name=because]").fill("word for word")
    form.locator("button").click()
    page.wait_for_url(f"**/{statement}")
    assert page.locator(".recent li").count() == 1

    visit.go("/rulings")
    assert page.locator(".recent li").count() == 3
    page.get_by_role("button", name="Trace the case anew").click()
    page.locator("[data-work] a").wait_for(timeout=240_000)
    page.locator("[data-work] a").click()
    assert page.locator(".recent li").count() == 0
    told = page.locator(".rulings").inner_text()
    assert all(why in told for why in ("cut off there", "says the foreman", "word for word"))
    visit.go(f"/{statement}")
    assert "word for word" in page.locator("main").inner_text()
    assert visit.complaints == [] and visit.foreign == []
