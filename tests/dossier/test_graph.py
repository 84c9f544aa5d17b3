from __future__ import annotations

from itertools import pairwise

import pytest

from firsthand.dossier.drawn import Picture
from firsthand.dossier.wrap import width
from tests.dossier import cases


@pytest.fixture(scope="module")
def hundred() -> Picture:
    return cases.crowd(100).build().picture


def test_boxes_never_overlap(hundred: Picture) -> None:
    for n, a in enumerate(hundred.boxes):
        for b in hundred.boxes[n + 1 :]:
            apart = a.x + a.width < b.x or b.x + b.width < a.x or a.y + a.height < b.y or b.y + b.height < a.y
            assert apart, (a.title, b.title)


def test_labels_stay_in_their_boxes(hundred: Picture) -> None:
    for box in hundred.boxes:
        assert all(width(line) <= box.width for line in box.lines)
        assert width(box.small, 11) <= box.width


def test_everything_lies_within_the_picture(hundred: Picture) -> None:
    assert all(b.x >= 0 and b.x + b.width <= hundred.width for b in hundred.boxes)
    assert all(0 <= y <= hundred.height for line in hundred.lines for _, y in line.points)


def test_a_hundred_reports_are_fewer_boxes_and_none_is_lost(hundred: Picture) -> None:
    assert len(hundred.boxes) < 60
    shown = [b.to for b in hundred.boxes if b.kind == "report"]
    stacked = [m for b in hundred.boxes for m in b.members]
    alone = [to for to, _ in hundred.alone]
    assert sorted([*shown, *stacked, *alone]) == sorted(f"R{n}" for n in range(1, 101))


def test_every_line_of_descent_is_also_told_in_words(hundred: Picture) -> None:
    told = {t.anchor for t in hundred.tellings}
    assert {line.anchor for line in hundred.lines} <= told
    assert len(told) == len(hundred.tellings)


def test_support_is_told_and_drawn_where_a_line_has_any(hundred: Picture) -> None:
    told = [t for t in hundred.tellings if t.certainty == "likely"]
    assert told and {t.redrawn for t in told} == {
        "came out again in 93 of 100 redraws of the shared wordings"
    }
    assert {line.support for line in hundred.lines} == {"", "93", "≥93"}
    places = sorted(line.label for line in hundred.lines if line.support)
    assert all(a[0] != b[0] or b[1] - a[1] >= 11 for a, b in pairwise(places))


def test_a_circle_is_drawn_as_one_and_its_reports_are_not_stacked(hundred: Picture) -> None:
    assert sum(line.loop for line in hundred.lines) == 2
    assert any(line.backward for line in hundred.lines)
    assert hundred.loops == ("Two reports cite one another.",)


def test_a_ghost_and_a_gap_have_their_own_kind() -> None:
    kinds = {b.lines[0]: b.kind for b in cases.lone().build().picture.boxes}
    assert kinds == {"the notebook": "ghost", "Harbour Gazette": "report"}


def test_time_runs_from_left_to_right(hundred: Picture) -> None:
    first = {t.text.split(" ")[0]: t.x for t in reversed(hundred.ticks)}
    assert first["1"] < first["7"]
