"""Verbs that join their content in another way."""

from __future__ import annotations

import pytest

from tests.reading.cases import chains, contents


@pytest.mark.parametrize(
    ("text", "content", "hands"),
    [
        (
            "Western states accused Varn of hiding the dead.",
            "Varn of hiding the dead",
            [("speaker", "Western states")],
        ),
        (
            "The Quay Post quoted Ann Lee as saying it rained.",
            "it rained",
            [("speaker", "Ann Lee"), ("relay", "The Quay Post")],
        ),
        (
            "Ann Lee was quoted by Radio Varn as saying it rained.",
            "it rained",
            [("speaker", "Ann Lee"), ("relay", "Radio Varn")],
        ),
        (
            "“It rained,” Ann Lee was quoted as saying by the Quay Post.",
            "“It rained,”",
            [("speaker", "Ann Lee"), ("relay", "the Quay Post")],
        ),
        (
            "Ann Lee heard from the guard that it rained.",
            "it rained",
            [("speaker", "the guard"), ("relay", "Ann Lee")],
        ),
        ("Ann Lee called the tax “a levy on rain.”", "the tax “a levy on rain.”", [("speaker", "Ann Lee")]),
        ("It was announced that the pier was shut.", "the pier was shut", [("speaker", None)]),
    ],
)
def test_each_build(text: str, content: str, hands: list[tuple[str, str | None]]) -> None:
    assert contents(text) == [content]
    assert chains(text) == [hands]
