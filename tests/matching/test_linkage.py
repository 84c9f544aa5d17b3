"""Average linkage beside the plain definition of it."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from firsthand.matching.linkage import agglomerate

LEAST = 0.25


def joined(
    likely: dict[tuple[int, int], float], count: int, refused: frozenset[int] = frozenset()
) -> set[frozenset[int]]:
    """The groups that come of it; no group may hold two of ``refused``."""
    groups = {n: frozenset([n]) for n in range(count)}

    def join(a: int, b: int) -> bool:
        both = groups[a] | groups[b]
        if len(both & refused) > 1:
            return False
        groups[a] = both
        del groups[b]
        return True

    agglomerate(likely, [1] * count, LEAST, join)
    return set(groups.values())


def plainly(likely: dict[tuple[int, int], float], count: int) -> set[frozenset[int]]:
    """The same by looking at all pairs of groups each time."""
    groups = [frozenset([n]) for n in range(count)]
    while len(groups) > 1:
        best, a, b = max(
            (sum(likely.get((min(x, y), max(x, y)), 0.0) for x, y in product(a, b)) / (len(a) * len(b)), a, b)
            for a, b in combinations(sorted(groups, key=min), 2)
        )
        if best < LEAST:
            break
        groups = [g for g in groups if g not in (a, b)] + [a | b]
    return set(groups)


@given(st.data())
def test_it_is_average_linkage(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 7))
    pairs = list(combinations(range(count), 2))
    # Powers of one half of different size, so that no two means are alike and no sum is rounded.
    sizes = data.draw(st.permutations(range(1, len(pairs) + 1)))
    likely = {pair: 0.2 + 0.6 * n / len(pairs) + 2.0**-n / 50 for pair, n in zip(pairs, sizes, strict=True)}
    left = data.draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    likely = {pair: value for pair, value in likely.items() if pair not in left}
    assert joined(likely, count) == plainly(likely, count)


def test_one_likely_pair_does_not_join_two_large_groups() -> None:
    first, second = range(4), range(4, 8)
    likely = dict.fromkeys([*combinations(first, 2), *combinations(second, 2)], 0.9) | {(0, 4): 0.8}
    assert joined(likely, 8) == {frozenset(first), frozenset(second)}


def test_what_is_refused_stays_apart_whatever_is_likely() -> None:
    likely = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}
    assert joined(likely, 3, refused=frozenset({0, 2})) == {frozenset({0, 1}), frozenset({2})}


def test_nothing_to_join() -> None:
    assert joined({}, 2) == {frozenset({0}), frozenset({1})}
