"""What is proposed and not yet ruled on, in the order of what a ruling would change."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.anchoring import of_attribution, of_line, of_report
from firsthand.model import (
    Anchor,
    Attribution,
    Bearing,
    Being,
    Candidate,
    Certainty,
    Descent,
    Drift,
    DriftKind,
    Effect,
    Identity,
    Independence,
    Judgement,
    Kind,
    Line,
    Match,
    MatchKind,
    Matter,
    Node,
    NodeKind,
    Origin,
    Outcome,
    Place,
    Proposal,
    Reading,
    RecordKind,
    Ruling,
    Source,
    Span,
    Statement,
    Support,
    Thing,
    Trace,
    Verdict,
)
from firsthand.proposing import queue
from tests.builders import attribution, record

MAIL = record(
    "“The gate was open,” Bo Ek said. The dam is rotten, Ann Lee said.", name="1", outlet="Coast Mail"
)
POST = record(
    "The gate stood open, Cy Dov said. The dam was rotten, Ann Lee said.", name="2", outlet="Dike Post"
)
LOG = record(
    "Gate shut.", name="log", kind=RecordKind.PRIMARY, outlet="", title="Log", lines=(Line(1, Span(0, 10)),)
)
RECORDS = (MAIL, POST, LOG)
GATE = attribution(MAIL, "“The gate was open,”", source="Bo Ek", kind=Kind.DIRECT)
DAM = attribution(MAIL, "The dam is rotten", source="Ann Lee")
STOOD = attribution(POST, "The gate stood open", source="Cy Dov")
ROTTEN = replace(attribution(POST, "The dam was rotten", source="Ann Lee"), inferred=True)
READ = (GATE, DAM, STOOD, ROTTEN)
LABELS = {
    MAIL.id: "R1",
    POST.id: "R2",
    LOG.id: "M1",
    "s1": "S1",
    "s2": "S2",
    "p1": "P1",
    "p2": "P2",
    **dict(zip((a.id for a in READ), ("R1-a1", "R1-a2", "R2-a1", "R2-a2"), strict=True)),
}
SAME = Match(
    *("m", Place(MAIL.id, GATE.content), Place(POST.id, STOOD.content), GATE.id, STOOD.id),
    *(MatchKind.PARAPHRASE, (), 0.3, (), 0.6),
)
TRACE = Trace(
    sources=(
        Source("p1", "Bo Ek", Being.PERSON, ("Bo Ek",), (GATE.id,)),
        Source("p2", "Cy Dov", Being.PERSON, ("Cy Dov",), (STOOD.id,)),
    ),
    matches=(SAME,),
    statements=(
        Statement("s1", "S1", "the gate", Place(MAIL.id, GATE.content), (GATE.id, STOOD.id)),
        Statement("s2", "S2", "the dam", Place(MAIL.id, DAM.content), (DAM.id, ROTTEN.id)),
    ),
    nodes=tuple(Node(r.id, r.outlet or r.title, NodeKind.REPORT, r.id) for r in RECORDS),
    descents=(Descent(POST.id, MAIL.id, Certainty.LIKELY, (), 58),),
    readings=(
        Reading("s2", DAM.id),
        Reading("s1", GATE.id, Place(LOG.id, (Span(0, 10),), (1,)), "", MatchKind.ALTERED),
    ),
    verdicts=(
        Verdict(
            "s1",
            Independence.INDEPENDENT,
            (
                Origin("n1", "Bo Ek", NodeKind.PERSON, (GATE.id,)),
                Origin("n2", "Cy Dov", NodeKind.PERSON, (STOOD.id,)),
            ),
            (),
        ),
    ),
    drifts=(Drift(DriftKind.NUMBER, "s2", ROTTEN.id, None, None, "two is three"),),
    supports=(
        Support(GATE.id, Bearing.CONTRADICTS, Place(LOG.id, (Span(0, 10),), (1,)), "shut is open."),
        Support(STOOD.id, Bearing.CONTRADICTS, Place(LOG.id, (Span(0, 10),), (1,))),
        Support(DAM.id, Bearing.SILENT),
    ),
    identities=(Identity("w", "Bo Ek", (Candidate("p2", "Cy Dov"),), source="p1"),),
    effects=(
        Effect((GATE.id,), (Outcome("s1", Independence.INDEPENDENT, 2, ((Independence.SHARED, 1),)),), 2),
        Effect((STOOD.id,), (Outcome("s1", Independence.INDEPENDENT, 2, ((Independence.SHARED, 1),)),), 2),
        Effect((ROTTEN.id,), (), 1),
        Effect(
            (min(GATE.id, STOOD.id), max(GATE.id, STOOD.id)),
            (Outcome("s1", Independence.INDEPENDENT, 2, ((Independence.SHARED, 1),) * 2),),
            2,
        ),
        Effect((POST.id, MAIL.id)),
    ),
)


def proposed(*rulings: Ruling, trace: Trace = TRACE) -> tuple[Proposal, ...]:
    return queue(RECORDS, READ, trace, rulings, LABELS)


def ruled(matter: Matter, judgement: Judgement, *on: Anchor, number: int = 1, by: str = "Una Vale") -> Ruling:
    return Ruling(number, matter, judgement, on, by, "2025-02-03", "so")


def at(each: Attribution, thing: Thing = Thing.ATTRIBUTION) -> Anchor:
    return of_attribution(next(r for r in RECORDS if r.id == each.record), each, thing)


def told(found: tuple[Proposal, ...]) -> list[tuple[Matter, tuple[str, ...]]]:
    return [(each.matter, each.to) for each in found]


def test_what_would_flip_a_verdict_comes_first() -> None:
    found = told(proposed())
    flips = [
        (Matter.ATTRIBUTION, ("R1-a1",)),
        (Matter.ATTRIBUTION, ("R2-a1",)),
        (Matter.SAYING, ("R1-a1", "R2-a1")),
        (Matter.NAMES, ("P1", "P2")),
    ]
    assert sorted(found[:4]) == sorted(flips)
    assert found[4] == (Matter.ATTRIBUTION, ("R2-a2",))
    assert {matter for matter, _ in found[5:7]} == {Matter.SUPPORT}
    assert found[7:] == [(Matter.DESCENT, ("R2", "R1"))]
    weights = [each.weight for each in proposed()]
    assert weights == sorted(weights, reverse=True)


def test_each_says_what_is_proposed_and_what_a_ruling_would_change() -> None:
    by = {(each.matter, each.to): each for each in proposed()}
    hinge = by[Matter.ATTRIBUTION, ("R1-a1",)]
    assert hinge.proposed.startswith("Coast Mail (R1) has R1-a1, “The gate was open,” from Bo Ek")
    left = "1 of 2 independent origins of S1 is left, and the verdict becomes “one shared origin”"
    assert hinge.changes == f"If it has not, {left}."
    same = by[Matter.SAYING, ("R1-a1", "R2-a1")]
    assert "60% likely" in same.proposed and same.changes.startswith("If it does not, S1 is 2 statements, ")
    assert by[Matter.NAMES, ("P1", "P2")].changes.endswith(f": {left}.")
    line = by[Matter.DESCENT, ("R2", "R1")]
    assert line.proposed == (
        "Dike Post (R2) was taken from Coast Mail (R1) (likely, again in 58 of 100 redraws)."
    )
    assert line.changes.endswith("from somewhere else; no verdict changes.")
    support = by[Matter.SUPPORT, ("R1-a1",)]
    assert support.on[1:] == (of_line(LOG, LOG.lines[0]),) and "shut is open" in support.proposed


def test_where_nobody_worked_out_what_it_would_change_it_promises_nothing() -> None:
    by = {(each.matter, each.to): each for each in proposed(trace=replace(TRACE, effects=()))}
    assert by[Matter.SAYING, ("R1-a1", "R2-a1")].changes == "If it does not, S1 is two statements."
    assert "verdict" not in by[Matter.DESCENT, ("R2", "R1")].changes


@given(st.data())
def test_the_graver_the_effect_the_earlier_the_proposal(data: st.DataObject) -> None:
    """A verdict before origins, origins before nothing; of two verdicts that with more readings."""
    effect = st.builds(
        Effect,
        st.just((POST.id, MAIL.id)),
        st.lists(
            st.builds(
                Outcome,
                st.sampled_from(["s1", "s2"]),
                st.sampled_from(Independence),
                st.integers(1, 3),
                st.lists(st.tuples(st.sampled_from(Independence), st.integers(1, 3)), max_size=2).map(tuple),
            ),
            max_size=2,
        ).map(tuple),
        st.integers(0, 30),
    )
    effects = [data.draw(effect), data.draw(effect)]
    grave = [_gravity(each) for each in effects]
    weights = [_line_of(each).weight for each in effects]
    assert (grave[0] > grave[1]) <= (weights[0] > weights[1])


def _gravity(each: Effect) -> tuple[int, int]:
    states = [(o.independence, {state for state, _ in o.then}) for o in each.outcomes]
    shown = Independence.INDEPENDENT
    if any(shown in {now, *then} and then != {now} for now, then in states):
        return 3, each.readings
    if any(then != {now} for now, then in states):
        return 2, each.readings
    return (1 if states else 0), 0


def _line_of(effect: Effect) -> Proposal:
    (found,) = (p for p in proposed(trace=replace(TRACE, effects=(effect,))) if p.matter is Matter.DESCENT)
    return found


def test_what_is_ruled_leaves_the_queue_also_where_it_is_left_open() -> None:
    saying = ruled(Matter.SAYING, Judgement.UNDECIDED, at(STOOD, Thing.STATEMENT), at(GATE, Thing.STATEMENT))
    assert not [p for p in proposed(saying) if p.matter is Matter.SAYING]
    accepted = ruled(Matter.ATTRIBUTION, Judgement.ACCEPT, at(GATE))
    assert (Matter.ATTRIBUTION, ("R1-a1",)) not in told(proposed(accepted))
    line = ruled(Matter.DESCENT, Judgement.NOT_FROM, of_report(POST), of_report(MAIL))
    assert not [p for p in proposed(line) if p.matter is Matter.DESCENT]
    names = ruled(Matter.NAMES, Judgement.DIFFERENT, Anchor("Cy Dov"), Anchor("Bo Ek"))
    assert not [p for p in proposed(names) if p.matter is Matter.NAMES]


def test_what_the_record_says_to_a_statement_is_ruled_for_all_its_readings() -> None:
    one = ruled(Matter.SUPPORT, Judgement.SILENT, at(GATE))
    assert [p.to for p in proposed(one) if p.matter is Matter.SUPPORT] == [("R2-a1",)]
    whole = ruled(Matter.SUPPORT, Judgement.SILENT, at(GATE, Thing.STATEMENT))
    assert not [p for p in proposed(whole) if p.matter is Matter.SUPPORT]


def test_where_people_differ_that_comes_first() -> None:
    both = (
        ruled(Matter.ATTRIBUTION, Judgement.REJECT, at(DAM)),
        ruled(Matter.ATTRIBUTION, Judgement.UNDECIDED, at(DAM), number=2, by="Ida Fox"),
    )
    first = proposed(*both)[0]
    assert first.to == ("J1", "J2") and first.proposed.startswith("People differ: Una Vale: ")


def test_a_line_beside_which_another_source_is_named_may_flip_a_verdict() -> None:
    open_ = replace(
        TRACE,
        verdicts=(Verdict("s1", Independence.SHARED, (), ()),),
        readings=(Reading("s1", STOOD.id, Place(MAIL.id, GATE.content), GATE.id, MatchKind.PARAPHRASE),),
        effects=(),
    )
    first = proposed(trace=open_)[0]
    assert (first.matter, first.to) == (Matter.DESCENT, ("R2", "R1"))
    assert first.changes == "If it was not, S1 may have a second origin: Cy Dov."


@given(st.permutations(READ), st.permutations(TRACE.supports), st.permutations(TRACE.statements))
def test_the_order_of_what_is_given_does_not_matter(
    read: list[Attribution], supports: list[Support], statements: list[Statement]
) -> None:
    shuffled = replace(TRACE, supports=tuple(supports), statements=tuple(statements))
    assert queue(RECORDS[::-1], read, shuffled, (), LABELS) == proposed()
