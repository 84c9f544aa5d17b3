from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.reports import segments, web
from firsthand.model import Attribution, Kind, Span
from firsthand.text import paragraphs
from tests import builders
from tests.dossier import cases

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda t: Span(min(t), max(t)))


@given(
    st.text("ab \n", min_size=1, max_size=40), st.lists(st.lists(spans, min_size=1, max_size=2), max_size=4)
)
def test_the_segments_are_the_paragraphs(text: str, found: list[list[Span]]) -> None:
    record = builders.record(text)
    own = [
        Attribution(str(n), record.id, Kind.DIRECT, tuple(m), quotes=tuple(m)) for n, m in enumerate(found)
    ]
    told = ["".join(text[s.start : s.end] for s in row) for row in segments(record, own)]
    assert told == [text[p.start : p.end] for p in paragraphs(text)]


def test_every_attribution_begins_and_ends_once_on_the_page() -> None:
    for case in (cases.quay(), cases.lone(), cases.crowd(20)):
        for report in case.build().reports:
            row = [s for p in report.paragraphs for s in p]
            everything = list(range(len(report.tags)))
            assert sorted(n for s in row for n in s.starts) == everything
            assert sorted(n for s in row for n in s.ends) == everything


@pytest.mark.parametrize("url", ["https://a.example/b?c=d", "HTTP://a.example", " http://a.example/ "])
def test_a_web_address_is_a_link(url: str) -> None:
    assert web(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example",
        "http://",
        "http://[",
        "",
    ],
)
def test_nothing_else_is_a_link(url: str) -> None:
    assert web(url) == ""


def test_a_report_says_from_whom_it_was_taken() -> None:
    sheet = next(r for r in cases.quay().build().reports if r.outlet == "Evening Echo")
    told = ["".join(p.text for p in s) for s in sheet.from_whom]
    again = "came out again in 71 of 100 redraws of the shared wordings"
    assert told == [f"Likely taken from Morning Wire: shared wording; {again}."]
