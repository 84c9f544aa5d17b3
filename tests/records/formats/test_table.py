"""CSV and TSV of articles."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Unread
from firsthand.records.formats import table


def documents(data: bytes) -> list[Document]:
    return [each for each in table.read(data) if isinstance(each, Document)]


def test_columns_are_taken_and_unknown_ones_kept() -> None:
    data = (
        "id,Title,text,Date published,publisher,author,desk\n"
        '7,"A ""safe"" bridge","It is safe.\nShe said.",2025-02-01,Gazette,Ann,city\n'
    )
    (document,) = documents(data.encode())
    assert (document.title, document.text) == ('A "safe" bridge', "It is safe.\nShe said.")
    assert (document.published, document.outlet, document.byline) == ("2025-02-01", "Gazette", "Ann")
    assert document.extra == {"id": "7", "desk": "city"}
    assert document.part == "row 1"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    data = f"title{delimiter}text\nBridge{delimiter}It is safe.\n"
    assert [(each.title, each.text) for each in documents(data.encode())] == [("Bridge", "It is safe.")]


def test_without_a_text_column_the_columns_are_named() -> None:
    with pytest.raises(Unreadable) as refusal:
        table.read(b"id,headline,story\n1,a,b\n")
    assert refusal.value.what == "has no text column: its columns are id, headline, story"
    assert '"text"' in refusal.value.do


def test_rows_that_cannot_be_read_are_refused_and_the_others_go_on() -> None:
    rows = table.read(b'title,text\nA,One.\nB,\nC\nD,"never closed\nE,Two.\n')
    assert [row.text for row in rows if isinstance(row, Document)] == ["One.", "Two."]
    refused = {row.part: row.what for row in rows if isinstance(row, Unread)}
    assert refused == {
        "row 2": "holds no text",
        "row 3": "has only 1 of 2 cells, and no text among them",
        "row 4": 'a cell begins with a quotation mark (") that is not closed',
    }


def test_cells_beyond_the_columns_are_kept() -> None:
    (document,) = documents(b"title,text\nA,One.,more\n")
    assert document.extra == {"column 3": "more"}


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(Unreadable, match="no rows"):
        table.read(b"title,text\n")


def test_a_huge_cell_is_read() -> None:
    assert len(documents(b"title,text\nA," + b"word " * 100_000 + b"\n")[0].text) == 500_000


@given(
    st.lists(st.text(alphabet='ab,"\n\ré가 ', min_size=1, max_size=20), max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_what_the_csv_module_writes_is_read_and_leads_to_its_bytes(
    texts: list[str], ending: str, data: st.DataObject
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=ending, quoting=csv.QUOTE_ALL)
    texts = [*texts, "é"]
    writer.writerows([["title", "text"], *(["t", text] for text in texts)])
    received = out.getvalue().encode()
    found = documents(received)
    assert [each.text for each in found] == [text for text in texts if text.strip()]
    for document in found:
        start = data.draw(st.integers(0, len(document.text) - 1))
        end = data.draw(st.integers(start + 1, len(document.text)))
        low, high = document.offsets.back(Span(start, end)) or (0, 0)
        assert received[low:high].decode().replace('""', '"') == document.text[start:end]


def test_rows_of_delimiters_alone_are_no_articles() -> None:
    found = table.read(b"title;text\nBridge;The bridge is safe.\n;\n;;;\nPier;The pier is closed.\n")
    assert [each.text for each in found if isinstance(each, Document)] == [
        "The bridge is safe.",
        "The pier is closed.",
    ]
    assert len(found) == 2
