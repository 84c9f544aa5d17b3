"""Who copied whom, on traditions whose truth is known."""

from __future__ import annotations

from bench.copying import tradition
from bench.stemma import similarity

from firsthand.matching.collation import collate
from firsthand.model import Copying, Stemma
from firsthand.tracing.stemma import stemma

LINES = "the red hare ran over the green hill and slept below an old grey wall until a cold wind woke her up"


def changed(*swaps: tuple[str, str]) -> str:
    found = dict(swaps)
    return " ".join(found.get(word, word) for word in LINES.split())


def pairs(found: Stemma) -> set[frozenset[str]]:
    return {frozenset((line.parent, line.child)) for line in found.lines}


def line(found: Stemma, one: str, two: str) -> Copying:
    return next(each for each in found.lines if {each.parent, each.child} == {one, two})


FIRST = changed()
SECOND = changed(("hare", "hart"), ("green", "greet"), ("wall", "well"), ("cold", "bold"))
THIRD = changed(
    ("hare", "hart"), ("green", "greet"), ("wall", "well"), ("cold", "bold"), ("ran", "rain"), ("old", "odd")
)
FOURTH = changed(("slept", "swept"), ("wind", "wine"), ("until", "unto"))


def test_a_copy_of_a_copy_hangs_from_the_copy_and_not_from_the_first() -> None:
    found = stemma(collate({"first": FIRST, "second": SECOND, "third": THIRD, "fourth": FOURTH}))
    assert pairs(found) == {
        frozenset(p) for p in (("first", "second"), ("second", "third"), ("first", "fourth"))
    }
    assert line(found, "second", "third").support is not None


def test_dates_turn_a_tree_round() -> None:
    texts = {"first": FIRST, "second": SECOND, "third": THIRD}
    later = stemma(collate(texts), ["2025-01-03", "2025-01-02", "2025-01-01"])
    assert {(e.parent, e.child) for e in later.lines} == {("third", "second"), ("second", "first")}
    assert all(e.directed for e in later.lines)


def test_the_same_texts_give_the_same_stemma() -> None:
    texts = tradition(5, (12,)).texts
    assert stemma(collate(texts)) == stemma(collate(texts))


def test_two_texts_are_joined_and_nothing_is_said_of_direction_without_a_sign() -> None:
    found = stemma(collate({"a": "the red hare ran", "b": "the red hart ran"}))
    assert [(e.directed, e.certainty.value) for e in found.lines] == [(False, "possible")]


def test_texts_that_share_nothing_still_get_an_answer() -> None:
    found = stemma(collate({"a": "one two three", "b": "uno dos tres", "c": "", "d": "…"}))
    assert {node.id for node in found.nodes} >= {"a", "b", "c", "d"}


def test_better_than_chance_on_an_invented_tradition() -> None:
    made = tradition(7, (12,))
    found = stemma(collate(made.texts))
    edges = [(e.parent, e.child) for e in found.lines if not e.second]
    assert similarity(made.edges, edges, sorted(made.texts)) > 75
