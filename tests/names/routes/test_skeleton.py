"""Skeletons: what spellings of one Slavic name share."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.names.routes.cyrillic import alphabets, languages_of, latin, unmarked
from firsthand.names.routes.skeleton import WAYS, habits, readable, skeletons

# Tables that no newspaper follows (і as ì, ь as j): they are met by themselves alone.
EXACT = frozenset({"uk-iso9", "uk-dstu-a", "uk-dstu-b"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Зеленський", "Zelenskyy"),
        ("Щербаков", "Schtscherbakow"),
        ("Кузнецов", "Kuznetsov"),
        ("Жуков", "Joukov"),
    ],
)
def test_shared(one: str, other: str) -> None:
    assert skeletons(one).keys() & skeletons(other).keys()


@pytest.mark.parametrize(
    "name", ["Тетяна", "Яворський", "Гнатюк", "Їжак", "Юхим", "Царенко", "Щедрій", "Ксенія"]
)
def test_every_table_for_a_name_leads_to_its_skeleton(name: str) -> None:
    own = set(skeletons(name))
    for route in alphabets():
        if route.language == "uk" and "uk" in languages_of(name) and route.id not in EXACT:
            assert own & skeletons(unmarked(latin(name, route), route)).keys(), route.id


def test_readable() -> None:
    assert readable(next(iter(skeletons("Ющенко")))) == "Ющенко"


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=200))
def test_few_for_any_string(text: str) -> None:
    assert len(skeletons(text)) <= WAYS * len(habits())
