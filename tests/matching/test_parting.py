"""Some attributions of a case put together anew: as in the whole, or with two of them apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching import Parting, Sayings
from tests.matching.made import grouped, matched
from tests.matching.test_group import PUMP, STAIRS, quoted, sets

PAIRS = [quoted(1, PUMP), quoted(2, PUMP.lower()), quoted(3, f"{PUMP} again"), quoted(4, STAIRS)]
RECORDS, SAID = [r for r, _ in PAIRS], [a for _, a in PAIRS]
FOUND = matched(RECORDS, SAID)


def parting(said_so: Sayings | None = None) -> Parting:
    return Parting(RECORDS, SAID, FOUND.matches, FOUND.matters, said_so or Sayings({}, {}))


def test_all_of_them_make_the_statements_that_they_make_in_the_case() -> None:
    every = {a.id for a in SAID}
    assert sets(parting().parted(every, frozenset())) == sets(grouped(RECORDS, SAID))


@given(st.sets(st.sampled_from(range(len(SAID))), min_size=2), st.data())
def test_two_that_are_apart_are_in_no_statement_together_and_nobody_is_lost(
    numbers: set[int], data: st.DataObject
) -> None:
    members = sorted(SAID[n].id for n in numbers)
    pair = frozenset(data.draw(st.permutations(members))[:2])
    made = sets(parting().parted(members, pair))
    assert not any(pair <= each for each in made)
    assert sorted(a for each in made for a in each) == members


def test_what_people_ruled_holds_there_too() -> None:
    one, other, third = (a.id for a in SAID[:3])
    ruled = Sayings({}, {frozenset((one, other)): "looked"})
    made = sets(parting(ruled).parted({one, other, third}, frozenset()))
    assert not any({one, other} <= each for each in made)
