"""Stretches that belong together."""

from __future__ import annotations

from math import inf

from firsthand.matching.passages.lexing import lex
from firsthand.matching.passages.places import Places, places
from firsthand.matching.passages.seeds import seeds, stretches

WHOLE = "nobody waved when the last boat left the inner harbour for good that evening"


def found(*texts: str, least: float = -inf) -> Places:
    lexed = lex(texts)
    return places(lexed, stretches(lexed, seeds(lexed)), least)


def test_two_halves_with_a_clause_between_are_one_place() -> None:
    each = found(WHOLE, WHOLE.replace("boat left", "boat, as Ole Brandt recalls, left"))
    assert (each.a1 - each.a0).tolist() == [14]
    assert (each.b1 - each.b0).tolist() == [18]


def test_two_lines_far_apart_are_two_places() -> None:
    far = " and the fog came" * 3
    assert len(found(f"{WHOLE}. {far}. It was sold to the mill for a handful of coins.",
                     f"{WHOLE}. It was sold to the mill for a handful of coins.")) == 2  # fmt: skip


def test_places_come_in_the_order_of_the_texts() -> None:
    each = found(WHOLE, "The bakery was shut.", f"“{WHOLE}”", f"It rained. {WHOLE}.")
    assert [*zip(each.a0.tolist(), each.b0.tolist(), strict=True)] == sorted(
        zip(each.a0.tolist(), each.b0.tolist(), strict=True)
    )
    assert len(each) == 3


def test_only_what_is_worth_as_much_as_asked_is_kept() -> None:
    texts = (WHOLE, f"“{WHOLE}”", "the last boat left in spring", "when the last boat left a clerk waved")
    counts = [len(found(*texts, least=least)) for least in (-inf, 5.0, inf)]
    assert counts == [6, 1, 0]


def test_nothing_shared_is_no_place() -> None:
    assert len(found("", "The bakery was shut.")) == 0
