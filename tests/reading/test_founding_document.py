"""The article that the project began with: what its reader must find there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from firsthand.model import Attribution, Kind, Stance
from firsthand.reading import own_voice, read

DATA = Path(os.environ.get("FIRSTHAND_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
ARTICLE = DATA / "seed" / "article.txt"

pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the founding article is not here (FIRSTHAND_DATA)"
)

WRITER = "Gyong Hong Jong"


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text("utf-8")


@pytest.fixture(scope="module")
def found(text: str) -> tuple[Attribution, ...]:
    return read(text, "en", "seed")


def words(text: str, each: Attribution) -> str:
    return " ".join(text[s.start : s.end] for s in each.content)


def holding(text: str, found: tuple[Attribution, ...], phrase: str) -> list[Attribution]:
    kept = [each for each in found if phrase in words(text, each)]
    assert kept, f"nothing tells of {phrase!r}"
    return kept


def hands(each: Attribution) -> list[str]:
    return [hop.name for hop in each.hands]


@pytest.mark.parametrize("phrase", ["nurturing embrace", "sacred duty", "invincible courage"])
def test_full_quotations_have_the_soldier_as_their_writer(
    text: str, found: tuple[Attribution, ...], phrase: str
) -> None:
    (each,) = holding(text, found, phrase)
    assert each.kind is Kind.DIRECT
    assert each.name == WRITER


def test_the_outlet_that_passed_the_first_quotation_on_is_a_hand(
    text: str, found: tuple[Attribution, ...]
) -> None:
    (each,) = holding(text, found, "nurturing embrace")
    assert hands(each) == [WRITER, "Ziare"]
    assert not each.inferred


def test_the_quotation_without_attribution_is_given_to_the_running_speaker(
    text: str, found: tuple[Attribution, ...]
) -> None:
    (each,) = holding(text, found, "sacred duty")
    assert each.inferred
    assert "happiness resides." in text[each.quotes[0].start : each.quotes[0].end]


@pytest.mark.parametrize(
    "quote",
    ["unforgivable mistake", "beloved party", "unforgivable to the supreme commander.", "new beginning."],
)
def test_partial_quotations_are_reached(text: str, found: tuple[Attribution, ...], quote: str) -> None:
    owners = [each for each in found if quote in [text[q.start : q.end] for q in each.quotes]]
    assert owners and all(each.kind is Kind.MIXED for each in owners)
    assert any(each.name == WRITER for each in owners)


def test_the_notebook_came_through_the_authorities_and_the_agency(
    text: str, found: tuple[Attribution, ...]
) -> None:
    (each,) = holding(text, found, "offers a glimpse")
    assert hands(each) == ["The notebook", "Ukrainian authorities", "Ukrinform"]


def test_the_order_is_hedged_and_has_no_stated_source(text: str, found: tuple[Attribution, ...]) -> None:
    each = next(e for e in holding(text, found, "allegedly ordered by") if e.hedges)
    assert each.source is None and each.unstated
    assert "allegedly" in [text[h.start : h.end] for h in each.hedges]


def test_the_army_alleges(text: str, found: tuple[Attribution, ...]) -> None:
    (each,) = holding(text, found, "falsified documents")
    assert each.stance is Stance.ALLEGES
    assert each.name.endswith("Ukrainian military")


def test_what_is_reported_has_a_source_that_is_not_stated(text: str, found: tuple[Attribution, ...]) -> None:
    (each,) = holding(text, found, "foreign volunteers")
    assert each.unstated and each.source is None


def test_western_nations_accuse(text: str, found: tuple[Attribution, ...]) -> None:
    (each,) = holding(text, found, "supplying troops")
    assert each.stance is Stance.ALLEGES
    assert each.name == "Western nations"


def test_the_opening_is_the_reports_own(text: str, found: tuple[Attribution, ...]) -> None:
    own = own_voice(text, "en", "seed", found)
    assert any("somber tale" in words(text, each) for each in own)
    assert not any("sacred duty" in words(text, each) for each in own)
