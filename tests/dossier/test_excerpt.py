"""A part of the picture, drawn from its lines in words."""

from __future__ import annotations

from typing import Any

import pytest

from firsthand.dossier.excerpt import excerpt
from tests.dossier import cases


@pytest.mark.parametrize(
    "make", [cases.quay, cases.crowd, cases.hostile, cases.lone], ids=lambda m: m.__name__
)
def test_every_line_that_is_told_is_drawn_under_its_anchor(make: Any) -> None:
    made = make().build()
    tellings = made.picture.tellings
    drawn = excerpt(tellings, {report.anchor: report.published for report in made.reports})
    told = {each.anchor: each for each in tellings}
    shown = {each.to for each in drawn.boxes} | {m for each in drawn.boxes for m in each.members}
    assert {line.anchor for line in drawn.lines} <= told.keys()
    assert {to for each in tellings for to in (each.child_to, each.parent_to) if to} <= shown
    assert all(line.certainty == told[line.anchor].certainty for line in drawn.lines)


def test_a_part_has_its_own_lines_alone() -> None:
    made = cases.quay().build()
    first = made.picture.tellings[:1]
    drawn = excerpt(first, {})
    assert [line.anchor for line in drawn.lines] == [first[0].anchor] and len(drawn.boxes) == 2


def test_who_is_not_named_by_two_reports_may_be_two() -> None:
    made = cases.crowd().build()
    unnamed = [each for each in made.picture.tellings if each.parent_note == "not named"]
    drawn = excerpt(unnamed, {})
    gaps = [box for box in drawn.boxes if box.kind == "gap"]
    assert unnamed and sum(max(1, len(box.lines)) for box in gaps) >= len(unnamed)
