"""Documents that are a table of an original and its translation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.records.document import Document
from firsthand.records.formats import docx as word_format
from firsthand.records.formats import odt as odt_format
from tests.records.formats.making import docx, leads_back, paragraph, run, unmarked
from tests.records.formats.test_docx import LINKS
from tests.records.formats.test_odt import odt
from tests.records.formats.ways import WORDS, words

RUSSIAN = ("Вода поднялась ещё на две ступени за ночь.", "Мост закрыли, и никто не знает, надолго ли.")
ENGLISH = ("The water came up two more steps during the night.", "They closed the bridge for good.")


def row(*cells: str, settings: Sequence[str] = ()) -> str:
    """A row of a Word table; a line break in a cell begins a paragraph."""
    given = [*settings, *[""] * len(cells)]
    made = ("".join(paragraph(run(line)) for line in cell.split("\n")) for cell in cells)
    inside = (f"<w:tc><w:tcPr>{g}</w:tcPr>{c}</w:tc>" for g, c in zip(given, made, strict=False))
    return f"<w:tr>{''.join(inside)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(data: bytes) -> list[Document]:
    return [each for each in word_format.read(data) if isinstance(each, Document)]


def test_names_over_the_columns_say_what_they_are_in_any_language_of_the_house() -> None:
    head = row("стор.", "Оригінал (корейська)", "Переклад українською")
    made = paragraph(run("Typed by A. Clerk")) + table(
        head, row("3", "오늘 편지를 썼다.", "Сьогодні написав листа.")
    )
    original, translation = read(docx(made))
    assert (original.kind, original.language, words(original)) == (
        "transcription",
        "ko",
        ["오늘 편지를 썼다."],
    )
    assert (translation.of, translation.language) == (original.part, "uk")
    assert [each.name for each in translation.lines] == ["3"]
    assert original.extra["beside the table"] == "Typed by A. Clerk"


def test_without_names_the_languages_tell_and_lines_in_a_cell_are_lines() -> None:
    original, translation = read(docx(table(row("\n".join(RUSSIAN), "\n".join(ENGLISH)))))
    assert (words(original), words(translation)) == (list(RUSSIAN), list(ENGLISH))
    assert "column 1 (ru) was taken for the original" in original.notes[0]


def test_a_table_goes_on_in_the_next_and_cells_merged_or_across_keep_their_place() -> None:
    head = row("page", "original", "translation")
    first = table(
        head,
        row("3r", "a", "b", settings=['<w:vMerge w:val="restart"/>']),
        row("", "c", "d", settings=["<w:vMerge/>"]),
        row("Day two", settings=['<w:gridSpan w:val="3"/>']),
    )
    original, translation = read(docx(first + paragraph(run("")) + table(head, row("4", "e", "f"))))
    assert words(original) == ["a", "c", "Day two", "e"]
    assert [each.name for each in original.lines] == ["3r", "3r", "", ""]
    assert [each.number for each in translation.lines] == [1, 2, 4]


@pytest.mark.parametrize(
    "inside",
    [
        paragraph(run(ENGLISH[0] * 3)) + table(row("Hour", "Level"), row("7", "12")),
        paragraph(run(ENGLISH[0] * 9)) + table(*map(row, RUSSIAN, ENGLISH)),
        table(row("original", "translation")),
        table(row(*ENGLISH), row(*ENGLISH)),
    ],
)
def test_a_document_with_an_ordinary_table_stays_one_text(inside: str) -> None:
    (document,) = read(docx(inside))
    assert document.part == "" and document.kind == ""


def test_an_opendocument_table_is_read_likewise() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(a)}{cell.format(b)}</table:table-row>"
        for a, b in zip(("original", *RUSSIAN), ("translation", *ENGLISH), strict=True)
    )
    original, translation = odt_format.read(odt(f"<table:table>{rows}</table:table>"))
    assert isinstance(original, Document) and isinstance(translation, Document)
    assert (words(original), words(translation)) == (list(RUSSIAN), list(ENGLISH))
    assert original.byline == "Ann Moll"


def linked(document: Document) -> list[tuple[str, str]]:
    return [(document.text[slice(*link.span)], link.url) for link in document.links]


def test_links_in_the_cells_stay_with_their_words() -> None:
    anchor = f'<w:hyperlink r:id="r1">{run("the Gazette")}</w:hyperlink>'
    plain = f"<w:tc>{paragraph(run(RUSSIAN[0]))}</w:tc>"
    cell = f"<w:tc>{paragraph(run('See '), anchor, run(' of today.'))}</w:tc>"
    head = row("original", "translation")
    data = docx(
        table(head, row(*"ab"), f"<w:tr>{plain}{cell}</w:tr>"), word___rels__document_DOT_xml_DOT_rels=LINKS
    )
    assert list(map(linked, read(data))) == [[], [("the Gazette", "https://gazette.example/a")]]


def test_links_of_an_opendocument_table_stay_too_over_two_lines_in_each() -> None:
    first, second = "Rain all <text:a xlink:href='https://a.example/'>day.", "At night</text:a> wind."
    cells = ("One.<text:line-break/>Two.", f"{first}<text:line-break/>{second}")
    inside = "".join(f"<table:table-cell><text:p>{each}</text:p></table:table-cell>" for each in cells)
    head = "".join(
        f"<table:table-cell><text:p>{each}</text:p></table:table-cell>"
        for each in ("original", "translation")
    )
    rows = f"<table:table-row>{head}</table:table-row><table:table-row>{inside}</table:table-row>"
    _, translation = odt_format.read(odt(f"<table:table>{rows}</table:table>"))
    assert isinstance(translation, Document)
    assert linked(translation) == [("day.", "https://a.example/"), ("At night", "https://a.example/")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_every_place_leads_back_to_the_same_words(pairs: list[tuple[str, str]]) -> None:
    data = docx(table(row("original", "translation"), *(row(*pair) for pair in pairs)))
    for at, document in enumerate(read(data)):
        assert words(document) == [pair[at] for pair in pairs]
        inside = word_format.opened(data, document.inside)
        leads_back(document, inside, lambda raw: unmarked(raw, {}))
        for each in document.lines:
            place = document.offsets.back(Span(each.span.start, each.span.end)) or (0, 0)
            assert unmarked(inside[slice(*place)], {}) == document.text[slice(*each.span)]
