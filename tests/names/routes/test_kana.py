"""Kana as letters and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.routes.kana import _one, _two, fallen, katakana, romanised


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("キム", "kimu"),
        ("ジョンウン", "jonun"),
        ("ちょん", "chon"),
        ("ファン", "fan"),
        ("パーク", "paku"),
        ("ｷﾑ", "kimu"),
    ],
)
def test_kana_are_read(kana: str, letters: str) -> None:
    assert romanised(kana) == letters


@given(st.sampled_from(sorted({*_one().values(), *_two().values()})))
def test_one_syllable_leads_back(letters: str) -> None:
    assert romanised(katakana(letters)) == letters


def test_how_korean_falls() -> None:
    assert [fallen(each) for each in ("syon", "hun", "hwan", "si")] == ["shon", "fun", "fan", "shi"]
