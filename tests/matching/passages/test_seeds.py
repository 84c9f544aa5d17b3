"""The same run of words in two texts."""

from __future__ import annotations

from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.seeds import CROWD, LIMIT, Stretches, seeds, stretches

LINE = "nobody waved when the last boat left the inner harbour"


def found(*texts: str) -> set[tuple[int, int]]:
    lexed = lex(texts)
    each = Stretches.of([*stretches(lexed, seeds(lexed))])
    return {(int(lexed.text[a]), int(lexed.text[b])) for a, b in zip(each.a0, each.b0, strict=True)}


def test_texts_that_share_a_line_are_brought_together() -> None:
    assert found(f"At night {LINE}.", "The bakery was shut.", f"She recalls: {LINE}!") == {(0, 2)}


def test_nothing_is_shared_within_one_text() -> None:
    assert found(f"{LINE}. {LINE}.", "The bakery was shut.") == set()


def test_three_words_alone_bring_nothing_together() -> None:
    assert found("nobody waved when he came", "it was cold and nobody waved when she went") == set()


def test_an_exchanged_word_is_passed_over() -> None:
    assert found("the last boat left it", "one last ship left it") == set()
    assert found("when the last boat left the quay", "when the last ship left the quay") == {(0, 1)}


def test_every_two_of_a_crowd_are_brought_together() -> None:
    texts = [f"{LINE}. Page {n}" for n in range(CROWD + 2)]
    assert found(*texts) == {(n, m) for m in range(CROWD + 2) for n in range(m)}


def test_what_more_have_brings_each_together_with_the_next_and_is_named() -> None:
    texts = [f"{LINE}. Page {n}" for n in range(LIMIT + 5)]
    assert found(*texts) == {(n, n + 1) for n in range(LIMIT + 4)}
    told = seeds(lex(texts))
    assert {each.places for each in told.common} == {LIMIT + 5}
    assert told.number >= len(told.common) > 0


def test_a_crowd_is_told_apart_beyond_an_exchanged_word() -> None:
    crowd = [f"and nobody waved when boat{n} sank{n}" for n in range(LIMIT + 2)]
    texts = ("and nobody waved when Ilse left", *crowd, "and nobody waved when Ole left")
    assert (0, len(texts) - 1) in found(*texts)
    assert (0, len(texts) - 2) not in found(*texts)


def test_a_stretch_begins_and_ends_with_what_is_shared() -> None:
    lexed = lex([f"At night {LINE}. It rained.", f"She recalls: {LINE}!"])
    each = Stretches.of([*stretches(lexed, seeds(lexed))])
    assert (each.a0.tolist(), each.b0.tolist()) == ([2], [16])
    assert each.a1[0] in (12, 13)
