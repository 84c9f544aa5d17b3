from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Line, RecordKind, Span
from firsthand.tracing.wording import LONGEST, Wording, key, longest_run, names_in, quoted_spans, units
from tests.builders import record
from tests.tracing.cases import report

WORDS = st.lists(st.sampled_from(["gate", "bolt", "diver", "barge", "lock", "dusk"]), max_size=12)


def test_number_words_and_figures_have_one_key() -> None:
    assert key("seventeen") == key("17")


def test_a_line_of_a_record_is_a_unit() -> None:
    memo = record("one\ntwo", kind=RecordKind.PRIMARY, lines=(Line(1, Span(0, 3)), Line(2, Span(4, 7))))
    assert [u.span for u in units(memo)] == [Span(0, 3), Span(4, 7)]


def test_a_sentence_in_quotation_marks_is_quoted() -> None:
    text = "“The gate had lost two bolts by then,” he said. The barge waited below the gate."
    assert [u.quoted for u in units(record(text))] == [True, False]
    assert quoted_spans(text)[0] == Span(0, text.index(" he said"))


def test_a_shared_sentence_is_echoed_both_ways() -> None:
    a = report("a", "The lower gate had lost two bolts. Nobody in Kolmar had seen it.")
    b = report("b", "Rain fell on Brenning. The lower gate had lost two bolts.")
    found = Wording([a, b], lambda i: i)
    there, back = found.echoes("a")["b"], found.echoes("b")["a"]
    assert [(e.unit.span, e.other.span) for e in there] == [(e.other.span, e.unit.span) for e in back]
    assert there[0].run == 7
    assert there[0].share == 1.0


def test_reports_without_anything_in_common_echo_nothing() -> None:
    a, b = report("a", "Bread rises slowly overnight."), report("b", "Trams were painted green again.")
    assert Wording([a, b], lambda i: i).echoes("a") == {}


def test_names_are_capitalised_words_inside_sentences() -> None:
    assert names_in("Yesterday the barge Tilda left Kolmar. Nobody saw Vendt's dog.") == {
        "tilda",
        "kolmar",
        "vendt",
    }


@given(WORDS, WORDS)
def test_the_longest_run_stands_in_both(a: list[str], b: list[str]) -> None:
    size, start = longest_run(a, b)
    run = a[start : start + size]
    assert not run or any(b[i : i + size] == run for i in range(len(b)))
    assert size == longest_run(b, a)[0]


@given(st.text(max_size=300))
def test_any_text_has_units_inside_it(text: str) -> None:
    for unit in units(record(text)):
        assert 0 <= unit.span.start < unit.span.end <= len(text)


def test_a_sentence_without_end_is_told_by_its_beginning() -> None:
    quoted = "“" + "the anchors of Brenning " * LONGEST + "”"
    assert [len(u.words) for u in units(record(quoted))] == [LONGEST]
