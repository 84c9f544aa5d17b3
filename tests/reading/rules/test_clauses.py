"""Verbs with a clause: where the content begins and ends, on either side."""

from __future__ import annotations

import pytest

from tests.reading.cases import chains, contents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee said that it rained.", ["it rained"]),
        ("Ann Lee said it rained.", ["it rained"]),
        ("It rained, Ann Lee said on Monday.", ["It rained"]),
        ("It rained, said Ann Lee.", ["It rained"]),
        ("“It rained,” Ann Lee, a clerk at the port, told the Quay Post.", ["“It rained,”"]),
        ("“It rained,” said Ann Lee, who lives nearby.", ["“It rained,”"]),
        ("Ann Lee denied a report in the Quay Post that it rained.", ["it rained"]),
        ("Ann Lee told the Quay Post: “It rained.”", ["“It rained.”"]),
        ("The letter read: “It rained.”", ["“It rained.”"]),
        ("Ann Lee read the letter to her children.", []),
    ],
)
def test_the_content_of_a_clause(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The statement, read out by spokeswoman Ilse Korda, said the king was ill.",
            [("author", "The statement"), ("relay", "spokeswoman Ilse Korda")],
        ),
        (
            "Ann Lee, through her lawyer, denied the charge.",
            [("speaker", "Ann Lee"), ("relay", "her lawyer")],
        ),
        (
            "Singer Lia Morant posted on Instagram that it rained.",
            [("author", "Singer Lia Morant"), ("channel", "Instagram")],
        ),
    ],
)
def test_hands_beside_the_verb(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert chains(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "«Воды нет, — сказал мастер. — Завтра будет».",
        "«Воды нет», — сказал мастер. — «Завтра будет».",
    ],
)
def test_a_quotation_goes_on_behind_a_stop_and_a_dash(text: str) -> None:
    assert chains(text, "ru") == [[("speaker", "мастер")]]
    assert len(contents(text, "ru")[0].split(" … ")) == 2
