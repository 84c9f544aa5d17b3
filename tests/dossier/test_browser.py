"""The page as people meet it: opened from a file, clicked through, looked at by an accessibility checker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from firsthand.dossier import EXPORTS
from tests.dossier import cases

# The checker takes time by the square of what stands on a page: 50 reports show what 100 do.
CASES = {
    "quay": cases.quay,
    "lone": cases.lone,
    "crowd": lambda: cases.crowd(50),
    "hostile": cases.hostile,
}
pytestmark = pytest.mark.browser


class Visit:
    """A page opened from its file, with everything that it asked for and complained of."""

    def __init__(self, browser: Any, folder: Path, name: str, **how: Any) -> None:
        file = folder / f"{name}.html"
        file.write_bytes(EXPORTS["html"](CASES[name]().build()))
        self.page = browser.new_page(**how)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())
        self.address = file.as_uri()

    def foreign(self) -> list[str]:
        """Addresses asked for, but the file itself and the pictures that it carries."""
        return [url for url in self.asked if url != self.address and not url.startswith("data:")]

    def at(self) -> str:
        """The anchor that the page stands at."""
        return str(self.page.evaluate("location.hash"))

    def in_view(self, anchor: str) -> bool:
        """Whether the element with this anchor is on the screen."""
        box = self.page.locator(f"[id='{anchor}']").bounding_box()
        return box is not None and -1 <= box["y"] <= self.page.viewport_size["height"]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_sentence_to_the_line_of_the_record_by_clicking(
    browser: Any, tmp_path: Path, script: bool
) -> None:
    visit = Visit(browser, tmp_path, "quay", java_script_enabled=script)
    page = visit.page
    page.click(".answer a[href='#statements']")
    page.click("#before a.ref[href='#S1']")
    assert page.url.endswith("#S1")
    page.click("#S1 a[href='#R2-a1']")
    assert page.url.endswith("#R2-a1")
    page.click("#R2 .text a.said[href='#S1']")
    assert page.url.endswith("#S1")
    page.click("#S1 .orig a[href='#L1']")
    assert page.url.endswith("#L1")
    page.click("#L1 a[href='#S1']")
    assert page.url.endswith("#S1")
    assert visit.foreign() == []
    assert visit.complaints == []


def test_what_is_clicked_comes_into_view(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "crowd")
    for anchor in ("S1", "R47", "D40"):
        visit.page.evaluate(f"location.hash = '{anchor}'")
        visit.page.wait_for_timeout(100)
        assert visit.in_view(anchor), anchor


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_accessibility_checker_finds_nothing(
    browser: Any, tmp_path: Path, name: str, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    visit = Visit(browser, tmp_path, name, color_scheme=scheme, bypass_csp=True)  # axe itself is a script
    found = Axe().run(visit.page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_page_never_scrolls_sideways(browser: Any, tmp_path: Path, name: str, width: int) -> None:
    visit = Visit(browser, tmp_path, name, viewport={"width": width, "height": 800})
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "told"), [(390, True), (1400, False)])
def test_a_picture_that_is_cut_off_says_so_and_is_whole_on_paper(
    browser: Any, tmp_path: Path, width: int, told: bool
) -> None:
    page = Visit(browser, tmp_path, "crowd", viewport={"width": width, "height": 800}).page
    cut = "(e => e.scrollWidth > e.clientWidth)(document.querySelector('.scroll'))"
    assert page.evaluate(cut) is told
    assert (page.evaluate("document.querySelector('.sideways').offsetHeight") > 0) is told
    page.emulate_media(media="print")
    assert not page.evaluate(cut)
    assert page.evaluate("document.querySelector('.sideways').offsetHeight") == 0


def test_hostile_words_do_nothing(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "hostile")
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.stung") is None
    assert visit.page.locator("script, img, iframe, link").count() == 0
    assert visit.foreign() == []
    assert visit.complaints == []
    assert "<script>window.stung=1</script>" in visit.page.inner_text("h1")


def test_the_keyboard_reaches_the_answer_first(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "quay")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    visit.page.keyboard.press("Enter")
    assert visit.at() == "#main"


def test_folded_parts_are_printed(browser: Any, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "crowd")
    visit.page.emulate_media(media="print")
    folded = visit.page.locator("details.more .readings li").first
    assert folded.bounding_box() is not None
    assert folded.bounding_box()["height"] > 0
