from __future__ import annotations

from firsthand.model import Certainty, EvidenceKind, Line, Link, NodeKind, RecordKind, Span
from tests.builders import record
from tests.tracing.cases import BODY, edges, report, traced

WIRE = report("wire", outlet="Northgate Agency", published="2024-05-06T09:00:00Z")


def test_a_reprint_with_a_credit_line_descends_from_the_agency_and_says_why() -> None:
    copy = report("copy", BODY + "\nNorthgate / Mail", published="2024-05-06T11:00:00Z")
    found = traced([WIRE, copy])
    assert edges(found) == {("copy", "wire")}
    (line,) = found.descents
    assert line.certainty is Certainty.SHOWN
    assert {e.kind for e in line.evidence} == {EvidenceKind.CREDIT, EvidenceKind.WORDING, EvidenceKind.TIME}


def test_a_copy_without_credit_is_likely_not_shown() -> None:
    copy = report("copy", published="2024-05-06T11:00:00Z")
    (line,) = traced([WIRE, copy]).descents
    assert (line.child, line.parent, line.certainty) == ("copy", "wire", Certainty.LIKELY)


def test_of_two_like_parents_the_earlier_is_taken() -> None:
    copies = [report(f"c{hour}", published=f"2024-05-06T{hour}:00:00Z") for hour in (11, 12, 13)]
    assert edges(traced([WIRE, *copies])) == {(c.id, "wire") for c in copies}


def test_a_later_report_is_no_parent_and_no_child_of_one_that_names_its_outlet() -> None:
    late = report("late", outlet="Southgate Agency", published="2024-05-07T09:00:00Z")
    early = report("early", BODY + "\nSouthgate Agency", published="2024-05-06T09:00:00Z")
    assert edges(traced([late, early])) == {("early", _ghost(traced([late, early])))}


def _ghost(found: object) -> str:
    return next(n.id for n in found.nodes if n.kind is NodeKind.OUTLET)  # type: ignore[attr-defined]


def test_a_like_report_of_another_matter_and_year_is_not_joined() -> None:
    old = report(
        "old",
        "The upper gate at Hallen had lost two bolts, keeper Irma Toll told the {outlet} by telephone.",
        published="2019-05-06T09:00:00Z",
    )
    new = report("new", published="2024-05-06T09:00:00Z")
    assert edges(traced([old, new])) == set()


def test_editions_of_one_address_descend_from_the_earlier() -> None:
    first = report("first", outlet="Mail", url="https://mail.example/x", published="2024-05-06T09:00:00Z")
    later = report("later", outlet="Mail", url="https://mail.example/x", published="2024-05-06T15:00:00Z")
    assert edges(traced([first, later])) == {("later", "first")}


def test_a_link_leads_to_the_edition_that_was_there_and_is_likest() -> None:
    first = report("first", outlet="Mail", url="https://mail.example/x", published="2024-05-06T09:00:00Z")
    later = report(
        "later",
        "Later all was well in Brenning.",
        outlet="Mail",
        url="https://mail.example/x",
        published="2024-05-06T15:00:00Z",
    )
    link = (Link(Span(0, 3), "https://mail.example/x"),)
    reader = report(
        "reader",
        "See here. The lower gate had lost two bolts. So they say in Brenning.",
        links=link,
        published="2024-05-07T09:00:00Z",
    )
    assert ("reader", "first") in edges(traced([first, later, reader]))
    assert ("reader", "later") not in edges(traced([first, later, reader]))


def test_a_report_that_quotes_a_translation_descends_from_the_translation() -> None:
    page = "The pump has stopped again.\nWe go on with the lamps out tonight.\nNobody said why."
    spans = [Span(m, m + len(x)) for m, x in zip((0, 28, 65), page.split("\n"), strict=True)]
    lines = tuple(Line(n, s) for n, s in enumerate(spans, 1))
    original = record("펌프가 멎었다", id="r1", kind=RecordKind.PRIMARY, language="ko", outlet="")
    translation = record(
        page, id="r2", kind=RecordKind.TRANSLATION, of="r1", by="Ida Kell", outlet="", lines=lines
    )
    text = "The sailor wrote: “We go on with the lamps out tonight. Nobody said why.”"
    assert edges(traced([original, translation, report("paper", text)])) == {("paper", "r2")}


def test_the_translators_own_report_descends_from_both() -> None:
    original = record("펌프가 멎었다", id="r1", kind=RecordKind.PRIMARY, language="ko", outlet="")
    translation = record(
        "The pump stopped.", id="r2", kind=RecordKind.TRANSLATION, of="r1", by="Ida Kell", outlet=""
    )
    essay = report("essay", "I had the pages before me.", byline="Ida Kell")
    assert edges(traced([original, translation, essay])) == {("essay", "r1"), ("essay", "r2")}


def test_a_named_outlet_that_is_not_here_becomes_a_ghost() -> None:
    early = report("early", "The Morning Star has it that the gate jammed.", published="2024-05-06T09:00:00Z")
    late = report("late", "Nothing.", outlet="Morning Star", published="2024-05-09T09:00:00Z")
    found = traced([early, late])
    (line,) = found.descents
    parent = next(n for n in found.nodes if n.id == line.parent)
    assert (parent.name, parent.kind, parent.record) == ("Morning Star", NodeKind.OUTLET, "")


def test_the_order_in_which_records_came_does_not_matter() -> None:
    records = [WIRE, *(report(f"c{h}", published=f"2024-05-06T{h}:00:00Z") for h in (11, 12))]
    assert traced(records) == traced(records[::-1])
