"""What was ruled since the trace before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.anchoring import ground, of_attribution, of_line, of_report, places_of
from firsthand.model import (
    Anchor,
    Attribution,
    Bearing,
    Being,
    Certainty,
    Change,
    Descent,
    Independence,
    Judgement,
    Line,
    Matter,
    Node,
    NodeKind,
    RecordKind,
    Ruling,
    Source,
    Span,
    Support,
    Trace,
    Verdict,
)
from firsthand.tracing import Since, changes, in_short
from tests.builders import attribution, record
from tests.tracing.cases import statement

MAIL = record(
    "The gate was open, Bo Ek said. The dam is rotten, Ann Lee said.", name="1", outlet="Coast Mail"
)
POST = record("The gate stood open, Cy Dov said.", name="2", outlet="Dike Post")
LOG = record("Gate shut.", name="log", kind=RecordKind.PRIMARY, lines=(Line(1, Span(0, 10)),))
RECORDS = [MAIL, POST, LOG]
GATE, DAM = (
    attribution(MAIL, "The gate was open", source="Bo Ek"),
    attribution(MAIL, "The dam is rotten", source="Ann Lee"),
)
STOOD = attribution(POST, "The gate stood open", source="Cy Dov")
READ = [GATE, DAM, STOOD]
AT = [of_attribution(MAIL, GATE), of_attribution(MAIL, DAM), of_attribution(POST, STOOD)]
BEFORE = Trace(
    sources=(Source("p", "Bo Ek", Being.PERSON, ("Bo Ek", "B. Ek")),),
    statements=(statement("S1", GATE, STOOD), statement("S2", DAM)),
    nodes=tuple(Node(r.id, r.outlet, NodeKind.REPORT, r.id) for r in RECORDS),
    descents=(Descent(POST.id, MAIL.id, Certainty.LIKELY, ()),),
    verdicts=(Verdict("S1", Independence.SHARED, (), ()),),
    supports=(Support(GATE.id, Bearing.SILENT), Support(STOOD.id, Bearing.SILENT)),
)


def ruled(matter: Matter, judgement: Judgement, *on: Anchor, becomes: tuple[Attribution, ...] = ()) -> Ruling:
    seen = tuple(places_of(MAIL, each) for each in becomes)
    return Ruling(1, matter, judgement, on, "Una Vale", "2025-02-03", "so", 0, becomes, seen)


def since(*made: Ruling, now: list[Attribution] = READ) -> Since:
    return Since(made, 0, ground(RECORDS, READ, made), ground(RECORDS, now, made))


def told(made: Ruling) -> Change:
    (found,) = changes(BEFORE, BEFORE, since(made))
    return found


ENDS = (of_report(POST), of_report(MAIL))
LINE = of_line(LOG, LOG.lines[0])


@pytest.mark.parametrize(
    ("made", "confirmed"),
    [
        (ruled(Matter.ATTRIBUTION, Judgement.ACCEPT, AT[0], becomes=(GATE,)), True),
        (ruled(Matter.ATTRIBUTION, Judgement.REJECT, AT[0]), False),
        (ruled(Matter.SAYING, Judgement.SAME, AT[0], AT[2]), True),
        (ruled(Matter.SAYING, Judgement.SAME, AT[0], AT[1]), False),
        (ruled(Matter.SAYING, Judgement.DIFFERENT, AT[0], AT[1]), True),
        (ruled(Matter.SAYING, Judgement.DIFFERENT, AT[0], AT[2]), False),
        (ruled(Matter.DESCENT, Judgement.FROM, *ENDS), True),
        (ruled(Matter.DESCENT, Judgement.NOT_FROM, *ENDS), False),
        (ruled(Matter.DESCENT, Judgement.NOT_FROM, *ENDS[::-1]), True),
        (ruled(Matter.SUPPORT, Judgement.SILENT, AT[0]), True),
        (ruled(Matter.SUPPORT, Judgement.STATES, AT[0], LINE), False),
        (ruled(Matter.NAMES, Judgement.SAME, Anchor("B. Ek"), Anchor("Bo Ek")), True),
        (ruled(Matter.NAMES, Judgement.SAME, Anchor("Cy Dov"), Anchor("Bo Ek")), False),
    ],
)
def test_a_ruling_confirms_what_was_proposed_or_changes_it(made: Ruling, confirmed: bool) -> None:
    found = told(made)
    assert (found.what, found.subject) == ("confirmed" if confirmed else "ruling", "J1")
    assert found.note.startswith("Una Vale ruled that ") and found.note.endswith(
        "So it was proposed." if confirmed else "It was proposed otherwise."
    )


def test_grades_and_what_is_left_open_confirm_nothing() -> None:
    assert told(ruled(Matter.RELIABILITY, Judgement.B, Anchor("Coast Mail"))).what == "ruling"
    left = told(ruled(Matter.ATTRIBUTION, Judgement.UNDECIDED, AT[0]))
    assert left.what == "ruling" and left.note.endswith("): so.")


def test_a_ruling_of_before_is_not_told_again_and_one_that_is_undone_is() -> None:
    made = ruled(Matter.ATTRIBUTION, Judgement.REJECT, AT[0])
    undone = replace(made, number=2, by="Ida Fox", undoes=1)
    (found,) = changes(BEFORE, BEFORE, replace(since(made, undone), before=1))
    assert (found.subject, found.note) == ("J1", "Ruling 1 was undone by Ida Fox.")


def test_where_people_differ_it_is_said_that_nothing_is_applied() -> None:
    made = ruled(Matter.ATTRIBUTION, Judgement.REJECT, AT[0])
    other = replace(made, number=2, by="Ida Fox", judgement=Judgement.UNDECIDED)
    found = changes(BEFORE, BEFORE, since(made, other))
    assert all("not applied" in each.note for each in found) and len(found) == 2


def test_a_statement_whose_only_reading_was_corrected_is_known_again() -> None:
    other = replace(DAM, source=None, name="the mayor", id="other")
    made = ruled(Matter.ATTRIBUTION, Judgement.CORRECT, AT[1], becomes=(other,))
    after = replace(
        BEFORE, statements=(BEFORE.statements[0], replace(BEFORE.statements[1], attributions=("other",)))
    )
    assert [c.what for c in changes(BEFORE, after, since(made, now=[GATE, other, STOOD]))] == ["ruling"]
    assert {c.what for c in changes(BEFORE, after)} == {"new statement", "gone statement"}


def test_a_verdict_that_flipped_says_which_ruling_is_on_it() -> None:
    made = ruled(Matter.DESCENT, Judgement.NOT_FROM, *ENDS)
    after = replace(
        BEFORE, descents=(), verdicts=(Verdict("S1", Independence.INDEPENDENT, (), ("Both saw it.",)),)
    )
    found = changes(BEFORE, after, since(made))
    assert [c.what for c in found] == ["verdict", "gone line", "ruling"]
    assert found[0].note.endswith("Both saw it. It was ruled on since (ruling 1).")
    assert found[1].note == "Dike Post had something from Coast Mail, and has not any more."
    assert in_short(found).startswith("Since the trace before: 1 verdict, 1 line gone, 1 ruling. S1 was ")
