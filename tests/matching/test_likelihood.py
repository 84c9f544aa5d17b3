"""How likely it is that two wordings say the same."""

from __future__ import annotations

import pytest

from firsthand.matching.align import compare
from firsthand.matching.candidates import Rarity, rarity
from firsthand.matching.likelihood import MEANT, WITH, WITHOUT, evidence, learnt, likelihood
from firsthand.matching.meaning import Nearness
from firsthand.matching.wordings import Wording, units_of, wordings_of
from firsthand.model import Kind
from tests.matching.made import report, said

SAME = Nearness(cosine=0.9, beyond=0.9, behind=0.0)
FAR = Nearness(cosine=0.1, beyond=-0.1, behind=0.6)


def two(one: str, other: str, language: str = "en") -> tuple[Wording, Wording, Rarity]:
    """Two wordings of two reports, the second in ``language``."""
    a, b = report("a", one), report("b", other, language=language)
    records = {a.id: a, b.id: b}
    found = wordings_of(records, units_of(records, [said(x, x.text, Kind.INDIRECT) for x in (a, b)]))
    first, second = sorted(found, key=lambda w: w.units[0].record != a.id)
    return first, second, rarity(found)


@pytest.mark.parametrize("near", [SAME, FAR, None])
def test_the_same_from_either_side(near: Nearness | None) -> None:
    a, b, rare = two("Eleven men were still below ground", "Eleven miners have not come up")
    assert evidence(a, b, rare, near, None) == evidence(b, a, rare, near, None)


def test_meaning_speaks_for_it() -> None:
    a, b, rare = two("Eleven men were still below ground", "The crew has not come up")
    near, far = (likelihood(evidence(a, b, rare, each, None)) for each in (SAME, FAR))
    assert far < 0.2 < 0.5 < near


def test_words_in_order_speak_for_it_without_meaning() -> None:
    a, b, rare = two("Eleven men were still below ground", "Some eleven men were still below the ground")
    c, d, rarer = two("Eleven men were still below ground", "Ground water rose below the works")
    same = likelihood(evidence(a, b, rare, None, compare(a.keys, b.keys)))
    other = likelihood(evidence(c, d, rarer, None, None))
    assert other < 0.5 < same


def test_numbers_are_compared_as_values_in_any_language() -> None:
    a, b, rare = two("Eleven men were below", "Одинадцятеро були під землею", "uk")
    found = evidence(a, b, rare, SAME, None)
    assert (found["two languages"], found["numbers apart"]) == (1.0, 0.0)
    c, d, _ = two("Eleven men were below", "Nine men were below")
    assert evidence(c, d, rare, SAME, None)["numbers apart"] == 1.0


def test_every_weight_is_of_something_known() -> None:
    a, b, rare = two("The upper gate jammed", "Both gates jammed")
    known = set(evidence(a, b, rare, SAME, None))
    assert set(learnt()[WITH]) == known | {"bias"}
    assert set(learnt()[WITHOUT]) == known - set(MEANT) | {"bias"}
