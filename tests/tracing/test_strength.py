from __future__ import annotations

from itertools import pairwise

import pytest

from firsthand.tracing.strength import strength


def test_no_word_turns_a_sentence_round_and_has_a_force_as_well() -> None:
    tables = strength()
    assert not tables.negations & {word for ladder in tables.ladders for word in ladder}


def test_every_ladder_has_two_rungs_or_more_and_no_gap() -> None:
    for ladder in strength().ladders:
        rungs = sorted(set(ladder.values()))
        assert len(rungs) > 1
        assert all(after - before == 1 for before, after in pairwise(rungs))


@pytest.mark.parametrize(
    ("weaker", "stronger"), [("asked", "demanded"), ("may", "will"), ("injured", "killed"), ("some", "all")]
)
def test_a_stronger_word_stands_higher(weaker: str, stronger: str) -> None:
    (found,) = [x for x in strength().ladders if weaker in x and stronger in x]
    assert found[weaker] < found[stronger]
