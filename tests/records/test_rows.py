"""One article of many."""

from __future__ import annotations

import pytest

from firsthand.records.document import Document, Unread
from firsthand.records.offsets import OffsetMap
from firsthand.records.rows import article, known, text_column


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
