from __future__ import annotations

import csv as table
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from firsthand.dossier.exports.csv import COLUMNS, FORMULA, csv, safe
from tests.dossier import cases


def rows(data: bytes) -> list[dict[str, str]]:
    return list(table.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_row_a_reading() -> None:
    found = rows(csv(cases.quay().build()))
    assert [r["outlet"] for r in found] == [
        "Morning Wire", "Evening Echo", "Harbour Gazette", "Quay Radio", "Quay Radio",
    ]  # fmt: skip
    assert tuple(found[0]) == COLUMNS
    assert found[0]["reading"] == "“I was told to put all the lamps out,”"
    assert found[0]["quotation"] == "differs"


@given(st.text())
def test_no_cell_is_a_formula(cell: str) -> None:
    assert not safe(cell).lstrip(" ").startswith(FORMULA)
    assert safe(cell).removeprefix("'") in (cell, cell.removeprefix("'"))


def test_a_formula_in_a_report_is_text() -> None:
    assert safe("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert safe("  +1") == "'  +1"
    assert safe("a=b") == "a=b"
