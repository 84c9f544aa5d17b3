"""Where a shared passage begins and ends."""

from __future__ import annotations

import pytest

from firsthand.matching.passages.laying import features, lay
from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.seeds import places


def laid(one: str, other: str) -> tuple[str, str, dict[str, float]]:
    texts = [one, other]
    lexed = lex(texts)
    (place,) = places(lexed)
    best = lay(texts, lexed, place)
    assert best is not None
    a, b = (
        text[lexed.start[first] : lexed.end[last - 1]]
        for text, first, last in ((one, best.a0, best.a1), (other, best.b0, best.b1))
    )
    return a, b, features(lexed, best)


SAID = "The mill was sold to nobody in particular for a handful of coins"


@pytest.mark.parametrize(
    ("one", "other", "a", "b"),
    [
        (f"It rained. {SAID}. Then sun.", f"“{SAID}”, he says.", SAID, SAID),
        (f"{SAID} yesterday.", f"{SAID} today.", f"{SAID} yesterday", f"{SAID} today"),
        (
            f"{SAID}.",
            f"{SAID.replace('coins', 'conis')}.",
            SAID,
            SAID.replace("coins", "conis"),
        ),
    ],
    ids=["from mark to mark", "with an odd word at the end", "with a misspelt word"],
)
def test_a_passage_reaches_to_the_end_of_its_sentence(one: str, other: str, a: str, b: str) -> None:
    assert laid(one, other)[:2] == (a, b)


def test_what_can_be_said_of_it() -> None:
    told = laid(f"{SAID}.", f"“{SAID}”")[2]
    assert told["both are whole"] == 1
    assert told["share of the longer"] == 1
    assert told["other words"] == 0
