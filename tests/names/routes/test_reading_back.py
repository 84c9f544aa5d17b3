"""From letters back to Hangul."""

from __future__ import annotations

import pytest

from firsthand.names.routes.reading_back import readings


@pytest.mark.parametrize(
    ("spelled", "hangul"),
    [
        ("Jong Kyonghong", "정경홍"),
        ("Kyong-hong Jong", "정경홍"),
        ("Namgung Min", "남궁민"),
        ("Чон Кёнхон", "정경홍"),
        ("Лі Йон Хо", "리영호"),
        ("Rhee Sung-joon", "이성준"),
    ],
)
def test_the_name_is_among_the_readings(spelled: str, hangul: str) -> None:
    found = readings(spelled)
    assert any("".join(h) == hangul for r in found for h in _names(r))


def _names(reading):  # type: ignore[no-untyped-def]
    from itertools import product

    return product(*(token.readings for token in reading.tokens))


@pytest.mark.parametrize(
    "text", ["", "Smith", "Anna Maria Lopez", "Kim" * 60, "Kim-Jong-Un-Il-Hwan-So", "정Kim"]
)
def test_what_is_no_korean_name(text: str) -> None:
    assert readings(text) == ()
