"""A passage is corrected on the page of its report, in Chromium: by the mouse, and by the keyboard alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from firsthand.model import Attribution, Ruling, Span
from firsthand.text import excerpt
from tests.dossier import cases
from tests.workbench.by_hand import drag, loaded_anew, open_passage
from tests.workbench.made import laid_ready, pier
from tests.workbench.served import Served, Visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pier(tmp_path_factory.mktemp("case"))


@pytest.fixture
def served(traced: Path, tmp_path: Path) -> Iterator[Served]:
    """The same case again, for a test to rule in."""
    made = Served(Path(shutil.copytree(traced, tmp_path / "pier.case")))
    yield made
    made.stop()


@pytest.fixture
def desk(browser: Any, served: Served) -> Iterator[Visit]:
    """The first report, in a browser; no page complains of anything."""
    visit = Visit(browser, served, viewport={"width": 1200, "height": 900})
    visit.page.set_default_timeout(10_000)
    visit.go("/R1")
    yield visit
    visit.go_nowhere()
    assert visit.complaints == [] and visit.foreign == []


def _texts(served: Served) -> dict[str, str]:
    return {each.id: each.text for each in served.desk.sheets.some("report")}


def _last(served: Served) -> Ruling:
    return served.desk.clerk.rulings()[-1]


def _became(served: Served) -> list[str]:
    """The words of what the last ruling made."""
    texts = _texts(served)
    return [excerpt(texts[each.record], each.content) for each in _last(served).becomes]


def _hands(served: Served, found: Attribution) -> list[str]:
    text = _texts(served)[found.record]
    return [hop.name or (text[hop.who.start : hop.who.end] if hop.who else "") for hop in found.hands]


def _rule(page: Any, form: str = ".correcting") -> None:
    """Says why, and sends the form."""
    page.locator(f"{form} [name=because]").fill("I rang them")
    with loaded_anew(page):
        page.locator(f"{form} [name=because]").press("Enter")


def test_every_place_is_found_in_the_page_and_back(desk: Visit, served: Served) -> None:
    for anchor in ("R1", "R2"):
        desk.go(f"/{anchor}")
        sheet = served.desk.sheets.sheet(anchor)
        assert sheet
        text, begins = sheet[1].text, sheet[1].paragraphs[0][0].start
        spans = [[n, m] for n in range(begins, len(text), 7) for m in (n + 1, n + 9) if m <= len(text)]
        told = desk.page.evaluate(
            """async spans => {
              const { Text } = await import("/static/places.js");
              const text = new Text(document.querySelector(".text"), "en");
              return spans.map((span) => {
                const [first, ...rest] = text.ranges([span]);
                if (first && rest.length) first.setEnd(rest.at(-1).endContainer, rest.at(-1).endOffset);
                return [text.words([span]), first ? text.taken(first) : null];
              });
            }""",
            spans,
        )
        for (start, end), (words, back) in zip(spans, told, strict=True):
            assert words.split() == text[start:end].split()
            bare = text[start:end].strip()
            at = start + len(text[start:end]) - len(text[start:end].lstrip())
            assert back == ([at, at + len(bare)] if bare else None)


def test_words_are_dragged_over_and_become_what_is_said(desk: Visit, served: Served) -> None:
    open_passage(desk.page, "R1-a1")
    drag(desk.page, "Songs 🎶 were sung")
    desk.page.click("[data-as=content]")
    drag(desk.page, "the lamps went out")
    desk.page.click("[data-as=also]")
    drag(desk.page, "Ada Quist")
    desk.page.click("[data-as=source]")
    drag(desk.page, "denied")
    desk.page.click("[data-as=cue]")
    _rule(desk.page)
    (made,) = _last(served).becomes
    text = _texts(served)[made.record]
    assert _became(served) == ["Songs 🎶 were sung … the lamps went out"]
    assert made.content[0] == Span(text.index("Songs"), text.index(" on the quay"))
    assert made.name == "Ada Quist" and excerpt(text, made.cue) == "denied"
    assert desk.page.url.endswith("/R1#R1-a1")
    panel = desk.page.locator("#panel")
    panel.locator("text=takes effect").first.wait_for()
    with loaded_anew(desk.page):
        panel.locator("button", has_text="Undo").click()
    assert _last(served).undoes and desk.page.locator(".stamp.waiting").count() == 0


def test_words_grow_and_shrink_by_keys(desk: Visit, served: Served) -> None:
    keys = desk.page.keyboard
    keys.press("j")
    keys.press("j")
    keys.press("Enter")
    desk.page.locator("article[data-passage=R1-a2]").wait_for()
    for key in "{{}}":
        keys.press(key)
    shown = desk.page.locator(".correcting [name=content]")
    assert shown.input_value() == "ferry will not sail before noon"
    keys.press("[")
    keys.press("]")
    assert shown.input_value() == "The ferry will not sail before noon,"
    assert desk.page.evaluate("CSS.highlights.get('passage-content').size") >= 1
    assert desk.page.locator("[value=correct]").is_checked()
    _rule(desk.page)
    assert _became(served) == ["The ferry will not sail before noon,"]


def test_judgements_by_keys(desk: Visit, served: Served) -> None:
    keys = desk.page.keyboard
    for _ in range(3):
        keys.press("j")
    with loaded_anew(desk.page):
        keys.press("a")
    assert _last(served).judgement == "accept" and _last(served).on[0].words == "it was late"
    for key in ("r", "u"):
        desk.go("/R1")
        for _ in range(3):
            keys.press("j")
        keys.press(key)
        desk.page.locator("article[data-passage=R1-a3] [name=because]:focus").wait_for()
        keys.type("I rang them")
        with loaded_anew(desk.page):
            keys.press("Enter")
    assert _last(served).judgement == "undecided" and len(served.desk.clerk.rulings()) == 3


@pytest.mark.parametrize("by", ["buttons", "keys"])
def test_hands_are_put_in_order(desk: Visit, served: Served, by: str) -> None:
    page = desk.page
    open_passage(page, "R1-a2")
    page.keyboard.press("e")
    second = page.locator(".hands [name=hand]").nth(1)
    if by == "keys":
        second.focus()
        page.keyboard.press("Alt+ArrowUp")
    else:
        page.locator(".hands [data-move=up]").nth(1).click()
        drag(page, "Ada Quist")
        page.click("[data-as=hand]")
        page.locator(".hands [data-move=up]").nth(2).click()
        page.locator(".hands [data-move=out]").nth(0).click()
    _rule(page)
    told = ["Coast Mail", "Bo Ek"] if by == "keys" else ["Ada Quist", "Bo Ek"]
    assert _hands(served, _last(served).becomes[0]) == told


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_one_is_split_in_two(desk: Visit, served: Served, by: str) -> None:
    from playwright.sync_api import expect

    page = desk.page
    open_passage(page, "R1-a4")
    if by == "mouse":
        drag(page, "and the lamps went out")
        page.click("[data-as=split]")
    else:
        page.locator(".split summary").focus()
        page.keyboard.press("Enter")
        parts = page.locator(".splitting [name=content]")
        expect(parts.nth(1)).to_have_value(re.compile("^dawn"))  # cut in the middle to begin with
        page.keyboard.press("]")
    _rule(page, ".splitting")
    assert _became(served) == ["The pier was closed at dawn", "and the lamps went out"]


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_two_are_put_together(desk: Visit, served: Served, by: str) -> None:
    page = desk.page
    open_passage(page, "R1-a4")
    page.locator(".merge summary").click()
    page.locator(".pick").focus()
    page.keyboard.press("Enter")
    if by == "mouse":
        page.locator("[data-passage=R1-a5]").first.click()
    else:
        page.keyboard.press("Escape")
        page.locator(".pick").press("Enter")
        page.locator(".pick").blur()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
    assert page.locator(".merging [name=on][list]").input_value() == "R1-a5"
    _rule(page, ".merging")
    assert (
        _last(served).judgement == "merge" and "dawn" in _became(served)[0] and "storm" in _became(served)[0]
    )


@pytest.mark.parametrize("by", ["mouse", "keys", "words"])
def test_what_was_missed_is_told(desk: Visit, served: Served, by: str) -> None:
    page = desk.page
    if by == "mouse":
        drag(page, "Nobody was hurt")
        page.click("[data-as=missed]")
    else:
        for _ in range(4):
            page.keyboard.press("j")
        page.keyboard.press("m")
        content = page.locator("#panel .missing [name=content]")
        content.wait_for()
        page.keyboard.press("Escape")
        if by == "words":
            content.fill("Nobody was hurt")
        else:
            for key in "]" * 6 + "{" * 4:
                page.keyboard.press(key)
            assert content.input_value() == "Nobody was hurt"
    page.locator(".missing [name=name]").fill("the mayor")
    _rule(page, ".missing")
    assert _became(served) == ["Nobody was hurt"] and _last(served).becomes[0].name == "the mayor"


def test_what_is_refused_is_told_and_nothing_that_was_typed_is_lost(desk: Visit, served: Served) -> None:
    page = desk.page
    open_passage(page, "R1-a2")
    page.keyboard.press("e")
    page.locator(".correcting [name=content]").fill("The ferry sank")
    page.locator(".correcting [name=because]").fill("I rang them")
    page.locator(".correcting [name=because]").press("Enter")
    page.locator("#panel [role=status]", has_text="no words “The ferry sank”").wait_for()
    assert page.locator(".correcting [name=because]").input_value() == "I rang them"
    assert served.desk.clerk.rulings() == ()
    desk.complaints.clear()  # the browser complains of the refusal


def test_korean_words_are_found_where_they_stand(desk: Visit, served: Served) -> None:
    desk.go("/R2")
    open_passage(desk.page, "R2-a2")
    drag(desk.page, "등불이 모두")
    desk.page.click("[data-as=content]")
    _rule(desk.page)
    assert _became(served) == ["등불이 모두"]


def test_escape_leads_back_and_a_click_on_nothing_lets_go(desk: Visit) -> None:
    page = desk.page
    open_passage(page, "R1-a2")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "R1-a2"
    drag(page, "Nobody was")
    assert page.locator(".panel.bare").is_visible()
    page.locator(".text").click(position={"x": 5, "y": 5})
    page.locator("#panel").wait_for(state="hidden" if page.locator("article.passage").count() == 0 else None)


def test_with_the_panel_open_nobody_is_shut_out(desk: Visit, served: Served) -> None:
    from axe_playwright_python.sync_playwright import Axe

    visit = Visit(desk.page.context.browser, served, bypass_csp=True)
    page, found = visit.page, {}
    for width, scheme in ((1200, "light"), (1200, "dark"), (360, "light"), (360, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        visit.go("/R1")
        drag(page, "Nobody was")
        page.click("[data-as=missed]")
        told = [Axe().run(page).response["violations"]]
        open_passage(page, "R1-a2")
        page.keyboard.press("e")
        for each in page.locator("#panel details").all():
            each.evaluate("each => { each.open = true; }")
        told.append(Axe().run(page).response["violations"])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found |= {(width, scheme, v["id"]): v["nodes"][0]["html"][:200] for each in told for v in each}
    visit.go_nowhere()
    assert found == {}


def test_hostile_words_do_nothing_in_the_panel(browser: Any, tmp_path: Any) -> None:
    served = Served(laid_ready(tmp_path / "hostile", cases.hostile().build()))
    visit = Visit(browser, served)
    for number in range(1, served.desk.sheets.front().sheets["report"] + 1):  # type: ignore[union-attr]
        visit.go(f"/R{number}")
        for at in visit.page.locator(".text .at").all():
            at.press("Enter")
            visit.page.locator(f"article[data-passage={at.get_attribute('id')}]").wait_for()
            visit.page.keyboard.press("e")
        ours = visit.page.evaluate("[...document.scripts].every(s => s.src.startsWith(location.origin))")
        assert ours and visit.page.evaluate("window.stung") is None
        assert visit.page.locator("img, iframe, object, embed, base, body style").count() == 0
    assert (visit.foreign, visit.complaints) == ([], [])
    visit.go_nowhere()
    served.stop()


def test_passages_are_gone_through_in_the_order_of_the_text(desk: Visit) -> None:
    seen = []
    for key in ("j", "j", "j", "k", "j"):
        desk.page.keyboard.press(key)
        seen.append(desk.page.evaluate("document.activeElement.id"))
    assert seen == ["R1-a1", "R1-a2", "R1-a3", "R1-a2", "R1-a3"]
    assert all(one != other for one, other in pairwise(seen))
