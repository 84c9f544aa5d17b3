"""Plain text with and without a header."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document
from firsthand.records.formats import plain

DATA = Path(os.environ.get("FIRSTHAND_DATA", Path(__file__).parents[4] / "shared" / "data"))

REPORT = """---
outlet: Harbour Gazette
title: The bridge: is it safe?
published: 2025-02-01T10:00:00+00:00
byline: "Bosun"
desk: city
---
The bridge is safe, Ann Lee said.

More [in her letter](https://lee.example/letter).
"""


def only(data: bytes) -> Document:
    (document,) = plain.read(data)
    assert isinstance(document, Document)
    return document


def test_the_header_is_read_and_the_rest_of_each_line_is_its_value() -> None:
    document = only(REPORT.encode())
    assert document.outlet == "Harbour Gazette"
    assert document.title == "The bridge: is it safe?"
    assert document.byline == '"Bosun"'
    assert (document.published, document.dated_by) == ("2025-02-01T10:00:00+00:00", "header")
    assert document.extra == {"desk": "city"}


def test_marks_around_values_are_those_of_yaml_where_several_have_them() -> None:
    document = only(b"---\ntitle: \"The lock: shut\"\nauthor: 'Ann Moll'\ndate: 2025-02-01\n---\nIt was.")
    assert (document.title, document.byline) == ("The lock: shut", "Ann Moll")
    assert only(b'---\ntitle: "Nobody rang"\nauthor: Ann Moll\n---\nIt was.').title == '"Nobody rang"'


def test_the_text_is_what_follows_the_header_without_the_last_line_breaks() -> None:
    assert only(REPORT.encode()).text == REPORT.split("---\n", 2)[2].rstrip("\n")
    assert only(REPORT.replace("\n", "\r\n").encode()).text.startswith(
        "The bridge is safe, Ann Lee said.\r\n"
    )


def test_links_stay_in_the_text_and_are_noted_at_their_words() -> None:
    document = only(REPORT.encode())
    (link,) = document.links
    assert link.url == "https://lee.example/letter"
    assert document.text[link.span.start : link.span.end] == "in her letter"


def test_an_address_written_out_is_a_link_once() -> None:
    text = "See https://a.example/x. Or [here](https://b.example/y), or (https://c.example/z)."
    found = [(text[link.span.start : link.span.end], link.url) for link in plain.links(text)]
    assert found == [
        ("https://a.example/x", "https://a.example/x"),
        ("here", "https://b.example/y"),
        ("https://c.example/z", "https://c.example/z"),
    ]


def test_a_record_of_numbered_lines() -> None:
    data = "---\nkind: translation\ntranslation_of: r1\ntranslator: Ha Yun\n---\n1\tThe sea.\n2\tNo wind.\n"
    document = only(data.encode())
    assert (document.kind, document.of, document.by) == ("translation", "r1", "Ha Yun")
    lines = [(line.number, document.text[line.span.start : line.span.end]) for line in document.lines]
    assert lines == [(1, "The sea."), (2, "No wind.")]


def test_numbers_inside_a_report_are_no_lines_of_a_record() -> None:
    assert only(b"Casualties by year:\n\n2023\t4\n2024\t7\n").lines == ()
    assert [line.number for line in only(b"1\tOne.\n2\tTwo.\n").lines] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe sea was calm.\n---\nNobody came.",
        "---\nNote: a rule, not a header\n---\nNobody came.",
        "---\ntitle: never closed\nNobody came.",
        "Nobody came.\n---\ntitle: x\n---\n",
    ],
)
def test_what_is_no_header_stays_text(text: str) -> None:
    assert only(text.encode()).text == text.rstrip("\n")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Bridge closed\n\nIt was.", "Bridge closed"),
        ("Bridge closed for repairs\n\nIt was.", "Bridge closed for repairs"),
        ("\n\n  Bridge closed\n\n\nIt was.", "Bridge closed"),
        ("The bridge was closed.\n\nIt was.", ""),
        ("Bridge closed for repairs\nIt was.", ""),
    ],
)
def test_a_headline_is_a_title_and_stays_in_the_text(text: str, title: str) -> None:
    document = only(text.encode())
    assert (document.title, document.text) == (title, text)


def test_right_to_left_text_is_kept_as_received() -> None:
    text = "قال المتحدث: «الجسر آمن». \u200fנבדק אתמול."
    assert only(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x7fELF\x00\x01\x02\x00", "is not text: it holds NUL bytes"),
        (bytes(range(1, 30)) * 10, "is not text"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04....", "is a ZIP archive"),
    ],
)
def test_what_is_not_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        plain.read(data)


@given(
    st.text(alphabet="ab é가😀\n\t:-[]()", max_size=80),
    st.sampled_from(["", "---\ntitle: x\n---\n", "---\r\ntitle: x\r\n---\r\n", "\ufeff"]),
    st.data(),
)
def test_any_part_of_the_text_leads_to_its_bytes(body: str, head: str, data: st.DataObject) -> None:
    received = (head + body).encode()
    (document,) = plain.read(received)
    assert isinstance(document, Document)
    if document.text:
        start = data.draw(st.integers(0, len(document.text) - 1))
        end = data.draw(st.integers(start + 1, len(document.text)))
        low, high = document.offsets.back(Span(start, end)) or (0, 0)
        assert received[low:high].decode() == document.text[start:end]


FILES = sorted((DATA / "descent-dev").glob("t*/re*/*.txt"))


@pytest.mark.skipif(not FILES, reason="the development traditions are not on this machine (FIRSTHAND_DATA)")
def test_offsets_are_counted_as_the_scorers_count_them() -> None:
    for file in FILES:
        document = only(file.read_bytes())
        assert document.text == file.read_text("utf-8").split("---\n", 2)[2].rstrip("\n"), file


ARTICLE = DATA / "seed" / "article.txt"


@pytest.mark.skipif(
    not ARTICLE.exists(), reason="the founding document is not on this machine (FIRSTHAND_DATA)"
)
def test_the_founding_document_is_read_whole() -> None:
    document = only(ARTICLE.read_bytes())
    assert document.text == ARTICLE.read_text("utf-8").rstrip("\n")
    assert document.notes == ()


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        (
            "The gate was shut\nDaily Breakwater\n2025-11-05\n\nNobody came.",
            "The gate was shut",
            "2025-11-05",
        ),
        ("The gate was shut\n\n5 November 2025\n\nNobody came.", "The gate was shut", "5 November 2025"),
        ("Who shut the gate?\nNovember 5, 2025\nNobody came.", "Who shut the gate?", "November 5, 2025"),
        ("9 October 2025\n\nThe tide is high.\n", "9 October 2025", ""),
        ("The gate was shut.\n2025-11-05\n\nNobody came.", "", ""),
        ("The gate was shut\n2025-11-05\n2025-11-06\n\nNobody came.", "", ""),
        ("1\tThe gate was shut\n2\t2025-11-05\n", "", ""),
    ],
)
def test_a_day_below_the_headline_is_the_day_of_the_report(text: str, title: str, published: str) -> None:
    document = only(text.encode())
    assert (document.title, document.published, document.text.strip()) == (title, published, text.strip())
