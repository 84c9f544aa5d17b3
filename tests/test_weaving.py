"""The traces of strands made into one."""

from __future__ import annotations

from firsthand.model import Being, Node, NodeKind, Place, Source, Statement, Trace
from firsthand.weaving import NOTES, woven
from tests.builders import attribution, record

LATE = record("The weir is safe, Ann Lee said.", name="late", published="2025-03-01")
EARLY = record("The ferry sank, Ida Voss said.", name="early", published="2025-01-01")
SAID = [attribution(LATE, "The weir is safe"), attribution(EARLY, "The ferry sank")]


def strand(number: int, **given: object) -> Trace:
    said = SAID[number]
    of = Statement(f"s{number}", "S1", "words", Place(said.record, said.content), (said.id,))
    return Trace(statements=(of,), **given)  # type: ignore[arg-type]


def test_statements_are_numbered_by_first_appearance() -> None:
    found = woven([LATE, EARLY], SAID, [strand(0), strand(1)])
    assert [(s.label, s.id) for s in found.statements] == [("S1", "s1"), ("S2", "s0")]


def test_one_strand_comes_back_as_it_is() -> None:
    only = strand(0)
    assert woven([LATE], SAID, [only]) is only


def test_a_source_of_two_strands_is_one() -> None:
    one = Source("x", "Lee", Being.UNKNOWN, ("Lee",), ("a",))
    two = Source("x", "Ann Lee", Being.PERSON, ("Ann Lee", "Lee"), ("b",), (), ("a reason",))
    (found,) = woven([], [], [Trace(sources=(one,)), Trace(sources=(two,))]).sources
    assert found == Source("x", "Ann Lee", Being.PERSON, ("Lee", "Ann Lee"), ("a", "b"), (), ("a reason",))


def test_nodes_stand_once_records_by_time_and_ghosts_behind() -> None:
    ghost = Node("g", "Ann Lee", NodeKind.PERSON)
    here, there = (Node(r.id, r.name, NodeKind.REPORT, r.id) for r in (LATE, EARLY))
    found = woven([LATE, EARLY], [], [Trace(nodes=(here, ghost)), Trace(nodes=(there, ghost))])
    assert found.nodes == (there, here, ghost)


def test_notes_that_most_strands_have_come_first_and_many_are_counted() -> None:
    strands = [Trace(notes=(f"note {n}", "of all")) for n in range(NOTES + 1)]
    notes = woven([], [], strands).notes
    assert notes[0] == "of all" and len(notes) == NOTES + 1
    assert notes[-1] == "2 more notes on single strands are not shown"
