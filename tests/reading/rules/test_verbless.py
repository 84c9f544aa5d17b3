"""Sources that a colon alone shows."""

from __future__ import annotations

import pytest

from tests.reading.cases import chains, contents


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Minister Roel Stam: “No soldier is left behind.”",
            "“No soldier is left behind.”",
            "Minister Roel Stam",
        ),
        ("Blast was no accident: police chief", "Blast was no accident", "police chief"),
        ("Police chief: blast was no accident", "blast was no accident", "Police chief"),
    ],
)
def test_a_source_beside_a_colon(text: str, content: str, source: str) -> None:
    assert contents(text) == [content]
    assert chains(text) == [[("speaker", source)]]


@pytest.mark.parametrize(
    "text",
    [
        "War in Dell: what we know so far",
        "The port has three piers: one is shut.",
        "Time: 9:30, place: the pier",
    ],
)
def test_a_colon_that_parts_no_source_from_its_words(text: str) -> None:
    assert contents(text) == []
