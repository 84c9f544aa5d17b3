"""What stands inside what: nested speech, clauses side by side."""

from __future__ import annotations

from firsthand.reading import read
from tests.reading.cases import chain, words


def test_the_inner_statement_goes_on_through_the_outer_speaker() -> None:
    text = "Ann Lee told investigators that Tom Dale had said that the safe was empty."
    outer, inner = read(text, "en", "r")
    assert chain(text, inner) == [
        ("speaker", "Tom Dale"),
        ("relay", "Ann Lee"),
        ("addressee", "investigators"),
    ]
    assert inner.parent == outer.id


def test_a_clause_beside_is_nobody_elses_relay() -> None:
    text = "Ann Lee said the pier was shut, but Tom Dale insisted that it was open."
    first, second = read(text, "en", "r")
    assert words(text, first.content[0]) == "the pier was shut"
    assert chain(text, second) == [("speaker", "Tom Dale")]


def test_an_attribution_inside_a_content_is_cut_out_of_it() -> None:
    text = "Police say the thief, according to two boys, fled on foot."
    assert "according" not in " ".join(words(text, s) or "" for a in read(text) for s in a.content)
