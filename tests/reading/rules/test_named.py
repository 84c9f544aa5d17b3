"""Cues without a subject: according to, citing, reportedly, it emerged that."""

from __future__ import annotations

import pytest

from firsthand.model import Stance
from firsthand.reading import read
from tests.reading.cases import chains, contents, words


@pytest.mark.parametrize(
    ("text", "content", "hands"),
    [
        ("According to Ann Lee, the pier was shut.", "the pier was shut", [("speaker", "Ann Lee")]),
        ("The pier was shut, according to Ann Lee.", "The pier was shut", [("speaker", "Ann Lee")]),
        ("The pier, according to Ann Lee, was shut.", "The pier … was shut", [("speaker", "Ann Lee")]),
        (
            "According to a memo seen by the Quay Post and written by Ann Lee, the pier was shut.",
            "the pier was shut",
            [("author", "Ann Lee"), ("channel", "a memo"), ("relay", "the Quay Post")],
        ),
        (
            "Citing a diary, the Quay Post said the pier was shut.",
            "the pier was shut",
            [("author", "a diary"), ("relay", "the Quay Post")],
        ),
        (
            "The Quay Post reported that the pier was shut, citing two clerks.",
            "the pier was shut",
            [("speaker", "two clerks"), ("relay", "The Quay Post")],
        ),
        ("It emerged on Tuesday that the pier was shut.", "the pier was shut", [("speaker", None)]),
        ("The pier was reportedly shut in May.", "The pier was reportedly shut in May", [("relay", None)]),
        ("Ann Lee has been accused of theft.", "Ann Lee has been accused of theft", [("speaker", None)]),
    ],
)
def test_a_cue_with_its_party(text: str, content: str, hands: list[tuple[str, str | None]]) -> None:
    assert contents(text) == [content]
    assert chains(text) == [hands]


def test_what_merely_emerged_is_not_hedged() -> None:
    assert read("It emerged that the pier was shut.")[0].hedges == ()
    assert read("It is rumoured that the pier was shut.")[0].hedges != ()


def test_allegedly_alleges() -> None:
    (each,) = read("The clerk allegedly burned the ledgers.")
    assert each.stance is Stance.ALLEGES and each.unstated and each.source is None


@pytest.mark.parametrize(
    ("text", "language", "source", "content"),
    [
        ("По его словам, воды нет третий день.", "ru", "его", "воды нет третий день"),
        ("За її словами, міст закрили ще восени.", "uk", "її", "міст закрили ще восени"),
        ("Как рассказала в понедельник врач Инна Вяз, тиф завезли.", "ru", "врач Инна Вяз", "тиф завезли"),
    ],
)
def test_whose_words_they_are_within_the_phrase_or_behind_a_day(
    text: str, language: str, source: str, content: str
) -> None:
    (each,) = read(text, language, reader="rules")
    assert words(text, each.source) == source
    assert [words(text, span) for span in each.content] == [content]


def test_rules_of_a_game_say_nothing() -> None:
    assert read("Згідно з правилами гри, переможець отримує три очки.", "uk", reader="rules") == ()
