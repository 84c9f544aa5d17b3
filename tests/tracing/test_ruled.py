"""What people ruled on who had it from whom, and on what the record says."""

from __future__ import annotations

from firsthand.anchoring import ground, of_attribution, of_line, of_report
from firsthand.matching import align
from firsthand.model import (
    Anchor,
    Attribution,
    Bearing,
    Certainty,
    EvidenceKind,
    Judgement,
    Line,
    Matter,
    Record,
    RecordKind,
    Ruling,
    Span,
    Thing,
    Trace,
)
from firsthand.tracing import obeyed, trace
from tests.builders import attribution, record
from tests.tracing.cases import edges, report, statement

FIRST = report("first", outlet="Coast Mail", published="2025-02-01T10:00:00+00:00")
COPY = report(
    "copy",
    "The lower gate had lost two bolts, lock keeper Oskar Vendt told the Coast Mail by telephone.",
    published="2025-02-03T10:00:00+00:00",
)
ALONE = report(
    "alone", "A ferry came in late on Sunday, its master said.", published="2025-02-02T10:00:00+00:00"
)
LOG = record(
    "Gate lost two bolts.\nA diver freed it.",
    id="log",
    name="log.txt",
    kind=RecordKind.PRIMARY,
    lines=(Line(1, Span(0, 20)), Line(2, Span(21, 38))),
)
BOLTS = [attribution(r, "The lower gate had lost two bolts", source="Oskar Vendt") for r in (FIRST, COPY)]
RECORDS = [FIRST, ALONE, COPY, LOG]


def found(*made: Ruling, said: list[Attribution] = BOLTS, records: list[Record] = RECORDS) -> Trace:
    case = ground(records, said, made)
    return trace(records, said, [], [statement("S1", *said)], [], align, obeyed(case, made))


def ruled(judgement: Judgement, matter: Matter, *on: Anchor) -> Ruling:
    return Ruling(1, matter, judgement, on, "Una Vale", "2025-02-05T10:00:00+00:00", "its editor told me")


def descent(judgement: Judgement, child: Record, parent: Record | str) -> Ruling:
    end = Anchor(parent) if isinstance(parent, str) else of_report(parent)
    return ruled(judgement, Matter.DESCENT, of_report(child), end)


def test_a_line_that_is_ruled_not_to_be_is_not_there() -> None:
    assert ("copy", "first") in edges(found())
    assert ("copy", "first") not in edges(found(descent(Judgement.NOT_FROM, COPY, FIRST)))


def test_a_line_that_is_ruled_to_be_is_shown_with_who_ruled_and_why() -> None:
    (line,) = [d for d in found(descent(Judgement.FROM, ALONE, FIRST)).descents if d.child == "alone"]
    assert (line.parent, line.certainty, line.support) == ("first", Certainty.SHOWN, None)
    assert line.evidence[0].kind is EvidenceKind.RULED
    assert "Una Vale ruled" in line.evidence[0].note and "its editor told me" in line.evidence[0].note


def test_a_line_that_was_found_and_is_ruled_to_be_keeps_its_evidence() -> None:
    (line,) = [d for d in found(descent(Judgement.FROM, COPY, FIRST)).descents if d.child == "copy"]
    assert line.evidence[0].kind is EvidenceKind.RULED
    assert len(line.evidence) > 1


def test_a_report_may_have_it_from_somebody_who_is_no_record() -> None:
    made = found(descent(Judgement.FROM, ALONE, "Ida Brandt"))
    (node,) = [n for n in made.nodes if n.name == "Ida Brandt"]
    assert ("alone", node.id) in edges(made) and not node.record


def test_reports_that_are_ruled_to_be_from_one_another_are_traced_all_the_same() -> None:
    both = (descent(Judgement.FROM, ALONE, FIRST), descent(Judgement.FROM, FIRST, ALONE))
    assert {("alone", "first"), ("first", "alone")} <= edges(found(*both))


def test_a_ruling_on_a_report_that_is_gone_says_nothing() -> None:
    gone = descent(Judgement.FROM, COPY, report("gone"))
    assert not any(parent == "gone" for _, parent in edges(found(gone)))


def test_what_the_record_says_is_what_people_ruled() -> None:
    here = of_attribution(COPY, BOLTS[1])
    made = ruled(Judgement.CONTRADICTS, Matter.SUPPORT, here, of_line(LOG, LOG.lines[1]))
    by = {s.attribution: s for s in found(made).supports}
    assert by[BOLTS[1].id].bearing is Bearing.CONTRADICTS
    assert by[BOLTS[1].id].place is not None and by[BOLTS[1].id].place.lines == (2,)
    assert by[BOLTS[1].id].against == "its editor told me"
    assert by[BOLTS[0].id].bearing is not Bearing.CONTRADICTS


def test_of_a_statement_it_is_said_of_every_reading_but_of_one_that_was_ruled_by_itself() -> None:
    whole = ruled(Judgement.SILENT, Matter.SUPPORT, of_attribution(COPY, BOLTS[1], Thing.STATEMENT))
    assert [s.bearing for s in found(whole).supports] == [Bearing.SILENT] * 2
    one = ruled(
        Judgement.IMPLIES, Matter.SUPPORT, of_attribution(FIRST, BOLTS[0]), of_line(LOG, LOG.lines[0])
    )
    by = {s.attribution: s.bearing for s in found(whole, one).supports}
    assert by == {BOLTS[0].id: Bearing.IMPLIES, BOLTS[1].id: Bearing.SILENT}
