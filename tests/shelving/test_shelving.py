"""What is laid ready is what the dossier has, sheet by sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firsthand.dossier import Dossier
from firsthand.shelving import Sheets, shelve
from tests.dossier import cases

CASES = [cases.quay, cases.lone, cases.crowd, cases.hostile]


def _ready(folder: Path, made: Dossier) -> Sheets:
    shelve(folder, made)
    return Sheets(folder)


@pytest.mark.parametrize("make", CASES, ids=lambda m: m.__name__)
def test_every_sheet_comes_back_as_it_was(make: Any, tmp_path: Path) -> None:
    made = make().build()
    sheets = _ready(tmp_path, made)
    kinds = {
        "statement": made.statements,
        "report": made.reports,
        "source": made.sources,
        "record": (*made.records, *made.papers, *made.aids),
        "identity": made.identities,
        "dispute": made.disputes,
        "descent": made.picture.tellings,
        "ruling": made.rulings,
        "page": tuple(replace(page, data=b"") for page in made.images),
    }
    for kind, expected in kinds.items():
        assert tuple(sheets.some(kind)) == tuple(expected)
        for each in expected:
            found = sheets.sheet(each.anchor)
            assert found and found[1] == each and found[0].kind == kind
    assert [f.sentence for f in sheets.some("finding")] == [
        f.sentence for g in made.findings for f in (*g.shown, *g.rest)
    ]
    front = sheets.front()
    assert front and front.answer == made.answer and front.counts == made.counts


@pytest.mark.parametrize("make", CASES, ids=lambda m: m.__name__)
def test_every_anchor_that_something_leads_to_is_a_sheet_or_stands_on_one(make: Any, tmp_path: Path) -> None:
    made = make().build()
    sheets = _ready(tmp_path, made)
    wanted = {
        to for s in made.statements for f in s.families for r in f.rows for to in (r.anchor, r.upstream)
    }
    wanted |= {line.anchor for s in made.statements for line in s.lines} | {
        s.said_at for s in made.statements
    }
    wanted |= {to for p in made.sources for to in p.where}
    assert all(sheets.sheet(each) or sheets.home(each) for each in wanted if each)


def test_pictures_are_kept_with_their_bytes(tmp_path: Path) -> None:
    made = cases.quay().build()
    sheets = _ready(tmp_path, made)
    assert made.images
    for page in made.images:
        assert sheets.picture(page.anchor) == (page.media_type, page.data)
    assert sheets.picture("page-99") is None


def test_sheets_that_have_to_do_with_one_another_are_found_from_both(tmp_path: Path) -> None:
    made = cases.quay().build()
    sheets = _ready(tmp_path, made)
    statement = next(s for s in made.statements if s.reports > 1)
    about, _ = sheets.rows("report", filters={"with": statement.anchor})
    reports = {row.anchor.split("-")[0] for family in statement.families for row in family.rows}
    assert {row.anchor for row in about} == reports
    for row in about:
        assert statement in sheets.linked("statement", row.anchor)


def test_nothing_is_there_until_it_is_laid(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path)
    assert sheets.front() is None and sheets.sheet("S1") is None and sheets.search("pier") == []
    shelve(tmp_path, cases.lone().build())
    assert sheets.front() is not None
    shelve(tmp_path, cases.quay().build())
    front = sheets.front()
    assert front and front.title == cases.quay().build().title


def test_a_name_is_found_in_another_script_with_its_route(tmp_path: Path) -> None:
    made = cases.quay().build()
    source = replace(made.sources[0], name="Pyo Jin-gu", spellings=("Pyo Jin-gu", "표진구"))
    sheets = _ready(tmp_path, replace(made, sources=(source,)))
    for asked in ("표진구", "Пьо Джин Гу", "PYO CHINGU", "Pyo"):
        found = sheets.named(asked)
        assert [hit.row.anchor for hit in found] == [source.anchor], asked
        assert found[0].route and found[0].spelling in source.spellings
    assert sheets.named("Oda Lind") == [] and sheets.named("!?") == []


def test_what_another_release_laid_in_another_form_is_laid_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.shelving.putting.form", lambda: "another")
    assert _ready(tmp_path, cases.quay().build()).front() is None
    monkeypatch.undo()
    assert _ready(tmp_path, cases.quay().build()).front() is not None
