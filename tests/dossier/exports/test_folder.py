from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from firsthand.dossier.exports import folder
from firsthand.dossier.exports.folder import FIRST, pages
from tests.dossier import cases


def linked(files: dict[str, bytes]) -> set[tuple[str, str]]:
    """Every link inside the folder: its file, and the anchor there."""
    found = (to for name in files if name.endswith(".html") for to in _links(name, files[name].decode()))
    return set(found)


def _links(name: str, page: str) -> list[tuple[str, str]]:
    found = re.findall(r'href="([^":]*)"', page)
    parts = (unquote(each).partition("#") for each in found)
    return [(file or name, anchor) for file, _, anchor in parts]


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize("case", [cases.lone, cases.hostile, cases.quay, cases.crowd])
def test_every_link_leads_somewhere(
    case: Callable[[], cases.Case], few: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for most in ("STATEMENTS", "REPORTS", "SOURCES", "RECORDS", "FINDINGS", "LINES", "ACTS") if few else ():
        monkeypatch.setattr(folder, most, 1)
    files = pages(case().build())
    there = {
        name: set(re.findall(r'id="([^"]+)"', data.decode()))
        for name, data in files.items()
        if name.endswith(".html")
    }
    for file, anchor in linked(files):
        assert file in files
        assert not anchor or file not in there or anchor in there[file], (file, anchor)
    assert files[FIRST].startswith(b"<!doctype html>")
    assert not any(b"<script" in data for data in files.values())


def test_the_first_page_of_a_large_case_leads_to_what_it_does_not_show() -> None:
    large = {name: data.decode() for name, data in pages(cases.crowd(260).build()).items()}
    assert len(large[FIRST]) < 100_000
    assert "could not be read by anybody" in large[FIRST] and '<svg class="descent"' not in large[FIRST]
    assert 'href="descent.html"' in large[FIRST]
    told = sum(page.count('<li id="D') for page in large.values())
    assert told == len(cases.crowd(260).build().picture.tellings)
    assert "descent-2.html" in large and large["descent-2.html"].count('<li id="D') <= 200


def test_names_of_files_are_anchors_and_tell_nothing() -> None:
    names = set(pages(cases.quay().build()))
    assert all(re.fullmatch(r"(pictures/)?[a-zA-Z0-9-]+\.(html|jpg)", name) for name in names)
    assert any(name.startswith("pictures/") for name in names)


@pytest.mark.browser
def test_it_opens_from_a_file_without_script_and_shows_its_pictures(browser: Any, tmp_path: Path) -> None:
    for name, data in pages(cases.quay().build()).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 800})
    asked, complaints = [], []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((tmp_path / FIRST).as_uri())
    page.click("#before a.ref >> nth=0")
    assert "#" in page.url and "statements.html" in page.url
    page.click("nav.contents a[href^='record.html']")
    assert any(url.endswith(".jpg") for url in asked) and complaints == []
    page.goto((tmp_path / "reports.html").as_uri())
    page.click(".report .cite summary >> nth=0")
    assert "in “" in page.inner_text(".report .cite[open] p")
    page.close()
