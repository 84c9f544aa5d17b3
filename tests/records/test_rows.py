"""One article of many."""

from __future__ import annotations

from types import ModuleType

import pytest

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Unread
from firsthand.records.formats import jsonl, plain, table
from firsthand.records.offsets import OffsetMap
from firsthand.records.rows import article, known, rows, text_column


@pytest.mark.parametrize(
    ("names", "column"),
    [
        (["title", "Text"], "Text"),
        (["content", "body", "text"], "text"),
        (["paragraphs", "id"], "paragraphs"),
        (["story"], ""),
        ([], ""),
    ],
)
def test_the_most_explicit_name_is_the_text(names: list[str], column: str) -> None:
    assert text_column(names) == column


def test_names_of_ours_are_counted() -> None:
    assert known(["Title", "text", "desk"]) == 2


def test_a_row_without_text_is_no_document() -> None:
    assert article("row 3", [], " \n", OffsetMap(), ()) == Unread("row 3", "holds no text")


def test_a_second_text_is_kept_beside_the_first() -> None:
    document = article("row 1", [("body", "Other."), ("id", "7")], "One.", OffsetMap(), ("note",))
    assert isinstance(document, Document)
    assert document.extra == {"text": "Other.", "id": "7"}
    assert document.notes == ("note",)


def test_a_file_of_which_no_row_can_be_read_is_told_in_one_sentence() -> None:
    spoilt = [Unread("row 1", "is not valid JSON", "Mend it"), Unread("row 2", "holds no text")]
    with pytest.raises(Unreadable, match="no article that can be read: row 1 is not valid JSON") as why:
        rows(spoilt, "nothing")
    assert why.value.do == "Mend it"
    with pytest.raises(Unreadable, match="nothing"):
        rows([], "nothing")
    assert len(rows([*spoilt, Document(text="One.")], "nothing")) == 3


JSON = '{"kind": "identity paper", "title": "Permit", "name": ["Bo Ek"], "born": "1 Feb 1990", "number": 77}'
CSV = 'kind,title,name,born,number\nidentity paper,Permit,Bo Ek,1 Feb 1990,77\nreport,No,"A",,\n'
YAML = 'kind: identity paper\ntitle: "Permit"\nname: Bo Ek\nborn: 1 Feb 1990\nnumber: 77\n'


@pytest.mark.parametrize(
    ("form", "data"), [(jsonl, JSON), (table, CSV), (plain, YAML)], ids=["JSON", "CSV", "YAML"]
)
def test_an_identity_paper_may_be_described_by_fields(form: ModuleType, data: str) -> None:
    document = form.read(data.encode())[0]
    assert (document.kind, document.title) == ("identity paper", "Permit")
    for line in ("name: Bo Ek", "born: 1 Feb 1990", "number: 77"):
        assert line in document.text.split("\n")
    at = document.text.index("1 Feb 1990")
    start, end = document.offsets.back(Span(at, at + 10))
    assert data.encode()[start:end] == b"1 Feb 1990"


def test_a_row_of_no_paper_among_papers_is_told() -> None:
    _, other = table.read(CSV.encode())
    assert other.what.startswith("is of no identity paper")
