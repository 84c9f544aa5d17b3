"""The workbench as people meet it, in Chromium: nothing foreign runs on it, and everybody can read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from firsthand.case import Case
from firsthand.workbench.describing import PAGES
from firsthand.workbench.entrance import Entrance
from tests.dossier import cases
from tests.workbench.made import laid_ready
from tests.workbench.served import Served, Visit
from tests.workbench.visiting import entrance, file_of_users

pytestmark = pytest.mark.browser
LISTS = [page.path for page in PAGES if "{" not in page.path]
BY = f"\u202e{cases.HOSTILE}"


def _served(folder: Path, door: Entrance | None = None) -> Iterator[Served]:
    made = Served(folder, door)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    case, long = cases.hostile(), f" {'x' * 100_000}"
    case = replace(case, records=[replace(each, text=each.text + long) for each in case.records])
    folder = laid_ready(tmp_path_factory.mktemp("case") / "hostile", case.build())
    with Case.open(folder) as opened:
        opened.rule(
            "different", cases.HOSTILE, "b", by=f"\u202e{cases.HOSTILE}", because=cases.HOSTILE + long
        )
    yield from _served(folder)


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from _served(laid_ready(tmp_path_factory.mktemp("case") / "quay", cases.quay().build()))


def _sheets(served: Served) -> list[str]:
    kinds = ("statement", "report", "source", "record", "identity", "dispute", "descent")
    rows = (row for kind in kinds for row in served.desk.sheets.rows(kind, 0, 1)[0])
    return [f"/{row.anchor}" for row in rows]


def _others(served: Served) -> list[str]:
    """The pages on one thing that are no sheets, of each kind of thing that they are on."""
    patterns = [page.path for page in PAGES if "{anchor}" in page.path and page.path != "/{anchor}"]
    anchors = [path[1:] for path in _sheets(served)] + ["R1-a1", "L1"]
    paths = [each.replace("{anchor}", anchor) for each in patterns for anchor in anchors]
    return [path for path in paths if _is_there(served, path)]


def _is_there(served: Served, path: str) -> bool:
    try:
        with urlopen(served.address + path) as answer:
            return bool(answer.status == 200)
    except HTTPError as fault:
        with fault:
            return False


def test_hostile_words_do_nothing_on_any_page(browser: Any, hostile: Served) -> None:
    visit = Visit(browser, hostile)
    asked = [
        "?like=<script>window.stung=1</script>",
        "?outlet='+or+1=1--",
        "?q={{7777*7}}<svg+onload=alert(1)>",
    ]
    lists = [*LISTS, *("/statements" + words for words in asked[:2]), "/search" + asked[2]]
    for path in (*lists, *_sheets(hostile), *_others(hostile), "/search?q=onerror", "/<script>alert(1)<"):
        assert visit.go(path) in (200, 404), path
        assert visit.page.evaluate("window.stung") is None, path
        ours = visit.page.evaluate(
            "[...document.scripts].every(s => s.src.startsWith(location.origin + '/static/'))"
        )
        assert ours, path
        foreign = "img:not([src^='/pages/']), iframe, object, embed, base, body style"
        assert visit.page.locator(foreign).count() == 0, path
        assert "54439" not in visit.page.inner_text("body"), path
    complaints = [said for said in visit.complaints if "404" not in said]
    assert (visit.foreign, complaints) == ([], [])


WIDTHS = (320, 360, 640, 1280)  # 640 at 200 % zoom is 320 of CSS
SCHEMES = (("light", None), ("dark", {"runOnly": ["color-contrast"]}))
SAME = ("/reports", "/record")  # are made by the template of /statements


def test_the_accessibility_checker_finds_nothing(browser: Any, quay: Served) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe, visit = Axe(), Visit(browser, quay, bypass_csp=True)  # axe itself is a script
    found = {}
    for path in (*LISTS, *_sheets(quay), *_others(quay), "/nothing", "/search?q=lamps"):
        if path in SAME:
            continue
        visit.go(path)
        for scheme, options in SCHEMES if path in ("/", "/R1", "/S1", "/M1", "/region/L1") else SCHEMES[:1]:
            visit.page.emulate_media(color_scheme=scheme)
            told = axe.run(visit.page, options=options).response["violations"]
            found |= {(path, scheme, each["id"]): each["nodes"][0]["html"][:200] for each in told}
    assert found == {}


def test_no_page_scrolls_sideways(browser: Any, hostile: Served) -> None:
    visit = Visit(browser, hostile)
    wide = {}
    for path in (*LISTS, *_sheets(hostile), *_others(hostile), "/search?q=onerror"):
        visit.go(path)
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 800})
            needs = visit.page.evaluate("document.documentElement.scrollWidth")
            wide |= {(path, width): needs} if needs > width else {}
    assert wide == {}


def test_the_keyboard_reaches_the_page_first_and_can_be_followed(browser: Any, quay: Served) -> None:
    visit = Visit(browser, quay)
    visit.go("/S1")
    keys = visit.page.keyboard
    keys.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    keys.press("Enter")
    assert visit.page.url.endswith("#main")
    seen = set()
    for _ in range(25):
        keys.press("Tab")
        seen.add(visit.page.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
        drawn = visit.page.evaluate(
            "(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1)"
            "(getComputedStyle(document.activeElement))"
        )
        assert drawn or visit.page.evaluate("document.activeElement === document.body")
    assert len(seen) > 10


def test_on_paper_there_is_the_page_and_nothing_to_press(browser: Any, quay: Served) -> None:
    visit = Visit(browser, quay)
    for path in ("/", "/S1", "/statements"):
        visit.go(path)
        visit.page.emulate_media(media="print")
        shown = visit.page.locator("button, input, nav").filter(visible=True)
        assert shown.count() == 0, path
        assert visit.page.locator("h1").first.is_visible() or path == "/S1"
        visit.page.emulate_media(media="screen")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_one_logs_in_and_out(browser: Any, script: bool, tmp_path: Path) -> None:
    folder = laid_ready(tmp_path / "case", cases.quay().build())
    door = entrance(folder, file_of_users(tmp_path / "desk.users"))
    for served in _served(folder, door):
        visit = Visit(browser, served, java_script_enabled=script)
        page = visit.page
        visit.go("/S1")
        assert "/enter?to=/S1" in page.url
        page.fill("input[name=name]", "Vik Reviewer")
        page.fill("input[name=password]", "wrong")
        page.keyboard.press("Enter")
        page.wait_for_selector("[role=alert]")
        page.fill("input[name=password]", "words that nobody guesses")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served.address}/S1")
        assert "Vik Reviewer" in page.inner_text("header")
        page.click("text=Log out")
        page.wait_for_url(f"{served.address}/enter")
        visit.go("/S1")
        assert "/enter" in page.url
        assert visit.foreign == [] and [c for c in visit.complaints if "403" not in c] == []
