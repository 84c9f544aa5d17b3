"""A wording in the lines of a record: which lines are cited."""

from __future__ import annotations

import pytest

from firsthand.matching.candidates import rarity
from firsthand.matching.runs import LONGEST, best_lines
from firsthand.matching.wordings import Wording, units_of, wordings_of
from firsthand.model import MatchKind
from tests.matching.made import numbered, report, said

LINES = [f"Berth{n} held crate{n} and rope{n} until noon{n}." for n in range(40)]
SOURCE = numbered("r", LINES)


def wording(text: str) -> Wording:
    one = report("a", text)
    known = {one.id: one}
    (found,) = wordings_of(known, units_of(known, [said(one, text)]))
    return found


@pytest.mark.parametrize(
    ("text", "hits", "numbers"),
    [
        (LINES[4], [4], (5,)),
        (LINES[4] + " " + LINES[5], [4, 5], (5, 6)),
        ("rope4 until noon4. Berth5 held crate5", [3, 4, 5, 6], (5, 6)),
        (LINES[4] + " " + LINES[5] + " " + LINES[6], [4, 6], (5, 6, 7)),
        (LINES[4], list(range(3 * LONGEST)), (5,)),
    ],
)
def test_the_lines_cited_are_those_that_hold_the_words(
    text: str, hits: list[int], numbers: tuple[int, ...]
) -> None:
    words = wording(text)
    found = best_lines(words, SOURCE, dict.fromkeys(hits, 1), rarity([words]))
    assert found is not None
    assert found.lines.numbers == numbers


def test_of_many_places_in_a_long_record_those_that_share_most_are_tried() -> None:
    words = wording(LINES[39])
    found = best_lines(words, SOURCE, dict.fromkeys(range(0, 36, 3), 1) | {39: 3}, rarity([words]))
    assert found is not None
    assert found.lines.numbers == (40,)


def test_two_separate_places_together_are_a_fusion_and_named() -> None:
    words = wording(f"{LINES[2]} {LINES[30]}")
    found = best_lines(words, SOURCE, {2: 1, 30: 1}, rarity([words]))
    assert found is not None
    assert (found.lines.numbers, found.judgement.kind) == ((3, 31), MatchKind.FUSED)
    assert found.judgement.reasons[0] == "put together from line 3 and line 31 of the record"


def test_lines_that_do_not_say_it_are_not_cited() -> None:
    words = wording("Nobody told the passengers which stairs to take")
    assert best_lines(words, SOURCE, {1: 1, 2: 1}, rarity([words])) is None
