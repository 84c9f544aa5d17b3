from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Being, NodeKind, Source, Trace
from firsthand.tracing import TRACER
from tests.builders import attribution
from tests.tracing.cases import BODY, edges, report, statement, traced


def test_nothing_gives_nothing() -> None:
    assert traced([]) == Trace()
    assert TRACER


def test_one_report_alone_has_itself_and_the_outlets_that_it_names() -> None:
    paper = report(
        "paper", "The notebook says the pump stopped, the Port Office told Skarn Daily.", published=""
    )
    said = [attribution(paper, "the pump stopped", name="The notebook")]
    sources = [
        Source("n", "The notebook", Being.DOCUMENT, ("The notebook",), (said[0].id,)),
        Source("o", "Port Office", Being.BODY, ("Port Office",), (said[0].id,)),
        Source("d", "Skarn Daily", Being.OUTLET, ("Skarn Daily",), (said[0].id,)),
    ]
    found = traced([paper], [statement("S1", *said)], said, sources)
    assert {(n.name, n.kind) for n in found.nodes if not n.record} == {("Skarn Daily", NodeKind.OUTLET)}
    assert len(edges(found)) == 1
    assert found.notes


def test_a_hand_that_two_reports_name_is_a_node() -> None:
    papers = [
        report("one", "The Port Office said the pump stopped."),
        report("two", "Nobody was hurt, the Port Office said."),
    ]
    said = [
        attribution(papers[0], "the pump stopped", name="Port Office"),
        attribution(papers[1], "Nobody was hurt", name="Port Office"),
    ]
    office = Source("o", "Port Office", Being.BODY, ("Port Office",), tuple(a.id for a in said))
    found = traced(papers, [statement("S1", said[0]), statement("S2", said[1])], said, [office])
    assert [n.name for n in found.nodes if not n.record] == ["Port Office"]


def test_every_end_of_a_line_is_a_node() -> None:
    wire = report("wire", outlet="Northgate Agency", published="2024-05-06T09:00:00Z")
    copy = report("copy", BODY + "\nNorthgate / Skarn Daily", published="2024-05-06T11:00:00Z")
    found = traced([wire, copy])
    assert {end for edge in edges(found) for end in edge} <= {n.id for n in found.nodes}


def test_a_thousand_reprints_of_one_report_all_go_back_to_it() -> None:
    wire = report("wire", outlet="Northgate Agency", published="2024-05-06T09:00:00Z")
    copies = [report(f"c{n}", f"{BODY}\nNorthgate", published="2024-05-06T11:00:00Z") for n in range(300)]
    assert edges(traced([wire, *copies])) == {(c.id, "wire") for c in copies}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=120), st.sampled_from(["", "2024", "2024-05-06", "soon"])), max_size=4
    )
)
def test_any_texts_and_dates_give_an_answer_without_a_circle(given_records: list[tuple[str, str]]) -> None:
    records = [report(f"r{n}", text, published=day) for n, (text, day) in enumerate(given_records)]
    found = traced(records)
    up = {child: {p for c, p in edges(found) if c == child} for child, _ in edges(found)}
    for start in up:
        todo, seen = set(up[start]), set[str]()
        while todo:
            here = todo.pop()
            assert here != start
            seen.add(here)
            todo |= up.get(here, set()) - seen
