from __future__ import annotations

from firsthand.tracing.strength import NEGATIONS, STEPS


def test_no_word_stands_on_two_rungs_or_two_ladders() -> None:
    listed = [word for ladder in STEPS for word in ladder]
    assert len(listed) == len(set(listed))


def test_every_ladder_has_a_weaker_and_a_stronger_end() -> None:
    assert all(len(set(ladder.values())) > 1 for ladder in STEPS)
    assert not NEGATIONS & {word for ladder in STEPS for word in ladder}
