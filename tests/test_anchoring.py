"""Where rulings hang, and when they have lost their place."""

from __future__ import annotations

from dataclasses import replace

from firsthand.anchoring import GONE, OTHERWISE, READ_OTHERWISE, UNREAD, at_place, of_attribution, orphans
from firsthand.model import (
    Anchor,
    Attribution,
    Judgement,
    Line,
    Matter,
    Orphan,
    Record,
    RecordKind,
    Ruling,
    Span,
    Thing,
)
from tests.builders import attribution, record, span

REPORT = record("The gate was open, Bo Ek said. The dam is rotten, Ann Lee said.")
GATE = attribution(REPORT, "The gate was open", source="Bo Ek")
DAM = attribution(REPORT, "The dam is rotten", source="Ann Lee")
GATE_ONLY, DAM_THERE = of_attribution(REPORT, GATE), of_attribution(REPORT, DAM)


def ruling(judgement: Judgement, *on: Anchor, matter: Matter = Matter.ATTRIBUTION) -> Ruling:
    return Ruling(1, matter, judgement, on, "Una Vale", "2025-02-03", "so")


def lost(made: Ruling, records: list[Record], read: list[Attribution]) -> list[Orphan]:
    return list(orphans([made], records, read, read))


def test_a_ruling_has_its_place_while_the_words_and_the_reading_are_there() -> None:
    made = ruling(Judgement.UNDECIDED, GATE_ONLY)
    assert lost(made, [REPORT], [GATE, DAM]) == []
    kept = replace(REPORT, outlet="Dike Post", title="Another")
    assert lost(made, [kept], [GATE]) == []


def test_why_it_is_lost_and_where_it_may_be_meant_to_be() -> None:
    made = ruling(Judgement.ACCEPT, GATE_ONLY)
    assert lost(made, [], []) == [Orphan(made, GONE)]
    assert lost(made, [REPORT], [DAM]) == [Orphan(made, UNREAD)]
    wider = attribution(REPORT, "The gate was open, Bo Ek said")
    assert lost(made, [REPORT], [wider, DAM]) == [Orphan(made, READ_OTHERWISE, of_attribution(REPORT, wider))]
    moved = replace(REPORT, text=f"Corrected. {REPORT.text}")
    there = attribution(moved, "The gate was open", source="Bo Ek")
    assert lost(made, [moved], [there]) == [Orphan(made, OTHERWISE, of_attribution(moved, there))]
    assert lost(made, [moved], []) == [
        Orphan(made, OTHERWISE, at_place(moved, (span(moved.text, "The gate was open"),)))
    ]


def test_another_source_at_the_same_words_is_another_attribution() -> None:
    other = attribution(REPORT, "The gate was open", source="Ann Lee")
    (found,) = lost(ruling(Judgement.ACCEPT, GATE_ONLY), [REPORT], [other])
    assert (found.why, found.near) == (READ_OTHERWISE, of_attribution(REPORT, other))


def test_what_was_rejected_and_is_read_no_more_is_settled() -> None:
    assert lost(ruling(Judgement.REJECT, GATE_ONLY), [REPORT], [DAM]) == []


def test_what_was_corrected_to_what_is_read_now_is_settled() -> None:
    whole = attribution(REPORT, "The gate was open, Bo Ek said")
    made = replace(ruling(Judgement.CORRECT, GATE_ONLY), becomes=(whole,))
    assert lost(made, [REPORT], [whole]) == []


def test_a_line_and_a_report_as_a_whole() -> None:
    log = record("Four men.\nNo gate.", kind=RecordKind.PRIMARY, lines=(Line(1, Span(0, 9)),), name="log.txt")
    line = at_place(log, (Span(0, 9),), Thing.LINE)
    support = ruling(Judgement.STATES, GATE_ONLY, line, matter=Matter.SUPPORT)
    assert lost(support, [REPORT, log], [GATE]) == []
    assert lost(support, [REPORT, replace(log, text="Five men.\nNo gate.")], [GATE])[0].why == OTHERWISE
    both = (Anchor("Coast Mail", REPORT.id, thing=Thing.REPORT), Anchor("Ann Lee"))
    descent = ruling(Judgement.FROM, *both, matter=Matter.DESCENT)
    assert lost(descent, [replace(REPORT, text="Anything.")], []) == []
    assert lost(descent, [], [])[0].why == GONE
