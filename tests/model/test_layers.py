"""Which lines answer to which."""

from __future__ import annotations

from firsthand.model import Line, LineAlignment, LinePair, Span, aligned, answered, answers
from tests.builders import record

LINES = (Line(1, Span(0, 4)), Line(2, Span(5, 9)), Line(3, Span(10, 13)))
RECORD = record("One.\nTwo.\nSo.", id="t", of="p", lines=LINES)
ALIGNED = LineAlignment("t", "p", (LinePair((1, 2), (4,)), LinePair((2,), (6, 5)), LinePair((3,), ())))


def test_lines_answer_to_what_the_pairs_say_and_else_to_their_number() -> None:
    found = aligned(RECORD, ALIGNED)
    assert [answers(line) for line in found.lines] == [(4,), (4, 5, 6), ()]
    assert [answers(line) for line in RECORD.lines] == [(1,), (2,), (3,)]
    assert answered([found, RECORD]) == {("t", 1): (4,), ("t", 2): (4, 5, 6), ("t", 3): ()}


def test_without_an_alignment_a_record_is_as_it_was() -> None:
    assert aligned(aligned(RECORD, ALIGNED), None) == RECORD
    assert aligned(RECORD, LineAlignment("t", "other", ALIGNED.pairs)) is RECORD
