"""Lines to the persons, bodies and documents that reports name."""

from __future__ import annotations

from firsthand.model import Being, Certainty, Hop, Role, Source, Span
from firsthand.tracing.entries import hands
from tests.builders import attribution
from tests.tracing.cases import report, statement, traced

PAPER = report("a", "The lock office handed out a paper. Oskar Vendt said the gate had lost two bolts.")
SAID = attribution(PAPER, "the gate had lost two bolts", source="Oskar Vendt")
OFFICE = Source("s1", "the lock office", Being.BODY, ("the lock office", "The lock office"), (SAID.id,))


def test_a_report_descends_from_who_is_named_as_its_source() -> None:
    found = traced([PAPER], [statement("S1", SAID)], [SAID], [])
    other = report("b", "Oskar Vendt said that he had no bolts left.")
    again = attribution(other, "he had no bolts left", source="Oskar Vendt")
    both = traced([PAPER, other], [statement("S1", SAID, again)], [SAID, again])
    assert found.nodes == tuple(n for n in found.nodes if n.record)  # one report alone draws no person
    (person,) = (n for n in both.nodes if not n.record)
    lines = [d for d in both.descents if d.parent == person.id]
    assert {d.child for d in lines} == {"a", "b"}
    assert all(d.certainty is Certainty.SHOWN and d.evidence[0].child for d in lines)


def test_a_hand_is_drawn_only_where_no_parent_stands_between() -> None:
    hop = Hop(Role.RELAY, Span(0, 15), "The lock office", Being.BODY)
    said = attribution(PAPER, "the gate had lost two bolts", source="Oskar Vendt", hands=(hop,))
    (line,) = hands({said.id: said}, [OFFICE], settled=())
    assert line.evidence[0].child is not None
    assert line.evidence[0].child.spans == (Span(0, 15),)
    assert not hands({said.id: said}, [OFFICE], settled={"a"})
