from __future__ import annotations

from firsthand.dossier.index import Index, index, lines_at
from firsthand.model import Place, Span
from tests.dossier import cases


def found() -> Index:
    case = cases.quay()
    return index(case.records, case.attributions, case.trace)


def test_anchors_are_short_unique_and_lead_to_one_thing_each() -> None:
    anchors = found().anchors
    assert {"S1", "R1", "R1-a1", "T1"} <= set(anchors.values())
    assert len(set(anchors.values())) == len(anchors)


def test_reports_are_in_order_of_time() -> None:
    assert [r.outlet for r in found().reports()][:2] == ["Harbour Gazette", "Morning Wire"]


def test_a_place_in_a_record_leads_to_its_line() -> None:
    assert found().place_anchor(Place("book", (Span(0, 3),), (1,))) == "L1"
    assert found().line_anchor("book", 2) == "L2"


def test_the_lines_that_a_span_touches() -> None:
    book = found().records["book"]
    assert [line.number for line in lines_at(book, [book.lines[1].span])] == [2]
    assert [line.number for line in lines_at(book, [Span(0, len(book.text))])] == [1, 2]


def test_what_is_not_in_the_case_is_left_out() -> None:
    case = cases.quay()
    few = index(case.records[:3], case.attributions, case.trace)
    assert few.attributions == {} or all(a.record in few.records for a in few.attributions.values())
