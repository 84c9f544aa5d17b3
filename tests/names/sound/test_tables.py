"""The table of correspondences is read as it was written, and holds what names teach."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.sound.tables import Pair, flip, learned, read, written

LETTERS = st.text(alphabet="abcжㄱ^$", max_size=3)
WEIGHTS = st.integers(-90, 90).map(lambda tenths: tenths / 10)
TABLES = st.dictionaries(LETTERS, st.dictionaries(LETTERS, WEIGHTS, min_size=1, max_size=4), max_size=5)


@given(TABLES)
def test_what_is_written_is_read(weights: dict[str, dict[str, float]]) -> None:
    pair = Pair(weights, (-1.5, 0.25, 2.0))
    assert read(written({("ONE", "OTHER"): pair}))["ONE", "OTHER"] == pair


@given(TABLES)
def test_turned_twice_is_as_before(weights: dict[str, dict[str, float]]) -> None:
    assert flip(flip(weights)) == weights


def test_what_names_teach() -> None:
    korean = learned()["HANGUL", "LATIN"].weights
    assert korean["\u1106"]["m"] > 2  # ㅁ
    assert "m" not in korean["\u1103"] or korean["\u1103"]["m"] < 0  # ㄷ
    assert learned()["LATIN", "HANGUL"].weights["m"]["\u1106"] == korean["\u1106"]["m"]
