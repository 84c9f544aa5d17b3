"""How what a page shows is cited: its note, BibTeX and CSL-JSON, and that they are copied."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from firsthand.dossier.citing import citations
from firsthand.dossier.literature import bibtex_of
from firsthand.dossier.rulings import RulingNote
from tests.dossier import cases
from tests.workbench.made import laid_ready, pier
from tests.workbench.served import Served, Visit
from tests.workbench.visiting import client

NOTE = RulingNote("J1", 1, "same", "A is B", "Ann Lee", "3 May 2024", "one paper", True, at="2024-05-03")
MADE = replace(cases.quay().build(), rulings=(NOTE,))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_ready(tmp_path_factory.mktemp("case") / "quay", MADE)


def _cited(page: str, number: int = 0) -> tuple[str, list[str]]:
    cite = lxml.html.fromstring(page).xpath("//details[@class='cite']")[number]
    return cite.xpath("string(p)"), [each.text_content() for each in cite.xpath("pre")]


@pytest.mark.parametrize("kind", ["statement", "report", "record", "source", "descent", "ruling"])
def test_a_sheet_is_cited_as_in_the_dossier_in_three_forms(folder: Path, kind: str) -> None:
    expected = next(each for each in citations(MADE).values() if each.kind == kind)
    with client(folder) as reader:
        note, (bibtex, csl) = _cited(reader.get(f"/{expected.anchor}").text)
    assert note == expected.text and bibtex == bibtex_of(expected)
    assert [item["note"] for item in json.loads(csl)] == [expected.text]


def test_each_line_of_a_record_is_cited_beside_it(folder: Path) -> None:
    record = MADE.records[0]
    with client(folder) as reader:
        page = reader.get(f"/{record.anchor}").text
    for number, line in enumerate(record.lines, 1):
        expected = citations(MADE)[line.anchor]
        assert _cited(page, number) == (expected.text, [bibtex_of(expected)])


def test_a_passage_is_cited_by_its_words_and_its_report(folder: Path) -> None:
    report = next(each for each in MADE.reports if each.tags)
    tag = report.tags[0]
    with client(folder) as reader:
        note, forms = _cited(reader.get(f"/passage/{tag.anchor}").text)
    assert report.words(tag.spans)[:40] in note and report.outlet in note
    assert f"; {tag.anchor} in “{MADE.title}”" in note and len(forms) == 2


def test_lists_have_no_citations_and_tell_no_key_for_them(folder: Path) -> None:
    with client(folder) as reader:
        page = reader.get("/descent").text
    assert 'class="cite"' not in page and "<kbd>c</kbd>" not in page


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Served(pier(tmp_path_factory.mktemp("case")))
    yield made
    made.stop()


def _visit(browser: Any, served: Served, *allowed: str) -> Visit:
    return Visit(browser, served, permissions=list(allowed))


def _held(visit: Visit) -> str:
    return str(visit.page.evaluate("navigator.clipboard.readText()"))


MAY = ("clipboard-read", "clipboard-write")


@pytest.mark.browser
def test_a_button_beside_each_form_copies_it_and_says_so(browser: Any, served: Served) -> None:
    visit = _visit(browser, served, *MAY)
    visit.go("/S1")
    cite = visit.page.locator(".cite").first
    cite.locator("summary").click()
    forms = [cite.locator("p").inner_text(), *cite.locator("pre").all_text_contents()]
    for name, form in zip(("Note", "BibTeX", "CSL-JSON"), forms, strict=True):
        cite.get_by_role("button", name=f"Copy: {name}").click()
        visit.page.locator("[role=status]", has_text=f"{name}: copied").wait_for()
        assert _held(visit) == form
    assert visit.complaints == []


@pytest.mark.browser
def test_c_copies_the_note_of_the_sheet_or_of_the_passage_that_is_open(browser: Any, served: Served) -> None:
    visit = _visit(browser, served, *MAY)
    visit.go("/R1")
    visit.page.keyboard.press("c")
    visit.page.locator(".copied", has_text="Note: copied").wait_for()
    assert "; R1 in “" in _held(visit)
    visit.page.keyboard.press("j")
    visit.page.keyboard.press("Enter")
    visit.page.locator(".panel .cite").wait_for()
    visit.page.keyboard.press("c")
    visit.page.wait_for_function("navigator.clipboard.readText().then((t) => t.includes('; R1-a'))")
    visit.page.keyboard.press("?")
    assert "copy the note" in visit.page.locator("dialog#keys").inner_text()


@pytest.mark.browser
def test_where_nothing_may_be_copied_the_note_is_marked(browser: Any, served: Served) -> None:
    visit = _visit(browser, served)
    visit.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    visit.go("/S1")
    visit.page.keyboard.press("c")
    visit.page.locator(".copied", has_text="marked").wait_for()
    assert "; S1 in “" in visit.page.evaluate("getSelection().toString()")
    assert visit.page.locator(".cite").first.get_attribute("open") is not None
