from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import EvidenceKind
from firsthand.tracing import evidence
from firsthand.tracing.citing import Citation, Press
from firsthand.tracing.wording import Wording
from tests.tracing.cases import report

EARLY = report("early", "The lower gate had lost two bolts.", published="2024-05-06T09:00:00Z")
LATE = report("late", "The lower gate had lost two bolts.", published="2024-05-06T11:30:00Z")


def test_shared_words_are_shown_with_their_places() -> None:
    echoes = Wording([EARLY, LATE], lambda i: i).echoes("late")["early"]
    found = evidence.worded(LATE, EARLY, echoes)
    assert found is not None
    assert "the lower gate had lost two bolts" in found.note
    assert found.child is not None
    assert found.parent is not None
    assert (found.child.record, found.parent.record) == ("late", "early")


def test_no_shared_words_are_no_evidence() -> None:
    assert evidence.worded(LATE, EARLY, []) is None


def test_time_is_told_only_in_its_direction() -> None:
    found = evidence.timed(LATE, EARLY)
    assert found is not None
    assert "2 hours after" in found.note
    assert evidence.timed(EARLY, LATE) is None


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-05-06", "on the same day as early Gazette, 2024-05-06; no hour tells which was first."),
        ("2024-05-07", "on the day after early Gazette, 2024-05-06."),
        ("2024-05-09", "3 days after early Gazette, 2024-05-06."),
    ],
)
def test_of_days_no_hours_are_made(day: str, told: str) -> None:
    found = evidence.timed(replace(LATE, published=day), EARLY)
    assert found is not None
    assert found.note == f"Published {told}"


def test_what_bears_one_moment_came_at_the_same_moment() -> None:
    found = evidence.timed(replace(LATE, published=EARLY.published), EARLY)
    assert found is not None and "at the same moment as" in found.note


def test_of_a_month_nothing_is_told() -> None:
    assert evidence.timed(replace(LATE, published="2024-06"), EARLY) is None


def test_a_citation_names_the_outlet_and_the_words() -> None:
    outlet = Press([EARLY], []).outlets[0]
    for kind in (EvidenceKind.NAMED, EvidenceKind.CREDIT):
        note = evidence.cited(Citation("late", outlet, kind, None, "the Gazette")).note
        assert "early Gazette" in note
        assert "the Gazette" in note
