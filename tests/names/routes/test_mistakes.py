"""Names put back into Hangul wrongly."""

from __future__ import annotations

import pytest

from firsthand.names.routes import back_transliterated
from firsthand.names.routes.mistakes import BACK


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("정경홍", "종경홍"),
        ("종경홍", "Jeong Gyeong-hong"),
        ("김철수", "김촐수"),
        ("한서영", "한소용"),
        ("리은철", "리운철"),
    ],
)
def test_found(one: str, other: str) -> None:
    for path in (back_transliterated(one, other), back_transliterated(other, one)):
        assert path is not None
        assert any(BACK in (*part.one_routes, *part.other_routes) for part in path.agree)


@pytest.mark.parametrize(
    ("one", "other"),
    [("김정은", "김정은"), ("김정은", "김정일"), ("김정은", "Kim Jong Un"), ("Kim", "Ким"), ("", "정")],
)
def test_no_mistake(one: str, other: str) -> None:
    assert back_transliterated(one, other) is None
