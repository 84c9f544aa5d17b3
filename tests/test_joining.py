"""What hangs together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.joining import joined

pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=15)


def groups(found: dict[int, int]) -> set[frozenset[int]]:
    return {frozenset(each for each in found if found[each] == top) for top in found.values()}


def test_what_is_joined_by_way_of_others_hangs_together() -> None:
    assert groups(joined([(1, 2), (3, 4), (2, 4), (5, 5)])) == {frozenset({1, 2, 3, 4}), frozenset({5})}


@given(pairs, st.randoms())
def test_the_order_of_the_pairs_is_no_matter(given_: list[tuple[int, int]], chance) -> None:
    turned = [pair[::-1] for pair in chance.sample(given_, len(given_))]
    assert groups(joined(turned)) == groups(joined(given_))


@given(pairs)
def test_every_pair_hangs_together_and_one_of_a_group_stands_for_it(given_: list[tuple[int, int]]) -> None:
    found = joined(given_)
    assert all(found[one] == found[other] for one, other in given_)
    assert all(found[top] == top for top in found.values())
