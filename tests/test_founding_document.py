"""The founding document alone, all the way to its dossier. Its text is read by path and never copied."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from firsthand import Case

if TYPE_CHECKING:
    from firsthand.dossier import Dossier
    from firsthand.dossier.sheets import ReadingRow

ROOT = Path(__file__).parents[1]
ARTICLE = Path(os.environ.get("FIRSTHAND_DATA", ROOT.parent / "shared" / "data")) / "seed" / "article.txt"
WRITER = "Gyong Hong Jong"

pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the founding document is not here (set FIRSTHAND_DATA)"
)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    with Case.create(tmp_path_factory.mktemp("seed") / "case", title="The notebook") as case:
        case.add(ARTICLE)
        case.trace()
        return case.dossier()


def rows(dossier: Dossier) -> list[ReadingRow]:
    return [row for sheet in dossier.statements for family in sheet.families for row in family.rows]


def row(dossier: Dossier, phrase: str) -> ReadingRow:
    found = [r for r in rows(dossier) if phrase in "".join(piece.text for piece in r.words)]
    assert found, f"no statement has {phrase!r}"
    return found[0]


@pytest.mark.parametrize("phrase", ["nurturing embrace", "sacred duty", "invincible courage"])
def test_the_full_quotations_are_the_writers(dossier: Dossier, phrase: str) -> None:
    found = row(dossier, phrase)
    assert (found.kind, found.source) == ("direct", WRITER)


def test_the_first_came_by_the_hand_of_an_outlet(dossier: Dossier) -> None:
    assert [hand.name for hand in row(dossier, "nurturing embrace").hands] == ["Ziare", WRITER]


def test_only_the_one_that_follows_is_inferred_and_that_is_said_before_printing(dossier: Dossier) -> None:
    direct = [r for r in rows(dossier) if r.kind == "direct"]
    assert [r.inferred for r in direct] == [False, True, False]
    assert "Speaker inferred" in {group.word for group in dossier.findings}


@pytest.mark.parametrize(
    "phrase",
    ["unforgivable mistake", "beloved party", "unforgivable to the supreme commander", "new beginning"],
)
def test_the_partial_quotations_are_reached_and_are_the_writers(dossier: Dossier, phrase: str) -> None:
    assert any(
        phrase in "".join(p.text for p in r.words) and WRITER in (r.source, *(h.name for h in r.hands))
        for r in rows(dossier)
    )


def test_the_agency_and_the_authorities_are_hands_of_what_the_notebook_tells(dossier: Dossier) -> None:
    names = [hand.name for hand in row(dossier, "glimpse").hands]
    assert names[:2] == ["Ukrinform", "Ukrainian authorities"]


def test_the_order_is_hedged_and_nobody_is_named_for_it(dossier: Dossier) -> None:
    found = row(dossier, "allegedly ordered by Kim Jong-un")
    assert found.hedges == ("allegedly",)
    assert found.unstated and not found.source


def test_the_army_alleges_and_western_nations_accuse(dossier: Dossier) -> None:
    assert "Ukrainian military" in row(dossier, "falsified documents").source
    assert row(dossier, "falsified documents").stance == "alleges"
    assert row(dossier, "supplying troops").source == "Western nations"
    assert row(dossier, "supplying troops").stance == "alleges"


def test_what_is_reportedly_so_has_no_stated_source(dossier: Dossier) -> None:
    assert row(dossier, "foreign volunteers").unstated
    assert "Source not stated" in {group.word for group in dossier.findings}


def test_nothing_is_called_independent(dossier: Dossier) -> None:
    assert dossier.counts.independent == 0


def test_the_notebook_is_the_record_that_is_not_in_the_case(dossier: Dossier) -> None:
    told = " ".join(piece.text for sentence in dossier.answer for piece in sentence)
    assert "notebook" in told.lower() and "not in the case" in told
    assert "Not in the case" in {group.word for group in dossier.findings}
