"""What a spelling may be a spelling of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes import originals, routes
from firsthand.names.routes.originals import MOST


@pytest.mark.parametrize(
    ("spelled", "first", "route"),
    [
        ("Jong Kyong-hong", "정경홍", "ko-dprk"),
        ("Chŏng Kyŏng-hong", "정경홍", "ko-mr"),
        ("Jeong Gyeonghong", "정경홍", "ko-rr"),
        ("Чон Кён Хон", "정경홍", "ko-ru"),
        ("姜文吉", "강문길", "ko-hanja"),
        ("Ûrìj Ŝedrenko", "Юрій Щедренко", "uk-iso9"),
        ("Shevchenko", "Шевченко", "read-en-uk"),
    ],
)
def test_the_most_usual_first(spelled: str, first: str, route: str) -> None:
    found = originals(spelled)[0]
    assert (found.text, found.route) == (first, route)


@pytest.mark.parametrize("text", ["", "😀", "12", "정경홍", "a" * 10_000])
def test_nothing_to_lead_back_to(text: str) -> None:
    assert originals(text) == ()


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=50))
def test_few_with_known_routes(text: str) -> None:
    found = originals(text)
    assert len(found) <= MOST
    assert {each.route for each in found} <= set(routes())
