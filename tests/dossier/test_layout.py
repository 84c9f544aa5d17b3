from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier import layout

names = [f"n{k}" for k in range(9)]
edges = st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=20, unique=True).map(
    lambda found: [e for e in found if e[0] != e[1]]
)


@given(edges)
def test_no_circle_is_left_and_only_closing_edges_go(found: list[layout.Edge]) -> None:
    kept = layout.forward(names, found)
    assert kept <= set(found)
    column = layout.columns(names, sorted(kept), {})  # would miss ids if a circle were left
    assert set(column) == set(names)
    assert all(column[a] >= column[b] for a, b in set(found) - kept)


@given(edges, st.lists(st.integers(0, 3), min_size=len(names), max_size=len(names)))
def test_a_child_stands_right_of_its_parents_and_of_every_earlier_day(
    found: list[layout.Edge], days: list[int]
) -> None:
    when = dict(zip(names, days, strict=True))
    kept = sorted(e for e in layout.forward(names, found) if when[e[0]] <= when[e[1]])
    column = layout.columns(names, kept, when)
    assert all(column[parent] < column[child] for parent, child in kept)
    roots = set(names) - {child for _, child in kept}  # these may stand further right, by their children
    for one in set(names) - roots:
        assert all(column[one] < column[other] for other in names if when[one] < when[other])


@given(edges, st.lists(st.integers(0, 3), min_size=len(names), max_size=len(names)))
def test_what_has_a_parent_stands_as_far_left_as_it_may(found: list[layout.Edge], days: list[int]) -> None:
    when = dict(zip(names, days, strict=True))
    kept = sorted(e for e in layout.forward(names, found) if when[e[0]] <= when[e[1]])
    column = layout.columns(names, kept, when)
    parents = {one: [a for a, b in kept if b == one] for one in names}
    own = {one: column[one] for one in names if parents[one]}  # a root may have moved towards its children
    for one, at in own.items():
        earlier = [column[o] for o in names if when[o] < when[one]]
        assert at <= 1 + max([*earlier, *(column[p] for p in parents[one])])


@given(edges, st.lists(st.integers(1, 60), min_size=len(names), max_size=len(names)))
def test_neighbouring_days_share_a_column_only_as_far_as_room_is_wanting(
    found: list[layout.Edge], days: list[int]
) -> None:
    when = {name: f"day {day:02}" for name, day in zip(names, days, strict=True)}
    kept = sorted(e for e in layout.forward(names, found) if when[e[0]] <= when[e[1]])
    column = layout.fitted(names, kept, when)
    longest = max(layout.columns(names, kept, {}).values())
    room = max(layout.FITTING, longest + 2)
    assert max(column.values()) < room
    apart = {day: number for number, day in enumerate(sorted(set(when.values())))}
    whole = layout.columns(names, kept, {name: apart[day] for name, day in when.items()})
    assert column == whole or max(whole.values()) >= room


@given(st.lists(st.sampled_from(["2025-01-01", "2025-01-02", "2025-02-01", "2025-03-01"]), min_size=1))
def test_the_page_has_room_for_the_columns(days: list[str]) -> None:
    ids = [f"r{k}" for k in range(len(days))]
    column = layout.fitted(ids, [], dict(zip(ids, days, strict=True)))
    assert max(column.values()) < layout.FITTING


@given(edges)
def test_boxes_of_a_column_never_touch(found: list[layout.Edge]) -> None:
    kept = sorted(layout.forward(names, found))
    column = layout.columns(names, kept, {})
    near = [(a, b) for a, b in kept if column[b] == column[a] + 1]
    rows = layout.ordered(column, near)
    assert sorted(i for row in rows for i in row) == names
    size = dict.fromkeys(names, 40)
    y = layout.heights(rows, near, size, 10)
    for row in rows:
        assert all(y[b] - y[a] >= 49.99 for a, b in pairwise(row))
    assert min(y.values()) >= 19.99


@given(edges)
def test_parts_lie_on_no_other_and_each_keeps_its_shape(found: list[layout.Edge]) -> None:
    kept = sorted(layout.forward(names, found))
    column = layout.columns(names, kept, {})
    near = [(a, b) for a, b in kept if column[b] == column[a] + 1]
    rows = layout.ordered(column, near)
    size = dict.fromkeys(names, 40)
    y = layout.packed(rows, near, size, 10)
    for row in rows:
        assert all(below - above >= 49.9 for above, below in pairwise(sorted(y[i] for i in row)))
    part = {i: {i} for i in names}
    for a, b in near:
        for i in (joined := part[a] | part[b]):
            part[i] = joined
    for one, other in combinations(near, 2):  # nor do lines of two parts cross
        if column[one[0]] == column[other[0]] and one[0] not in part[other[0]]:
            (_, low), (high, _) = sorted(sorted((y[a], y[b])) for a, b in (one, other))
            assert low < high
    assert abs(min(y.values()) - 20) < 0.01 and set(y) == set(names)


def test_a_small_part_fills_the_room_beside_a_large_one() -> None:
    rows = [["a", "x"], ["b", "y"], ["c"], ["d", "u"], ["v"]]
    edges = [("a", "b"), ("b", "c"), ("x", "y"), ("u", "v"), ("c", "d")]
    y = layout.packed(rows, edges, dict.fromkeys("abcdxyuv", 40), 10)
    assert {y[i] for i in "abcd"} == {20.0}
    assert {y[i] for i in "xy"} == {70.0} and {y[i] for i in "uv"} == {70.0}
    beside = layout.packed(
        [["a"], ["b"], ["u"], ["v"]], [("a", "b"), ("u", "v")], dict.fromkeys("abuv", 40), 10
    )
    assert set(beside.values()) == {20.0}


def test_lines_that_cross_are_uncrossed() -> None:
    column = {"a": 0, "b": 0, "c": 1, "d": 1}
    rows = layout.ordered(column, [("a", "d"), ("b", "c")])
    assert (rows[0].index("a") < rows[0].index("b")) == (rows[1].index("d") < rows[1].index("c"))
