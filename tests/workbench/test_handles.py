"""Where words begin and end is corrected by dragging handles, in Chromium: by mouse, finger and keys, in
texts that run from left to right, from right to left, and without blanks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.case import Case
from firsthand.text import excerpt
from tests.workbench.by_hand import loaded_anew, open_passage, pull, pulled
from tests.workbench.made import PIER
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser
HEAD = "---\noutlet: {0}\npublished: 2024-05-0{1}\nlanguage: {2}\n---\n{3}\n"
ARABIC = "قال مدير الميناء إن السفينة لن تبحر قبل الظهر بسبب العاصفة الشديدة."
JAPANESE = "港長は船が正午まで出航しないと述べた。灯りは消えていた。"


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    place = folder / "quay"
    place.mkdir()
    texts = (("Harbour Gazette", "en", PIER), ("Al Mina", "ar", ARABIC), ("Minato", "ja", JAPANESE))
    for number, (outlet, language, text) in enumerate(texts, 1):
        (place / f"{number}.txt").write_text(HEAD.format(outlet, number, language, text), "utf-8")
    with Case.create(folder / "quay.case") as made:
        made.add(place)
        made.trace()
        made.shelve()
    return folder / "quay.case"


@pytest.fixture
def served(traced: Path, tmp_path: Path) -> Iterator[Served]:
    made = Served(Path(shutil.copytree(traced, tmp_path / "quay.case")))
    yield made
    made.stop()


@pytest.fixture
def desk(browser: Any, served: Served) -> Iterator[Visit]:
    visit = Visit(browser, served, viewport={"width": 1200, "height": 900}, has_touch=True)
    visit.page.set_default_timeout(10_000)
    yield visit
    visit.go_nowhere()
    assert visit.complaints == [] and visit.foreign == []


def _content(page: Any, words: str) -> None:
    """Waits until the form that is shown has these words."""
    page.wait_for_function(
        "words => document.querySelector('.panel-body [name=content]').value === words", arg=words
    )


def test_ends_are_dragged_with_the_mouse_and_the_ruling_has_them(desk: Visit, served: Served) -> None:
    page = desk.page
    desk.go("/R1")
    open_passage(page, "R1-a2")
    pull(page, "start", "ferry")
    pull(page, "end", "noon")
    _content(page, "ferry will not sail before noon")
    assert page.locator("[value=correct]").is_checked()
    page.locator(".correcting [name=because]").fill("I rang them")
    with loaded_anew(page):
        page.locator(".correcting [name=because]").press("Enter")
    (made,) = served.desk.clerk.rulings()[-1].becomes
    text = next(each.text for each in served.desk.sheets.some("report") if each.id == made.record)
    assert excerpt(text, made.content) == "ferry will not sail before noon"


def test_a_finger_drags_them_too(desk: Visit) -> None:
    page = desk.page
    desk.go("/R1")
    open_passage(page, "R1-a2")
    from_, to = pulled(page, "end", "sail")
    hand = page.context.new_cdp_session(page)
    for kind, points in (("touchStart", [from_]), ("touchMove", [to]), ("touchEnd", [])):
        touches = [{"x": x, "y": y} for x, y in points]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
    page.wait_for_function("document.querySelector('.panel-body [name=content]').value.endsWith('not sail')")


def _missed(desk: Visit, report: str) -> None:
    """The first word of a report is told as something that was missed."""
    desk.go(f"/{report}")
    desk.page.keyboard.press("m")
    desk.page.locator(".handle.end:not([hidden])").wait_for()


def test_a_text_from_right_to_left_is_dragged_and_stepped_the_way_it_runs(desk: Visit) -> None:
    page = desk.page
    _missed(desk, "R2")
    _content(page, "قال")
    pull(page, "end", "السفينة")
    _content(page, "قال مدير الميناء إن السفينة")
    pull(page, "start", "الميناء")
    _content(page, "الميناء إن السفينة")
    page.locator(".handle.end").focus()
    page.keyboard.press("ArrowLeft")
    _content(page, "الميناء إن السفينة لن")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    _content(page, "الميناء إن")
    page.locator(".handle.start").focus()
    page.keyboard.press("ArrowRight")
    _content(page, "مدير الميناء إن")


def test_a_text_without_blanks_is_cut_at_its_words(desk: Visit) -> None:
    page = desk.page
    _missed(desk, "R3")
    pull(page, "end", "正午")
    assert page.locator(".panel-body [name=content]").input_value() == "港長は船が正午"


def test_where_words_are_typed_there_is_nothing_to_drag(desk: Visit) -> None:
    page = desk.page
    desk.go("/R1")
    open_passage(page, "R1-a2")
    page.locator(".handle.end:not([hidden])").wait_for()
    page.locator(".otherwise summary").click()
    page.locator(".correcting [name=content]").fill("something else")
    page.locator(".handle.end").wait_for(state="hidden")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator(".handle:not([hidden])").count() == 0
