"""Trees of texts and lost copies."""

from __future__ import annotations

from firsthand.tracing.stemma.tree import Tree, nearest, of, together


def test_a_lost_copy_that_joins_two_goes_and_its_steps_become_one() -> None:
    tree = of(2, [(2, 0), (2, 1)])
    tree.tidy(2)
    assert tree.edges() == ((0, 1),)


def test_a_lost_copy_at_an_end_goes_and_so_does_one_that_it_leaves_bare() -> None:
    tree = of(2, [(0, 2), (1, 2), (2, 3)])
    tree.tidy(3)
    assert set(tree.steps) == {0, 1}


def test_one_that_joins_three_stays() -> None:
    tree = of(3, [(3, 0), (3, 1), (3, 2)])
    tree.tidy(3)
    assert 3 in tree.steps


def test_steps_are_named_by_the_texts_beyond_them() -> None:
    tree = of(4, [(4, 0), (4, 1), (4, 5), (5, 2), (5, 3)])
    assert tree.parted()[4, 5] == {2, 3}


def test_two_steps_change_more_than_one() -> None:
    assert together(2, 2) > 0.05
    assert nearest(together(0, 5)) == 5


def test_a_new_lost_copy_has_a_number_of_its_own() -> None:
    tree = Tree(2)
    assert len({tree.lost(), tree.lost(), 0, 1}) == 4
