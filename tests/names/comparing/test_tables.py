"""The tables hold together."""

from __future__ import annotations

from collections import Counter

from firsthand.names.comparing.cleaning import folded
from firsthand.names.comparing.tables import entries, families, given, sequences, table


def test_entries_are_folded() -> None:
    rows = [e for listed in table("words").values() for e in entries(listed)] + list(sequences("forms"))
    assert [word for row in rows for word in row if word != "-" and word != folded(word)] == []
    assert [word for word in (*given(), *families()) if word != folded(word)] == []


def test_a_spelled_out_given_name_stands_in_one_row() -> None:
    assert [word for word, rows in given(short=False).items() if len(rows) > 1] == []


def test_a_legal_form_makes_one_kind_of_body() -> None:
    told = Counter(each for listed in table("forms").values() for each in entries(listed))
    assert [each for each, times in told.items() if times > 1] == []


def test_every_feature_has_a_weight_and_every_bar_its_words() -> None:
    weights = table("weights")
    assert weights["person"].keys() == weights["body"].keys()
    assert all(0 < bar["at"] <= 0.5 and bar["told"] for bar in weights["bars"].values())
