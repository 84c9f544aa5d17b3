from __future__ import annotations

from firsthand.model import Certainty, Column, Descent, Particular, Place, Way
from firsthand.names.identifying.lineage import lineage
from firsthand.names.identifying.weighing import between, within


def said(field: str, value: str, record: str) -> Particular:
    return Particular(field, value, Place(record, ()))


def called(place: Place) -> str:
    return place.record


def test_what_two_records_agree_on_is_for() -> None:
    (found,) = within([said("born", "1997", "a"), said("born", "4 May 1997", "b")], called)
    assert (found.column, found.way) == (Column.FACTS, Way.FOR)
    assert found.note == "Born: 1997 (a); 4 May 1997 (b)." and len(found.places) == 2


def test_two_records_of_one_line_are_one_voice() -> None:
    line = lineage([Descent("b", "a", Certainty.SHOWN, ())], {"a", "b"})
    (found,) = within([said("born", "1997", "a"), said("born", "1997", "b")], called, line)
    assert found.way is Way.OPEN and found.note == "Born: 1997 (a, b), all from one of them."


def test_what_cannot_both_hold_is_against_and_all_else_open() -> None:
    told = [
        said("born", "1997", "a"),
        said("born", "2001", "b"),
        said("role", "cook", "a"),
        said("role", "pilot", "b"),
    ]
    assert [(i.way, i.note) for i in within(told, called)] == [
        (Way.AGAINST, "Born: 1997 (a); 2001 (b). These cannot both hold."),
        (Way.OPEN, "Role: cook (a)."),
        (Way.OPEN, "Role: pilot (b)."),
    ]


def test_of_two_sources_the_fields_that_both_have_are_held_together() -> None:
    ones = [said("born", "1997", "a"), said("role", "pilot", "a"), said("unit", "94th Brigade", "a")]
    others = [said("born", "2001", "b"), said("role", "pilot", "b"), said("age", "34", "b")]
    assert [(i.way, i.note.split(":")[0]) for i in between(ones, others, called)] == [
        (Way.AGAINST, "Born"),
        (Way.FOR, "Role"),
    ]
