from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Anchor, Judgement, Matter, Ruling, standing
from tests.strategies import values


def ruling(
    number: int, judgement: Judgement = Judgement.SAME, by: str = "Ann Lee", undoes: int = 0
) -> Ruling:
    on = (Anchor("Quist"), Anchor("Kvist"))
    return Ruling(number, Matter.NAMES, judgement, on, by, "2025-02-03T10:00:00+00:00", undoes=undoes)


def test_what_is_undone_no_longer_stands() -> None:
    first, second = ruling(1), ruling(2, by="Bo Ek")
    assert standing([first, second]) == (first, second)
    assert standing([first, second, ruling(3, undoes=1)]) == (second,)


def test_a_later_decision_of_the_same_person_on_the_same_takes_the_place_of_the_first() -> None:
    other_way = Ruling(
        2, Matter.NAMES, Judgement.DIFFERENT, (Anchor("Kvist"), Anchor("Quist")), "ann lee", "2025-02-04"
    )
    assert standing([ruling(1), other_way]) == (other_way,)


def test_two_people_may_decide_differently_and_both_stand() -> None:
    both = (ruling(1), ruling(2, Judgement.DIFFERENT, "Bo Ek"))
    assert standing(both) == both


def test_an_undone_ruling_does_not_bring_back_the_one_before() -> None:
    assert standing([ruling(1), ruling(2, Judgement.UNDECIDED), ruling(3, undoes=2)]) == ()


@given(st.lists(values(Ruling), max_size=6))
def test_what_stands_is_among_what_was_made_and_undoes_nothing(made: list[Ruling]) -> None:
    found = standing(made)
    assert all(each in made and not each.undoes for each in found)
