"""Places where two texts may share a passage."""

from __future__ import annotations

from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.seeds import LIMIT, places

LINE = "nobody waved when the last boat left the inner harbour"


def found(*texts: str) -> set[tuple[int, int]]:
    lexed = lex(texts)
    return {(int(lexed.text[p.a0]), int(lexed.text[p.b0])) for p in places(lexed)}


def test_texts_that_share_a_line_are_brought_together() -> None:
    assert found(f"At night {LINE}.", "The bakery was shut.", f"She recalls: {LINE}!") == {(0, 2)}


def test_nothing_is_shared_within_one_text() -> None:
    assert found(f"{LINE}. {LINE}.", "The bakery was shut.") == set()


def test_three_words_alone_bring_nothing_together() -> None:
    assert found("nobody waved when he came", "it was cold and nobody waved when she went") == set()


def test_what_many_have_brings_each_together_with_the_next() -> None:
    texts = [f"{LINE}. Page {n}" for n in range(LIMIT + 5)]
    assert found(*texts) == {(n, n + 1) for n in range(LIMIT + 4)}


def test_two_halves_with_a_clause_between_are_one_place() -> None:
    whole = "nobody waved when the last boat left the inner harbour for good that evening"
    parted = whole.replace("boat left", "boat, as Ole Brandt recalls, left")
    lexed = lex([whole, parted])
    (place,) = places(lexed)
    assert place.a1 - place.a0 >= 12
