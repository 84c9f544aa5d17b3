"""The page of a record: what is read, and where it stands on the page, in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from firsthand.case import Case
from firsthand.model import Line, RecordKind, Region, Span
from tests import builders
from tests.dossier import cases
from tests.ruling.test_drawing import folder_of
from tests.workbench.made import laid_ready
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser
LINES, PAGES, SIZE = 300, 10, (1000, 1400)
EACH = LINES // PAGES
ARABIC = "كان الماء عالياً في الليل"


def _region(page: str, nth: int) -> Region:
    return Region(page, 100, 40 + 45 * nth, 600, 30)


def _book() -> cases.Case:
    """A record of ten pages and three hundred lines, with a translation of it."""
    quay = cases.quay()
    words = [f"물이 높다 {n}" for n in range(LINES)]
    pages = [
        builders.record(
            "", id=f"page{n}", name=f"page-{n}.png", kind=RecordKind.PAGE, of="book", outlet="", published=""
        )
        for n in range(PAGES)
    ]
    starts = [sum(len(each) + 1 for each in words[:n]) for n in range(LINES)]
    spans = [Span(at, at + len(each)) for at, each in zip(starts, words, strict=True)]
    lines = tuple(Line(n + 1, span, _region(pages[n // EACH].id, n % EACH)) for n, span in enumerate(spans))
    book = builders.record(
        "\n".join(words), id="book", kind=RecordKind.PRIMARY, name="book.txt", title="The log", outlet="",
        published="", language="ko", lines=lines,
    )  # fmt: skip
    other = "\n".join([ARABIC] * LINES)
    rows = tuple(
        Line(n + 1, Span(n * (len(ARABIC) + 1), n * (len(ARABIC) + 1) + len(ARABIC))) for n in range(LINES)
    )
    arabic = builders.record(
        other, id="arabic", kind=RecordKind.TRANSLATION, name="ar.txt", title="Another", outlet="",
        published="", language="ar", of="book", by="Omar Said", lines=rows,
    )  # fmt: skip
    reports = [each for each in quay.records if each.kind is RecordKind.REPORT]
    images = {each.id: cases.picture(*SIZE) for each in pages}
    return replace(quay, records=[book, arabic, *pages, *reports], images=images)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Served(laid_ready(tmp_path_factory.mktemp("case") / "book", _book().build()))
    yield made
    made.stop()


def _inside(page: Any, line: str) -> bool:
    """Whether the place of a line is wholly in the part of its page that is seen."""
    return bool(
        page.evaluate(
            """line => {
              const at = document.getElementById(line + "-at");
              const [a, b] = [at, at.closest(".stage")].map((each) => each.getBoundingClientRect());
              return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
                && b.bottom > 0 && b.top < innerHeight && a.width > b.width / 4;
            }""",
            line,
        )
    )


@pytest.mark.parametrize("width", [1200, 360])
def test_a_line_that_is_led_to_is_seen_on_its_page(browser: Any, book: Served, width: int) -> None:
    visit = Visit(browser, book, viewport={"width": width, "height": 800})
    page = visit.page
    for path in ("/L187", "/M1#L187"):
        visit.go("/")
        visit.go(path)
        page.wait_for_function("document.querySelector('[aria-current]')?.id === 'L187'")
        assert page.url.endswith("/M1#L187") and _inside(page, "L187")
        words = page.locator("#L187 .orig").bounding_box()
        assert 0 < words["y"] < 800
        whole = page.evaluate("document.querySelector('#L187-at').closest('.stage').clientHeight")
        assert whole < 800
    assert (visit.complaints, visit.foreign) == ([], [])


def test_a_line_and_its_place_are_lit_together_and_lead_to_each_other(browser: Any, book: Served) -> None:
    visit = Visit(browser, book)
    page = visit.page
    visit.go("/M1")
    page.locator("#L3 .orig").hover()
    assert page.locator(".lit").evaluate_all("found => found.map(each => each.id)") == ["L3-at", "L3"]
    page.locator("#L5-at").hover()
    assert page.locator(".lit").evaluate_all("found => found.map(each => each.id)") == ["L5-at", "L5"]
    page.locator("#L3 .orig").click()
    assert page.url.endswith("/M1#L3") and _inside(page, "L3")
    page.get_by_label("Line 29", exact=True).first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("/M1#L29") and page.locator("#L29").get_attribute("aria-current") == "true"
    page.go_back()
    page.wait_for_function("document.querySelector('[aria-current]')?.id === 'L3'")


def _seen(page: Any) -> list[float]:
    drawn = page.locator(".stage svg").first.get_attribute("viewBox")
    return [float(each) for each in drawn.split()]


def test_a_page_is_zoomed_and_moved_by_buttons_keys_wheel_and_hand(browser: Any, book: Served) -> None:
    visit = Visit(browser, book)
    page = visit.page
    visit.go("/M1")
    stage = page.locator(".stage").first
    whole = _seen(page)
    page.locator("[data-zoom=in]").first.click()
    near = _seen(page)
    assert near[2] < whole[2] and near[3] < whole[3]
    stage.focus()
    page.keyboard.press("ArrowDown")
    assert _seen(page)[1] > near[1] and _seen(page)[2] == near[2]
    page.keyboard.press("+")
    closer = _seen(page)
    assert closer[2] < near[2]
    box = stage.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] - 40, middle[1] - 40, steps=4)
    page.mouse.up()
    moved = _seen(page)
    assert moved[0] > closer[0] and moved[1] > closer[1] and "#" not in page.url
    page.keyboard.press("0")
    assert _seen(page) == whole
    top = page.evaluate("scrollY")
    page.mouse.wheel(0, 100)
    page.wait_for_function("top => scrollY > top", arg=top)
    assert _seen(page) == whole  # a long page is scrolled and not caught in its picture
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.wait_for_function(
        "was => document.querySelector('.stage svg').viewBox.baseVal.width < was", arg=whole[2]
    )
    page.keyboard.up("Control")
    assert visit.complaints == []


def test_texts_are_chosen_and_laid_side_by_side_without_script(browser: Any, book: Served) -> None:
    visit = Visit(browser, book, java_script_enabled=False)
    page = visit.page
    visit.go("/M1")
    own, arabic = page.locator("#L1 .of-0"), page.locator("#L1 .of-1")
    below = own.bounding_box(), arabic.bounding_box()
    assert below[1]["y"] > below[0]["y"]
    page.check("#in-columns")
    beside = own.bounding_box(), arabic.bounding_box()
    assert beside[1]["x"] >= beside[0]["x"] + beside[0]["width"]
    page.uncheck("#layer-0")
    assert not own.is_visible() and arabic.is_visible()
    assert page.locator(".tools").filter(visible=True).count() == 0
    assert page.locator(".stage img").first.is_visible()


def test_pictures_are_asked_for_when_they_come_into_view(browser: Any, book: Served) -> None:
    visit = Visit(browser, book, viewport={"width": 1200, "height": 600})
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.go("/M1")
    visit.page.wait_for_timeout(300)
    pictures = {each for each in asked if "/pages/" in each}
    assert 0 < len(pictures) < PAGES


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A case of files, whose log has no coordinates and a photograph."""
    place = tmp_path_factory.mktemp("log")
    with Case.create(place / "log.case") as case:
        case.add(folder_of(place / "log"))
        case.trace()
        case.shelve()
    made = Served(place / "log.case")
    yield made
    made.stop()


