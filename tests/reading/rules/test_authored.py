"""Who stands behind what is written, as a hand before it."""

from __future__ import annotations

import pytest

from firsthand.reading import read
from tests.reading.cases import chain

LEE = ("author", "Ann Lee")


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        (
            "The mill will close, according to an email from Ann Lee obtained by the Port Times.",
            [LEE, ("channel", "an email"), ("relay", "the Port Times")],
        ),
        (
            "The mill was shut, according to a letter to the council from Ann Lee.",
            [LEE, ("channel", "a letter"), ("addressee", "the council")],
        ),
        (
            "The mill is liked, according to a new poll by the Varn Institute.",
            [("author", "the Varn Institute"), ("channel", "a new poll")],
        ),
        (
            "The mill was shut, according to the Varn council’s website.",
            [("author", "the Varn council"), ("channel", "website")],
        ),
        ("The company's statement said the mill was shut.",
         [("author", "The company"), ("channel", "statement")]),
        ("The mill was shut, according to a report from Monday.", [("author", "a report")]),
        ("The mill was shut, according to a letter from Berlin.", [("author", "a letter")]),
        ("The mill was shut, according to minutes.", [("author", "minutes")]),
    ],
)  # fmt: skip
def test_the_author_and_the_carrier_are_two_hands(text: str, hands: list[tuple[str, str]]) -> None:
    (each,) = read(text, reader="rules")
    assert chain(text, each) == hands
