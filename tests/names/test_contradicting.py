from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Anchor, Judgement, Matter, Ruling
from firsthand.names import contradictions

SAME, DIFFERENT, UNDECIDED = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNDECIDED


def ruled(number: int, judgement: Judgement, one: str, other: str, by: str = "Bo Ek") -> Ruling:
    return Ruling(number, Matter.NAMES, judgement, (Anchor(one), Anchor(other)), by, "2025-02-03")


def test_a_is_b_and_b_is_c_but_a_is_not_c() -> None:
    rulings = [
        ruled(1, SAME, "Ada Quist", "Ida Brandt"),
        ruled(2, SAME, "Ida Brandt", "Una Vale", "Cy Dov"),
        ruled(3, DIFFERENT, "Una Vale", "Ada Quist"),
    ]
    assert contradictions(rulings) == (
        "“Ada Quist” is “Ida Brandt” (ruling 1, Bo Ek) and “Ida Brandt” is “Una Vale” (ruling 2, Cy Dov), but"
        " “Una Vale” is not “Ada Quist” (ruling 3, Bo Ek)."
        " They cannot all hold: ruling 2 is not applied until one of them is undone.",
    )
    assert contradictions(rulings[:2]) == ()


def test_two_people_who_decide_differently() -> None:
    rulings = [ruled(1, SAME, "Ada Quist", "Quist"), ruled(2, DIFFERENT, "Quist", "Ada Quist", "Cy Dov")]
    assert contradictions(rulings) == (
        "Whether “Ada Quist” is “Quist” is decided in several ways: same (ruling 1, Bo Ek), different"
        " (ruling 2, Cy Dov). They cannot all hold: ruling 1 is not applied until one of them is undone.",
    )
    (told,) = contradictions([rulings[0], ruled(2, UNDECIDED, "Quist", "Ada Quist", "Cy Dov")])
    assert "cannot all hold" not in told


def test_a_person_who_decides_anew_contradicts_nobody() -> None:
    assert contradictions([ruled(1, SAME, "Quist", "Vale"), ruled(2, DIFFERENT, "Quist", "Vale")]) == ()


NAMES = st.sampled_from(["Ada Quist", "Ida Brandt", "Una Vale", "Cy Dov", ""])
PEOPLE = st.sampled_from(["Bo Ek", "Cy Dov", "Una Vale"])


@given(st.lists(st.tuples(st.sampled_from(Judgement), NAMES, NAMES, PEOPLE), max_size=12))
def test_whatever_is_ruled_it_can_be_said_what_contradicts(
    made: list[tuple[Judgement, str, str, str]],
) -> None:
    rulings = [ruled(number, *each) for number, each in enumerate(made, 1)]
    told = contradictions(rulings)
    if not any(each.judgement is DIFFERENT for each in rulings):
        assert not any("cannot all hold" in sentence for sentence in told)
    assert len(told) == len(set(told))
