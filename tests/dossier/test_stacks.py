from __future__ import annotations

from firsthand.dossier.index import index
from firsthand.dossier.stacks import ALIKE, ROOMY, Knot, knots, reprinted
from tests.dossier import cases


def knotted(case: cases.Case) -> list[Knot]:
    found = index(case.records, case.attributions, case.trace)
    return knots(found, [n.id for n in case.trace.nodes], case.trace.descents, case.trace)


def test_a_small_picture_is_left_as_it_is() -> None:
    case = cases.quay()
    assert len(case.trace.nodes) <= ROOMY
    assert all(len(knot.nodes) == 1 and not knot.label for knot in knotted(case))


def test_in_a_large_picture_every_node_is_in_exactly_one_knot() -> None:
    case = cases.crowd(100)
    members = [node for knot in knotted(case) for node in knot.nodes]
    assert sorted(members) == sorted(n.id for n in case.trace.nodes)


def test_a_stack_holds_several_and_says_how_many() -> None:
    stacks = [knot for knot in knotted(cases.crowd(100)) if knot.label]
    assert stacks
    assert all(len(knot.nodes) >= ALIKE for knot in stacks)


def test_reports_of_a_circle_are_never_hidden_in_a_stack() -> None:
    case = cases.crowd(100)
    circle = {n for loop in case.trace.loops for n in loop.nodes}
    assert all(len(knot.nodes) == 1 for knot in knotted(case) if circle & set(knot.nodes))


def test_a_report_that_keeps_every_word_it_took_is_a_reprint() -> None:
    case = cases.quay()
    found = index(case.records, case.attributions, case.trace)
    outlets = {n.name: reprinted(found, n.id) for n in case.trace.nodes if n.id in ("r1", "r2", "r3", "r4")}
    assert outlets["Evening Echo"]
    assert not outlets["Morning Wire"] and not outlets["Quay Radio"]
