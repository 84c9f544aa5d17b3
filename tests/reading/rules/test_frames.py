"""A sentence made ready: where it stops, and where a finite verb stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.cases import grounds


def test_the_closing_marks_are_left_out() -> None:
    (here,) = grounds("The pier is shut!")
    assert here.low(here.end - 1) == "shut"
    assert here.low(here.end) == "" and not here.among(here.end, "determiners")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("the pier was shut", True),
        ("the pier collapsed", True),
        ("she walks home", True),
        ("the collapsed pier", False),
        ("the pier of the port", False),
    ],
)
def test_a_clause_has_a_finite_verb(text: str, clause: bool) -> None:
    (here,) = grounds(text)
    assert here.has_finite(0, here.end) is clause


@given(
    st.lists(
        st.sampled_from(["the", "pier", "was", "walked", "she", "walks", "Ann"]), min_size=1, max_size=12
    )
)
def test_a_longer_stretch_keeps_the_finite_verbs_of_a_shorter_one(chosen: list[str]) -> None:
    (here,) = grounds(" ".join(chosen))
    for end in range(here.end):
        assert here.has_finite(0, end) <= here.has_finite(0, end + 1)


def test_a_phrase_of_a_list_ends_behind_its_last_word() -> None:
    (here,) = grounds("without any evidence, she left")
    assert here.phrase_at(0, "baseless") == 3
    assert here.phrase_at(1, "baseless") == 1