def _traced(served: Served, page: Any) -> None:
    """Traces the case anew, as a person does it."""
    page.goto(f"{served.address}/rulings")
    page.get_by_role("button", name="Trace the case anew").click()
    page.locator("[data-work] a").first.wait_for(timeout=240_000)


def _place_of(page: Any, line: str) -> list[int]:
    at = page.locator(f"#{line}-at rect")
    return [round(float(at.get_attribute(side))) for side in ("x", "y", "width", "height")]


def test_a_region_is_drawn_by_hand_and_by_numbers_and_stands_after_a_trace(browser: Any, log: Served) -> None:
    visit = Visit(browser, log, viewport={"width": 1200, "height": 800})
    page = visit.page
    visit.go("/L1")
    assert page.locator("[id$='-at']").count() == 0
    page.get_by_label("Draw where line 1 stands").click()
    page.locator(".drawing.live").wait_for()
    stage = page.locator(".stage").bounding_box()
    scale = stage["width"] / 400
    page.mouse.move(stage["x"] + 300 * scale, stage["y"] + 90 * scale)
    page.mouse.down()
    page.mouse.move(stage["x"] + 100 * scale, stage["y"] + 50 * scale, steps=5)
    page.mouse.up()

    def numbers() -> list[int]:
        names = ("x", "y", "width", "height")
        return [int(page.locator(f"[name={name}]").input_value()) for name in names]

    assert all(abs(a - b) <= 2 for a, b in zip(numbers(), (100, 50, 200, 40), strict=True))
    drawn = numbers()
    for key in ("ArrowRight", "Shift+ArrowDown"):  # the box has the focus
        page.keyboard.press(key)
    by = numbers()[0] - drawn[0]
    assert by >= 1 and numbers() == [drawn[0] + by, drawn[1], drawn[2], drawn[3] + by]
    drawn = numbers()
    page.locator("[name=because]").fill("I looked at the page")
    page.get_by_role("button", name="on to L2").click()
    page.wait_for_url("**/region/L2")

    plain = Visit(browser, log, java_script_enabled=False)
    plain.go("/region/L2")
    for name, value in {"x": 20, "y": 120, "width": 300, "height": 30}.items():
        plain.page.locator(f"[name={name}]").fill(str(value))
    plain.page.locator("[name=because]").fill("below the first")
    plain.page.get_by_role("button", name="Rule", exact=True).click()
    plain.page.wait_for_url("**/region/L2")
    assert "takes effect" in plain.page.locator(".recent").inner_text()

    _traced(log, page)
    visit.go("/L2")
    assert _place_of(page, "L1") == drawn and _place_of(page, "L2") == [20, 120, 300, 30]
    assert _inside(page, "L2")
    assert "region drawn" in page.locator("#L2").inner_text()
    assert "below the first" in page.locator("#L2").inner_text()
    assert visit.complaints == [] and visit.foreign == []


def test_a_region_beyond_the_picture_is_refused_in_a_sentence(browser: Any, log: Served) -> None:
    visit = Visit(browser, log, java_script_enabled=False)
    visit.go("/region/L1")
    for name, value in {"x": 20, "y": 120, "width": 30_000, "height": 30}.items():
        visit.page.locator(f"[name={name}]").fill(str(value))
    visit.page.locator("[name=because]").fill("too wide")
    visit.page.get_by_role("button", name="Rule", exact=True).click()
    assert "lies outside the picture of 400 × 201 pixels" in visit.page.locator("main").inner_text()
    assert visit.go("/region/L99") == 404
