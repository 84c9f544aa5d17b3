"""Workbooks: tables of lines and of articles, sheet by sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import Unreadable
from firsthand.model import Span
from firsthand.records.document import Document, Member, Unread
from firsthand.records.formats import xlsx as format
from firsthand.records.intake import read
from tests.records.formats.making import RELATIONS, R, picture, unmarked, zipped
from tests.records.formats.ways import WORDS, words

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts>'
    '<numFmt numFmtId="165" formatCode="[$-F800]dd\\.mm\\.yyyy\\ hh:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)


def shared(text: str) -> str:
    """A string of the shared ones, in two runs, with how it is pronounced."""
    runs = "".join(
        f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(each)}</t></r>' for each in (text[:1], text[1:])
    )
    return f"<si>{runs}<rPh sb='0' eb='1'><t>aloud</t></rPh></si>"


def cell(place: str, value: str, kind: str = "n", style: int = 0) -> str:
    if kind == "inlineStr":
        return f'<c r="{place}" t="{kind}"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}" t="{kind}" s="{style}"><v>{escape(value)}</v></c>'


def sheet(*rows: str, after: str = "") -> str:
    inside = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData>{after}</worksheet>'


def lettered(*values: str, row: int) -> str:
    """A row of words that stand in the sheet itself."""
    return "".join(cell(f"{'ABCDEF'[n]}{row}", value, "inlineStr") for n, value in enumerate(values) if value)


def book(sheets: Mapping[str, str], strings: str = "", **parts: str | bytes) -> bytes:
    """A workbook; a sheet whose name begins with a dot is hidden."""
    states = {name: "hidden" if name.startswith(".") else "visible" for name in sheets}
    listed = "".join(
        f'<sheet name="{name.lstrip(".")}" r:id="r{n}" state="{state}"/>'
        for n, (name, state) in enumerate(states.items())
    )
    leads = "".join(
        f'<Relationship Id="r{n}" Type="{R}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(len(sheets))
    )
    leads += f'<Relationship Id="t" Type="{R}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    leads += f'<Relationship Id="u" Type="{R}/styles" Target="styles.xml"/>'
    named = {key.replace("__", "/").replace("_DOT_", "."): value for key, value in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{leads}</Relationships>',
            "xl/styles.xml": STYLES,
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        }
        | {f"xl/worksheets/sheet{n}.xml": inside for n, inside in enumerate(sheets.values())}
        | named
    )


SAMPLE = book(
    {
        "Notebook": sheet(
            cell("A1", "0", "s") + cell("B1", "1", "s"),
            cell("A2", "2", "s") + cell("B2", "It rains & rains.", "inlineStr"),
            cell("A3", "3", "s") + cell("B3", "The end.", "str"),
        )
    },
    "".join(map(shared, ("original", "translation (English)", "비가 온다.", "끝"))),
)


def documents(data: bytes) -> list[Document]:
    return [each for each in format.read(data) if isinstance(each, Document)]


def test_a_sheet_of_lines_is_a_record_with_its_translation() -> None:
    original, translation = documents(SAMPLE)
    assert (original.part, original.kind, words(original)) == (
        "column original",
        "transcription",
        ["비가 온다.", "끝"],
    )
    assert (translation.of, translation.language) == ("column original", "en")
    assert words(translation) == ["It rains & rains.", "The end."]
    assert original.inside == "xl/sharedStrings.xml + xl/worksheets/sheet0.xml"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_every_place_leads_back_to_the_string_of_its_cell(rows: list[tuple[str, str]]) -> None:
    strings = "".join(map(shared, ("original", "translation", *(first for first, _ in rows))))
    made = [cell("A1", "0", "s") + cell("B1", "1", "s")]
    made += [
        cell(f"A{n + 2}", str(n + 2), "s") + cell(f"B{n + 2}", second, "inlineStr")
        for n, (_, second) in enumerate(rows)
    ]
    whole = book({"Lines": sheet(*made)}, strings)
    for at, document in enumerate(documents(whole)):
        assert words(document) == [row[at] for row in rows]
        inside = format.opened(whole, document.inside)
        for line in document.lines:
            place = document.offsets.back(line.span) or (0, 0)
            assert unmarked(inside[slice(*place)], {}) == document.text[slice(*line.span)]


def test_dates_numbers_and_merged_cells_of_articles_are_what_the_sheet_shows() -> None:
    rows = (
        lettered("outlet", "published", "copies", "checked", "text", row=1),
        lettered("Gazette", row=2)
        + cell("B2", "45689", style=1)
        + cell("C2", "7.0")
        + cell("D2", "1", "b")
        + cell("E2", "The bridge is safe.", "inlineStr"),
        cell("B3", "45690.604166666664", style=2) + cell("E3", "It_x000D_ is not._x0041_", "inlineStr"),
    )
    first, second = documents(
        book({"Press": sheet(*rows, after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')})
    )
    assert (first.part, first.outlet, first.published) == ("row 2", "Gazette", "2025-02-01")
    assert (first.extra["copies"], first.extra["checked"]) == ("7", "TRUE")
    assert (second.part, second.outlet, second.published) == ("row 3", "Gazette", "2025-02-02T14:30")
    assert second.text == "It\r is not.A"


def test_sheets_are_told_apart() -> None:
    lines = sheet(lettered("page", "Korean", "English", row=1), lettered("3r", "비", "rain", row=2))
    other = sheet(lettered("Ask Ann", row=1))
    found = format.read(book({"One": lines, "Two": lines, "Empty": sheet(), "Memo": other}))
    assert [each.part for each in found] == [
        "One, column Korean", "One, column English", "Two, column Korean", "Two, column English",
        "sheet Memo",
    ]  # fmt: skip
    assert isinstance(found[3], Document) and found[3].of == "Two, column Korean"
    assert isinstance(found[4], Unread) and "its columns are Ask Ann" in found[4].what


def told(found: Sequence[Document | Member | Unread]) -> list[tuple[str, str, bool]]:
    return [(each.part, each.what, each.noted) for each in found if isinstance(each, Unread)]


def test_what_is_hidden_in_a_workbook_is_read_and_told() -> None:
    rows = (lettered("page", "Korean", "English", row=1), lettered("3r", "비", "rain", row=2))
    row = '<row r="3" hidden="1">' + lettered("3v", "눈", "snow", row=3) + "</row>"
    empty = '<row r="9" hidden="1"/><row r="4" ht="0">' + lettered("4r", "해", "sun", row=4) + "</row>"
    columns = '<cols><col min="3" max="9" hidden="true"/></cols>'
    one = (
        sheet(*rows)
        .replace("</sheetData>", row + empty + "</sheetData>")
        .replace("<sheetData>", columns + "<sheetData>")
    )
    found = format.read(book({"One": one, ".Old": sheet(*rows), ".Lists": sheet(lettered("Ask Ann", row=1))}))
    assert words(found[0]) == ["비", "눈", "해"]
    assert [each.part for each in found if isinstance(each, Document)][2:] == [
        "Old, column Korean",
        "Old, column English",
    ]
    assert told(found) == [
        ("sheet One", "hidden in the workbook, and read with the rest: 2 rows (3, 4) and 1 column (C)", True),
        ("sheet Old", "hidden in the workbook, and read with the rest: the whole sheet", True),
        (
            "sheet Lists",
            "is hidden in the workbook, and has no columns of lines or of articles: its columns are Ask Ann",
            True,
        ),
    ]


def test_a_title_above_the_names_is_kept_and_a_heading_across_stands_in_the_original() -> None:
    rows = (
        lettered("Notebook A", row=1),
        lettered("no", "original", "translation", row=2),
        lettered("1", "비가 온다.", "Rain.", row=3),
        lettered("Day two", row=4),
    )
    merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A4:C4"/></mergeCells>'
    original, _ = documents(book({"A": sheet(*rows, after=merged)}))
    assert (words(original), original.extra["above the table"]) == (["비가 온다.", "Day two"], "Notebook A")


def test_formulas_show_their_last_value_and_those_without_are_told() -> None:
    rows = (
        lettered("original", "translation", row=1),
        '<c r="A2" t="str"><f>A9</f><v>Rain.</v></c><c r="B2"><f>B9</f></c>',
        lettered("End.", "끝", row=3),
    )
    original, translation, told = format.read(book({"A": sheet(*rows)}))
    assert isinstance(original, Document) and words(original) == ["Rain.", "End."]
    assert isinstance(translation, Document) and words(translation) == ["끝"]
    assert isinstance(told, Unread) and "without a value, whose cells were left empty: 1" in told.what


def test_pictures_in_it_are_files_of_their_own() -> None:
    *_, last = format.read(book({"A": sheet(lettered("line", "text", row=1), lettered("1", "x", row=2))},
                                xl__media__image1_DOT_png=picture()))  # fmt: skip
    assert last == Member("xl/media/image1.png", "image1.png", picture())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"is an old Excel workbook \(XLS\)"),
        (b"line,original", "is no Excel workbook"),
        (zipped({"xl/workbook.bin": b""}), "is a binary workbook"),
        (book({"A": sheet(lettered("Hour", "Level", row=1))}), "its columns are Hour, Level"),
        (book({"A": sheet()}), "holds no words"),
        (book({"A": "<worksheet>"}), "not well formed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        format.read(data)


def test_it_is_told_from_other_archives() -> None:
    assert read(SAMPLE, "lines.xlsx").format == read(SAMPLE, "sent.zip").format == "xlsx"
    place = documents(SAMPLE)[0].offsets.back(Span(0, 1)) or (0, 0)
    assert format.opened(SAMPLE, documents(SAMPLE)[0].inside)[slice(*place)].decode() == "비"
