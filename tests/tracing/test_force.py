"""Stronger, weaker, the opposite."""

from __future__ import annotations

import pytest

from firsthand.model import DriftKind
from firsthand.tracing.force import denials
from tests.tracing.test_drift import step


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("cows will be asked to leave the meadow", "cows will have to leave the meadow", DriftKind.HARDENED),
        ("cows will have to leave the meadow", "cows were to be asked to leave it", DriftKind.SOFTENED),
        ("two had never done a drill", "two had never once done a drill", DriftKind.HARDENED),
        ("we have found no sign of plague", "plague cannot be ruled out", DriftKind.REVERSED),
        ("the sergeant protected the commander", "the sergeant betrayed the commander", DriftKind.REVERSED),
    ],
)
def test_one_step_on_a_ladder(before: str, after: str, kind: DriftKind) -> None:
    assert step(before, after) == {kind}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("movement cannot be excluded there", "movement is there to be feared"),
        ("the sergeant did not abandon them", "the sergeant stood by them"),
        ("trains cross at no more than walking pace", "trains cross at walking pace"),
        ("nobody was hurt there. The gate held well all day", "the gate held well all day there"),
    ],
)
def test_two_denials_or_a_lost_clause_turn_nothing_round(before: str, after: str) -> None:
    assert DriftKind.REVERSED not in step(before, after)


@pytest.mark.parametrize(
    ("text", "count"), [("it cannot be ruled out", 2), ("not only that", 0), ("it isn't there", 1), ("", 0)]
)
def test_denials_are_counted(text: str, count: int) -> None:
    assert denials(text) == count
