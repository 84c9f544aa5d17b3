"""The demo dossier as its reader meets it: made by the program, opened from a file, clicked through."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo dossier, made by the program that people start, moved away from its case."""
    folder = tmp_path_factory.mktemp("demo")
    command = [
        sys.executable,
        "-m",
        "firsthand",
        "trace",
        str(EXAMPLES / "tidewater"),
        "--case",
        str(folder / "c"),
    ]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return (folder / "c" / "dossier.html").rename(folder / "alone.html")


def opened(browser: Any, dossier: Path, asked: list[str], said: list[str], **how: Any) -> Any:
    page = browser.new_page(**how)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(dossier.as_uri())
    return page


def shown(of: Any, style: str) -> str:
    """How something is drawn."""
    return str(of.evaluate(f"e => getComputedStyle(e).{style}"))


def test_a_line_that_is_led_to_is_lit_on_its_page_and_says_what_is_unclear(
    browser: Any, dossier: Path
) -> None:
    page = opened(browser, dossier, [], [])
    page.goto(f"{dossier.as_uri()}#L10")
    lit = [each for each in page.locator(".scan rect").all() if float(shown(each, "fillOpacity")) > 0]
    assert [each.evaluate("e => e.parentNode.id") for each in lit] == ["L10-at"]
    doubt = page.locator("#L10 .doubt.unclear")
    assert (doubt.inner_text(), doubt.get_attribute("title")) == ("세", "unclear, or “네”")
    assert "unclear: “세”, or “네” · read with a confidence of 62%" in page.locator("#L10").inner_text()
    assert shown(page.locator("#L3 .doubt.struck"), "textDecorationLine") == "line-through"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_finding_to_the_pixels_and_nothing_is_asked_of_anybody(
    browser: Any,
    dossier: Path,
    script: bool,
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = opened(browser, dossier, asked, said, java_script_enabled=script)

    def follow(within: str, pattern: str) -> str:
        """Click the first link within a part of the page whose anchor fits; the anchor."""
        for link in page.locator(f"{within} a[href^='#']").all():
            anchor = (link.get_attribute("href") or "").removeprefix("#")
            if re.fullmatch(pattern, anchor):
                link.click()
                assert page.url.endswith(f"#{anchor}")
                assert page.locator(f"[id='{anchor}']").count() == 1
                return anchor
        raise AssertionError(f"no link {pattern} within {within}")

    fused = page.locator("#before li", has_text="Harbour & Field").first
    statement = (fused.locator("a.ref").first.get_attribute("href") or "").removeprefix("#")
    fused.locator("a.ref").first.click()
    assert page.url.endswith(f"#{statement}")
    report = follow(f"#{statement}", r"R\d+-a\d+").split("-")[0]
    back = follow(f"#{report} .text", r"S\d+")
    line = follow(f"#{statement} .orig", r"L\d+")
    assert follow(f"#{line}", r"S\d+")
    assert back
    assert page.locator(f"#{statement} svg.crop image, #{statement} svg.crop use").count() >= 1
    # The pixels lead to the whole page, on which that line alone is lit, and well within sight.
    page.locator(f"#{statement} a.pixels").first.click()
    assert page.url.endswith("-at")
    page.mouse.move(0, 0)  # a line under the mouse is lit as well
    lit = [each for each in page.locator(".scan rect").all() if float(shown(each, "fillOpacity")) > 0]
    assert [each.evaluate("e => e.parentNode.id") for each in lit] == [page.url.split("#")[1]]
    box, height = lit[0].bounding_box(), page.viewport_size["height"]
    assert box and 50 < box["y"] < height - box["height"]
    assert box["width"] > 250
    assert [url for url in asked if url != dossier.as_uri() and not url.startswith("data:")] == []
    assert said == []


def test_every_anchor_that_is_linked_exists(dossier: Path) -> None:
    html = dossier.read_text("utf-8")
    linked = set(re.findall(r'href="#([^"]+)"', html))
    there = set(re.findall(r'\bid="([^"]+)"', html))
    assert linked - there == set()
    assert len(linked) > 100
