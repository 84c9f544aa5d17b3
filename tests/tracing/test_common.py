from __future__ import annotations

from firsthand.model import Kind, NodeKind
from tests.builders import attribution
from tests.tracing.cases import edges, report, statement, traced

QUOTE = "I will not open the lock until I have seen two dry bolts in my own hand"
HEARD = [
    report(
        "a", f"The hall in Brenning was full.\n“{QUOTE},” Ida Kell said.", published="2024-05-06T09:00:00Z"
    ),
    report(
        "b", f"Ida Kell told residents of Brenning: “{QUOTE}.”\nRain fell.", published="2024-05-06T10:00:00Z"
    ),
    report("c", f"In Brenning, Ida Kell was firm. “{QUOTE},” she said.", published="2024-05-06T11:00:00Z"),
]
SAID = [attribution(r, QUOTE, kind=Kind.DIRECT, name="Ida Kell") for r in HEARD]


def test_one_quotation_heard_by_three_is_no_copying_but_has_one_source() -> None:
    found = traced(HEARD, [statement("S1", *SAID)], SAID)
    inferred = [n for n in found.nodes if n.kind is NodeKind.UNKNOWN]
    assert len(inferred) == 1
    assert "Ida Kell" in inferred[0].name
    assert {(r.id, inferred[0].id) for r in HEARD} <= edges(found)
    assert not {(a.id, b.id) for a in HEARD for b in HEARD} & edges(found)


def test_an_inferred_ancestor_has_at_least_two_children() -> None:
    found = traced(HEARD[:1], [statement("S1", *SAID[:1])], SAID[:1])
    assert not [n for n in found.nodes if n.kind is NodeKind.UNKNOWN]


def test_nothing_is_inferred_where_one_names_the_other() -> None:
    second = report("b", HEARD[1].text + "\nThe Echo Gazette was there.", published="2024-05-06T10:00:00Z")
    first = report("a", HEARD[0].text, outlet="Echo Gazette", published="2024-05-06T09:00:00Z")
    said = [attribution(r, QUOTE, kind=Kind.DIRECT, name="Ida Kell") for r in (first, second)]
    found = traced([first, second], [statement("S1", *said)], said)
    assert ("b", "a") in edges(found)
    assert not [n for n in found.nodes if n.kind is NodeKind.UNKNOWN]
