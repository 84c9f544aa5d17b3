"""CSV and TSV of a record line by line."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Unread
from firsthand.records.formats import linetable
from firsthand.records.intake import read
from tests.records.formats.ways import words

SAMPLE = 'line,original,translation (English)\n1,비가 온다.,"It ""rains""."\n2,끝,\n3,,The end.\n'


def documents(data: str) -> list[Document]:
    return [each for each in linetable.read(data.encode()) if isinstance(each, Document)]


def test_the_original_is_the_record_and_every_other_column_a_translation_of_it() -> None:
    original, translation = documents(SAMPLE)
    assert (original.part, original.kind, original.of) == ("column original", "transcription", "")
    assert (translation.kind, translation.of) == ("translation", "column original")
    assert translation.language == "en"
    assert words(original) == ["비가 온다.", "끝"]
    assert words(translation) == ['It "rains".', "The end."]
    assert [each.number for each in translation.lines] == [1, 3]
    place = translation.offsets.back(Span(0, 11))
    assert place
    assert SAMPLE.encode()[slice(*place)] == b'It ""rains"".'


def test_lines_counted_anew_on_each_page_keep_their_names() -> None:
    original, _ = documents("page\tline\tKorean\tEnglish\n3\t1\t비\train\n4\t1\t끝\tend\n")
    assert [(each.number, each.name) for each in original.lines] == [(1, "3.1"), (2, "4.1")]
    assert (original.language, original.kind) == ("ko", "transcription")


def test_translators_and_languages_stand_in_the_names_of_columns() -> None:
    found = documents("original text,translation by A. Clerk,translation uk\nа,b,в\n")
    assert [(each.by, each.language) for each in found] == [("", ""), ("A. Clerk", ""), ("", "uk")]


def test_a_table_of_translations_alone_belongs_to_a_record_elsewhere() -> None:
    (only,) = documents("line,translation\n1,Rain.\n")
    assert (only.kind, only.of) == ("translation", "")


@pytest.mark.parametrize(
    "head, format",
    [
        ("line,original,translation", "line-table"),
        ("line;text;translation", "line-table"),
        ("page,original,English,Ukrainian", "line-table"),
        ("title,text", "table"),
        ("id,title,text,translation", "table"),
        ("outlet,published,text,language", "table"),
    ],
)
def test_tables_of_lines_and_of_articles_are_told_apart(head: str, format: str) -> None:
    row = head.replace("line", "1")
    assert read(f"{head}\n{row}\n".encode(), "t.csv").format == format


@pytest.mark.parametrize(
    "written", ["", "line,original,translation\n", "line,original,translation\n1,,\n", "a,b\n1,2\n"]
)
def test_a_table_without_lines_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        linetable.read(written.encode())


def test_an_empty_column_costs_only_itself() -> None:
    found = linetable.read(b"line,original,translation\n1,Rain.,\n")
    assert [type(each) for each in found] == [Document, Unread]


CELL = st.text(alphabet='ab,"\n가😐', min_size=1, max_size=8).filter(lambda text: text.strip() == text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5))
def test_what_the_csv_module_writes_is_read_and_leads_to_its_bytes(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([("original", "translation"), *rows])
    data = out.getvalue().encode()
    for at, document in enumerate(documents(out.getvalue())):
        assert words(document) == [row[at] for row in rows]
        for each in document.lines:
            place = document.offsets.back(each.span)
            assert place
            written = data[slice(*place)].decode()
            assert written.replace('""', '"') == document.text[slice(*each.span)]
