"""What a new report changed."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model import Trace
from firsthand.tracing.changes import changes, in_short
from tests.builders import attribution
from tests.tracing.cases import report, statement, traced

A = report("a", "Oskar Vendt said the gate had lost two bolts. Rain fell at noon.")
B = report("b", "Irma Toll said the gate had lost two bolts.")
ONE = attribution(A, "the gate had lost two bolts", source="Oskar Vendt")
TWO = attribution(B, "the gate had lost two bolts", source="Irma Toll")
RAIN = attribution(A, "Rain fell at noon")


def case(*, both: bool) -> Trace:
    rows = [statement("S1", ONE, TWO), statement("S2", RAIN)] if both else [statement("S1", ONE)]
    found = traced([A, B] if both else [A], rows, [ONE, TWO, RAIN] if both else [ONE])
    return Trace(statements=tuple(rows), nodes=found.nodes, descents=found.descents, verdicts=found.verdicts)


def test_a_second_witness_turns_the_verdict_and_is_told_with_the_reason() -> None:
    found = changes(case(both=False), case(both=True))
    assert [c.what for c in found if c.subject == "S1"] == ["verdict"]
    assert [c.what for c in found if c.subject == "S2"] == ["new statement"]
    told = in_short(found)
    assert told.startswith("Since the trace before: 1 new statement, 1 verdict")
    assert "was “one shared origin shown” and is “independence shown”" in told
    assert "Irma Toll" in told


def test_a_new_line_of_descent_is_told_by_the_names_of_its_ends() -> None:
    after = case(both=True)
    before = replace(after, descents=())
    found = changes(before, after)
    assert {c.what for c in found} == {"new line"}
    assert len(found) == len(after.descents)
    assert all("has something from" in c.note for c in found)


def test_where_nothing_changed_nothing_is_told() -> None:
    assert changes(case(both=True), case(both=True)) == ()
    assert in_short(()) == ""


def test_a_statement_keeps_its_place_though_its_id_is_another() -> None:
    before = case(both=True)
    rows = tuple(replace(s, id=f"{s.id}x") for s in before.statements)
    after = replace(
        before,
        statements=rows,
        verdicts=tuple(replace(v, statement=f"{v.statement}x") for v in before.verdicts),
    )
    assert changes(before, after) == ()
