from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import (
    Anchor,
    Attribution,
    Judgement,
    Kind,
    Matter,
    Ruling,
    Span,
    Thing,
    conflicts,
    deciding,
    holding,
    standing,
)
from tests.strategies import values

READ = Attribution("a", "r", Kind.INDIRECT, (Span(0, 17),))


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


HERE = Anchor("the gate was open", "r", (Span(0, 17),), Thing.ATTRIBUTION)
THERE = Anchor("nobody came", "r", (Span(20, 31),), Thing.ATTRIBUTION)


def decided(number: int, judgement: Judgement, *on: Anchor, by: str = "Ann Lee", **more: Any) -> Ruling:
    matter = next(m for m in (more.pop("matter", None), Matter.ATTRIBUTION) if m)
    return Ruling(number, matter, judgement, on, by, "2025-02-03T10:00:00+00:00", "so", **more)


def test_where_two_people_differ_neither_takes_effect_until_it_is_settled() -> None:
    one, other = decided(1, Judgement.ACCEPT, HERE), decided(2, Judgement.REJECT, HERE, by="Bo Ek")
    beside = decided(3, Judgement.REJECT, THERE)
    one = replace(one, becomes=(READ,))
    assert conflicts([one, other, beside]) == ((one, other),)
    assert holding([one, other, beside], Matter.ATTRIBUTION) == (beside,)
    third = decided(4, Judgement.REJECT, HERE, by="Cy Dov", settles=(1, 2))
    assert conflicts([one, other, third]) == ()
    assert holding([one, other, third], Matter.ATTRIBUTION) == (third,)
    assert deciding([one, other, third]) == (third,) and standing([one, other, third]) == (one, other, third)
    undone = decided(5, Judgement.REJECT, HERE, by="Cy Dov", undoes=4)
    assert conflicts([one, other, third, undone]) == ((one, other),)


def test_one_of_those_who_differ_may_settle_it_by_deciding_anew() -> None:
    one, other = decided(1, Judgement.UNDECIDED, HERE), decided(2, Judgement.REJECT, HERE, by="Bo Ek")
    again = decided(3, Judgement.REJECT, HERE)
    assert conflicts([one, other, again]) == ()
    assert holding([one, other, again], Matter.ATTRIBUTION) == (other, again)


def test_who_differs_after_it_was_settled_opens_it_again() -> None:
    settled = decided(3, Judgement.REJECT, HERE, by="Cy Dov", settles=(1, 2))
    late = decided(4, Judgement.UNDECIDED, HERE, by="Ida Fox")
    assert conflicts([settled, late]) == ((settled, late),)


def test_of_attributions_that_are_ruled_on_together_each_counts() -> None:
    merged = decided(1, Judgement.MERGE, HERE, THERE, becomes=(READ,))
    rejected = decided(2, Judgement.REJECT, THERE, by="Bo Ek")
    assert conflicts([merged, rejected]) == ((merged, rejected),)
    own = decided(3, Judgement.REJECT, THERE)
    assert standing([merged, own]) == (own,)


def test_what_the_record_says_to_one_attribution_is_decided_once() -> None:
    line = Anchor("open", "log", (Span(0, 4),), Thing.LINE)
    states = decided(1, Judgement.STATES, HERE, line, matter=Matter.SUPPORT)
    silent = decided(2, Judgement.SILENT, HERE, matter=Matter.SUPPORT)
    assert standing([states, silent]) == (silent,)


def test_a_grade_for_another_period_is_another_grade() -> None:
    paper = Anchor("Coast Mail")
    first = decided(1, Judgement.B, paper, matter=Matter.RELIABILITY, scope="2024")
    later = decided(2, Judgement.D, paper, matter=Matter.RELIABILITY, scope="2025")
    assert standing([first, later]) == (first, later)
    assert standing([first, later, replace(first, number=3, judgement=Judgement.C)])[-1].number == 3


def test_who_had_it_from_whom_has_a_direction() -> None:
    one, other = (Anchor(name, name, thing=Thing.REPORT) for name in ("R1", "R2"))
    forth = decided(1, Judgement.FROM, one, other, matter=Matter.DESCENT)
    back = decided(2, Judgement.NOT_FROM, other, one, by="Bo Ek", matter=Matter.DESCENT)
    assert conflicts([forth, back]) == ()


@given(st.lists(values(Ruling), max_size=6))
def test_what_takes_effect_differs_from_nobody(made: list[Ruling]) -> None:
    effective = holding(made, *Matter)
    assert conflicts(effective) == ()
    assert set(effective) <= set(deciding(made)) <= set(standing(made))
