"""Hands between a source and its verb, and the carrier of the clause before a participle."""

from __future__ import annotations

import pytest

from tests.reading.cases import chains

Hands = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A legal opinion drafted for the port in May, and obtained by the Quay Post, found it leaked.",
            [("author", "A legal opinion"), ("relay", "the Quay Post")],
        ),
        (
            "She thanked the miners in an email to supporters, saying that “the pit is safe.”",
            [("speaker", "She"), ("channel", "an email"), ("addressee", "supporters")],
        ),
        (
            "In an e-mail, Ann Lee declined to speak further, saying she was tired.",
            [("speaker", "Ann Lee"), ("channel", "an e-mail")],
        ),
        (
            "The town kept a letter, in which he said that the pit was shut.",
            [("speaker", "he"), ("channel", "a letter")],
        ),
    ],
)
def test_what_carried_it_and_who_passed_it_on(text: str, expected: Hands) -> None:
    assert chains(text)[-1] == expected


def test_a_carrier_of_another_verb_of_telling_is_not_taken_over() -> None:
    text = "Ann Lee said in a letter that it rained, and Bo Hall left, saying that it was late."
    assert ("channel", "a letter") not in chains(text)[-1]
