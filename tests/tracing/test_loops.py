from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Link, Span
from firsthand.tracing.ground import Ground
from firsthand.tracing.loops import cited, closed, loops
from tests.tracing.cases import report, traced

RECORDS = {
    "a1": report("a1", outlet="Echo", published="2024-05-01T09:00:00Z"),
    "b1": report("b1", outlet="Courier", published="2024-05-02T09:00:00Z"),
    "a2": report("a2", outlet="Echo", published="2024-05-03T09:00:00Z"),
    "c1": report("c1", outlet="Blog", published="2024-05-04T09:00:00Z"),
}


def test_two_that_cite_each_other_over_editions_are_a_circle() -> None:
    (found,) = loops(RECORDS, [("b1", "a1"), ("a2", "b1")])
    assert set(found.nodes) == {"b1", "a2"}
    assert "Courier" in found.note
    assert "Echo" in found.note


def test_two_that_cite_each_other_without_an_edition_are_a_circle_against_time() -> None:
    (found,) = loops(RECORDS, [("b1", "a1"), ("a1", "b1")])
    assert set(found.nodes) == {"a1", "b1"}
    assert "Echo, 2024-05-01 is dated before what it cites" in found.note


def test_a_circle_over_editions_is_left_open() -> None:
    for steps, shut in (([("b1", "a1"), ("a2", "b1")], False), ([("b1", "a1"), ("a1", "b1")], True)):
        (found,) = loops(RECORDS, steps)
        assert closed(found, steps) is shut


def test_a_link_to_a_later_report_is_citing_against_time() -> None:
    early = report("early", "The lock jammed, see the Courier.", published="2024-05-01")
    late = report("late", "The lock jammed, the early Gazette reported.", published="2024-05-04")
    early = replace(early, links=(Link(Span(0, 8), late.url),))
    assert cited(Ground([early, late], [], []), []) == [("early", "late")]
    (found,) = traced([early, late]).loops
    assert set(found.nodes) == {"early", "late"}


def test_citing_in_a_line_is_no_circle() -> None:
    assert loops(RECORDS, [("b1", "a1"), ("c1", "b1")]) == []


def test_a_later_edition_that_cites_its_own_outlet_is_no_circle() -> None:
    assert loops(RECORDS, [("a2", "a1")]) == []


@given(st.lists(st.tuples(st.sampled_from(sorted(RECORDS)), st.sampled_from(sorted(RECORDS))), max_size=12))
def test_each_circle_is_told_once_and_closes(steps: list[tuple[str, str]]) -> None:
    found = loops(RECORDS, steps)
    assert len({frozenset(RECORDS[n].outlet for n in f.nodes) for f in found}) == len(found)
    assert all(len(f.nodes) > 1 for f in found)
