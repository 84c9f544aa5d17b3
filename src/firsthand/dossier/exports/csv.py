"""The readings as a table: one row a reading, safe to open in a spreadsheet."""

from __future__ import annotations

import csv as table
from collections.abc import Iterator
from io import StringIO

from firsthand.dossier.pieces import Tone
from firsthand.dossier.sheets import Dossier, ReadingRow, StatementSheet

COLUMNS = (
    "statement",
    "says",
    "verdict",
    "in_record",
    "family",
    "report",
    "outlet",
    "date",
    "language",
    "reading",
    "kind",
    "source",
    "inferred",
    "source_not_stated",
    "stance",
    "hedges",
    "quotation",
    "compared_with",
    "step",
    "drift",
    "hands",
)
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # spreadsheets run cells that begin so


def csv(dossier: Dossier) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets take it for a local encoding otherwise), CRLF (RFC 4180)."""
    out = StringIO(newline="")
    writer = table.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for statement in dossier.statements:
        writer.writerows([safe(cell) for cell in row] for row in _rows(statement))
    return out.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """``cell`` so that no spreadsheet takes it for a formula: an apostrophe is set before it (OWASP)."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def _rows(statement: StatementSheet) -> Iterator[list[str]]:
    for family in statement.families:
        for row in family.rows:
            head = [statement.anchor, statement.says.text, statement.state, _yes(statement.in_record)]
            yield [*head, family.name, *_cells(row)]


def _cells(row: ReadingRow) -> list[str]:
    return [
        row.report,
        row.outlet,
        row.date,
        row.language,
        "".join(p.text for p in row.words if p.tone is not Tone.DROPPED),
        row.kind,
        row.source,
        _yes(row.inferred),
        _yes(row.unstated),
        row.stance,
        "; ".join(row.hedges),
        row.check.word if row.check else "",
        row.check.against if row.check else "",
        row.step,
        "; ".join(d.kind for d in row.drifts),
        " < ".join(step.name for step in row.hands),
    ]


def _yes(value: bool) -> str:
    return "yes" if value else "no"
