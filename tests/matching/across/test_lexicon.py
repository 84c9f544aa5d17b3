"""The lists of words."""

from __future__ import annotations

from firsthand.matching.across.lexicon import Listed, lexicon


def test_a_numeral_has_one_value() -> None:
    known = lexicon()
    assert known.numerals["forty"] == 40
    assert known.numerals["сорок"] == 40
    assert not set(known.numerals) & set(known.multipliers)


def test_a_star_stands_for_any_ending() -> None:
    listed = Listed(frozenset({"won"}), ("victor",))
    assert [listed.has(word) for word in ("won", "wonder", "victory", "vict")] == [True, False, True, False]
