"""A case with everything on it, as people see, hear and print it: in many tongues, with people who differ, a
ruling that lost its place, one undone, one not traced yet, and an edition made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from firsthand.case import Case
from firsthand.workbench.describing import PAGES
from firsthand.workbench.editions import make
from tests.workbench.made import tongues
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser
LISTS = [page.path for page in PAGES if "{" not in page.path]
KINDS = ("statement", "report", "source", "identity", "descent", "ruling")
ONE = ("/passage/R1-a1", "/rule/R1-a1", "/rule/S1", "/rule/D1", "/nothing", "/search?q=noon")
# Where colours stand on one another that stand nowhere else.
COLOURFUL = ("/", "/R1", "/S1", "/rulings", "/queue", "/changes", "/publish", "/rule/S1", "/nothing")
CONTRAST = {"runOnly": ["color-contrast"]}
HEADINGS = (
    "[...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.checkVisibility()).map(h => +h.tagName[1])"
)
MARK = "getComputedStyle(document.documentElement).getPropertyValue('--mark')"
BLENDED = """[...document.querySelectorAll("main :not(svg, svg *)")].filter(
    each => getComputedStyle(each).mixBlendMode !== "normal").length"""
PRESSED = "main :is(button, input, select, textarea, nav, a.to-rule), main details:has(form) > summary"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tongues(tmp_path_factory.mktemp("case"))
    made = Served(folder)
    make("public", made.desk.editions.kept, folder, lambda *_: None)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def paths(served: Served) -> list[str]:
    rows = (row for kind in KINDS for row in served.desk.sheets.rows(kind, 0, 1)[0])
    return [*LISTS, *(f"/{row.anchor}" for row in rows), "/R5", *ONE, _person(served)]


def _person(served: Served) -> str:
    return f"/rule/{served.desk.sheets.rows('source', 0, 1)[0][0].anchor}"


@pytest.fixture
def visit(browser: Any, served: Served) -> Iterator[Visit]:
    made = Visit(browser, served, bypass_csp=True)  # the checker of accessibility is a script
    yield made
    made.page.context.close()


def _unfold(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def _found(page: Any) -> dict[str, str]:
    """What the accessibility checker finds, in light and dark."""
    from axe_playwright_python.sync_playwright import Axe

    found: dict[str, str] = {}
    for scheme, options in (("light", None), ("dark", CONTRAST)):
        page.emulate_media(color_scheme=scheme)
        told = Axe().run(page, options=options).response["violations"]
        found |= {f"{scheme}: {each['id']}": each["nodes"][0]["html"][:200] for each in told}
    return found


def test_the_case_has_everything(served: Served, visit: Visit) -> None:
    visit.go("/rulings")
    assert visit.page.locator("#differing, #lost, #recent, #traced").count() == 4
    visit.go("/publish")
    assert visit.page.locator(".files li").count() > 3


def test_the_accessibility_checker_finds_nothing_where_everything_is_open(visit: Visit) -> None:
    found: dict[tuple[str, str], str] = {}
    for path in COLOURFUL:
        visit.go(path)
        _unfold(visit.page)
        found |= {(path, what): html for what, html in _found(visit.page).items()}
        assert visit.page.evaluate(BLENDED) == 0, (
            path
        )  # in dark it is unreadable, and the checker blind to it
    visit.go("/R1")
    visit.page.locator(".at").nth(1).focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator("article[data-passage]").wait_for()
    _unfold(visit.page)
    assert (found, _found(visit.page)) == ({}, {})


def test_every_page_can_be_told_from_others_read_on_a_small_screen_and_printed(
    visit: Visit, paths: list[str]
) -> None:
    page, titles = visit.page, {}
    page.set_viewport_size({"width": 360, "height": 800})
    for path in paths:
        visit.go(path)
        titles[path] = page.title()
        levels = page.evaluate(HEADINGS)
        assert levels.count(1) == 1 and levels[0] == 1, (path, levels)
        assert all(below <= above + 1 for above, below in pairwise(levels)), (path, levels)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path
        for part in page.locator(".bench [aria-current]").all():
            box = part.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 360, path
        page.emulate_media(media="print", color_scheme="dark")
        pressed = page.locator(PRESSED).filter(visible=True)
        assert pressed.count() == 0, (path, pressed.first.evaluate("each => each.outerHTML"))
        assert page.evaluate(MARK) == "#fff1c2", path  # black words stand on it
        page.emulate_media(media="screen", color_scheme="light")
    assert len(set(titles.values())) == len(paths), titles


def test_where_people_choose_the_colours_shapes_and_the_open_part_are_seen(visit: Visit) -> None:
    visit.go("/rulings")
    visit.page.emulate_media(forced_colors="active")
    shape, ground, here, other = visit.page.evaluate(
        """[["main .tag", "::before", "backgroundColor"], ["body", null, "backgroundColor"],
            [".bench nav a[aria-current]", null, "borderBottomColor"],
            [".bench nav a:not([aria-current])", null, "borderBottomColor"]].map(
            ([which, part, what]) => getComputedStyle(document.querySelector(which), part)[what])"""
    )
    assert shape != ground and here != other


def test_a_list_with_nothing_on_it_says_so(visit: Visit) -> None:
    for path in ("/findings", "/statements", "/reports", "/people", "/record", "/descent", "/changes"):
        visit.go(f"{path}?like=frobnicate")
        assert visit.page.get_by_text("Nothing is as asked.").count() == 1, path


def test_words_that_run_from_the_right_say_so(visit: Visit) -> None:
    visit.go("/R5")
    assert visit.page.locator("main [lang=ar][dir=rtl]").count() > 0
    visit.go("/statements")
    assert visit.page.locator("main [lang=ar]").count() > 0


def test_a_form_of_a_ruling_is_not_sent_without_a_reason(served: Served, visit: Visit) -> None:
    for path in ("/rule/S1", "/rule/D1", _person(served)):
        visit.go(path)
        why = visit.page.locator("form.rule [name=because]")
        assert why.count() > 0 and why.evaluate_all("all => all.every(each => each.required)"), path


def test_escape_leads_back_to_where_one_was(visit: Visit) -> None:
    visit.go("/R1")
    keys, active = visit.page.keyboard, "document.activeElement.id"
    visit.page.locator("#R1-a2").focus()
    keys.press("Enter")
    visit.page.locator("article[data-passage=R1-a2]").wait_for()
    keys.press("Escape")
    assert visit.page.locator("#panel").is_hidden() and visit.page.evaluate(active) == "R1-a2"
    keys.press("?")
    assert visit.page.locator("#keys").is_visible()
    keys.press("Escape")
    assert visit.page.locator("#keys").is_hidden() and visit.page.evaluate(active) == "R1-a2"


def test_who_comes_before_the_pages_are_ready_sees_them_when_they_are(browser: Any, tmp_path: Any) -> None:
    Case.create(tmp_path / "new", "A new case").close()
    served = Served(tmp_path / "new")
    visit = Visit(browser, served)
    assert visit.go("/reports") == 503
    visit.page.locator("button", has_text="Lay it ready").click()
    visit.page.locator("h1", has_text="Reports").wait_for(timeout=60_000)
    visit.go_nowhere()
    served.stop()
