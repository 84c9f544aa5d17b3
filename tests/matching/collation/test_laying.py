"""One text laid into columns."""

from __future__ import annotations

import pytest

from firsthand.matching.collation import laying


def laid(words: str, columns: str) -> list[tuple[str, str]]:
    keys, firsts = words.split(), columns.split()
    pairs = laying.lay(keys, [{w: 1} for w in firsts], [1.0] * len(firsts))
    return [(keys[i], firsts[j]) for i, j in pairs]


def test_words_go_to_those_that_are_like_them() -> None:
    assert laid("the hair ran", "the red hare ran") == [("the", "the"), ("hair", "hare"), ("ran", "ran")]


def test_nothing_beside_nothing() -> None:
    assert laid("", "the hare") == laid("the hare", "") == []


def test_long_texts_are_cut_where_they_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laying, "LARGEST", 40)
    words = " ".join(f"w{n}" for n in range(60))
    other = words.replace("w30", "x30")
    assert len(laid(words, other)) == 60
