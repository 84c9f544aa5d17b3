from __future__ import annotations

from firsthand.matching import align
from firsthand.model import Kind, Line, Match, MatchKind, Op, Place, RecordKind, Span
from firsthand.tracing.readings import Rows, generations, lines_said
from tests.builders import attribution, record, span
from tests.tracing.cases import report, statement, traced

FIRST = report("first", "“The gate had lost two bolts,” Oskar Vendt said.", published="2024-05-06T09:00:00Z")
SECOND = report("second", "“The gate had lost three bolts,” Oskar Vendt said.\nFirst Gazette", outlet="Mail")
MEMO = record(
    "The gate had lost two bolts.", id="memo", kind=RecordKind.PRIMARY, lines=(Line(1, Span(0, 28)),)
)


def test_lineage_gives_the_nearest_first() -> None:
    a, b = report("a", published="2024-05-06T09:00:00Z"), report("b", published="2024-05-06T10:00:00Z")
    found = traced([a, b])
    assert generations(found.descents) == {"b": [["a"]]}


def test_a_reading_lies_beside_that_of_the_parent_with_edits_from_upstream_to_here() -> None:
    said = [
        attribution(FIRST, "The gate had lost two bolts"),
        attribution(SECOND, "The gate had lost three bolts"),
    ]
    by_id, records = {a.id: a for a in said}, {"first": FIRST, "second": SECOND}
    top, below = Rows(records, by_id, {}, {"second": [["first"]]}, align).of(statement("S1", *said))
    assert (top.upstream, top.kind) == (None, None)
    assert (below.upstream_attribution, below.kind) == (said[0].id, MatchKind.ALTERED)
    (changed,) = [e for e in below.edits if e.op is Op.CHANGED]
    assert FIRST.text[slice(*changed.a)] == "two"
    assert SECOND.text[slice(*changed.b)] == "three"
    assert below.family == top.family == "first Gazette’s wording"


def test_without_a_parent_it_lies_beside_the_line_of_the_record() -> None:
    said = attribution(FIRST, "The gate had lost two bolts", kind=Kind.DIRECT)
    line = Place("memo", (Span(0, 28),), (1,))
    match = Match("m", Place("first", said.content), line, said.id, "", MatchKind.VERBATIM, (), 1.0)
    records = {"first": FIRST, "memo": MEMO}
    (found,) = Rows(records, {said.id: said}, lines_said([match], records), {}, align).of(
        statement("S1", said)
    )
    assert (found.upstream, found.kind) == (line, MatchKind.VERBATIM)
    assert found.family.startswith("the record")


def test_a_step_into_another_language_is_a_translation_without_edits() -> None:
    other = report("other", "Брама втратила два болти.", language="uk")
    said = [attribution(other, "Брама втратила два болти"), attribution(FIRST, "The gate had lost two bolts")]
    _, found = Rows(
        {"other": other, "first": FIRST}, {a.id: a for a in said}, {}, {"first": [["other"]]}, align
    ).of(statement("S1", *said))
    assert (found.kind, found.edits) == (MatchKind.TRANSLATION, ())
    assert found.family == "first Gazette’s wording"


def test_the_place_upstream_is_where_the_words_stand() -> None:
    said = [
        attribution(FIRST, "The gate had lost two bolts"),
        attribution(SECOND, "The gate had lost three bolts"),
    ]
    _, found = Rows(
        {"first": FIRST, "second": SECOND}, {a.id: a for a in said}, {}, {"second": [["first"]]}, align
    ).of(statement("S1", *said))
    assert found.upstream == Place("first", (span(FIRST.text, "The gate had lost two bolts"),))
