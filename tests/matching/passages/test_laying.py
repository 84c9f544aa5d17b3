"""Where a shared passage begins and ends."""

from __future__ import annotations

import pytest

from firsthand.matching.passages.laying import Laid, lay
from firsthand.matching.passages.lexing import Lexed, lex
from firsthand.matching.passages.places import places
from firsthand.matching.passages.seeds import seeds, stretches


def laid(one: str, other: str) -> tuple[Lexed, Laid]:
    lexed = lex([one, other])
    found = places(lexed, stretches(lexed, seeds(lexed)))
    assert len(found) == 1
    return lexed, lay([one, other], lexed, found)


def words(one: str, other: str) -> tuple[str, str]:
    lexed, best = laid(one, other)
    a, b = (
        text[lexed.start[first[0]] : lexed.end[last[0] - 1]]
        for text, first, last in ((one, best.a0, best.a1), (other, best.b0, best.b1))
    )
    return a, b


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
    assert words(one, other) == (a, b)


def test_the_words_that_agree_are_told() -> None:
    lexed, best = laid(f"It rained. {SAID}.", SAID.replace("sold", "left"))
    a, b, owner, goes_on = best.agreeing()
    assert (lexed.word[a] == lexed.word[b]).all()
    assert owner.tolist() == [0] * 12
    assert goes_on.tolist() == [False, True, True, False, *[True] * 8]


def test_what_was_misspelt_is_counted() -> None:
    assert laid(f"{SAID}.", f"{SAID.replace('coins', 'conis')}.")[1].misspelt.tolist() == [1]
    assert laid(f"{SAID}.", f"{SAID}.")[1].misspelt.tolist() == [0]
