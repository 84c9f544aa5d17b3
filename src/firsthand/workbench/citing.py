"""How what a page shows is cited: its sheet, and with a record its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.dossier.citing import (
    Citation,
    Work,
    of_descent,
    of_line,
    of_passage,
    of_record,
    of_report,
    of_ruling,
    of_source,
    of_statement,
)
from firsthand.workbench.desk import Desk
from firsthand.workbench.passages import found
from firsthand.workbench.views import (
    DescentView,
    PassageView,
    RecordView,
    ReportView,
    RulingView,
    SourceView,
    StatementView,
)


def citations(desk: Desk, view: Any) -> Mapping[str, Citation]:
    """By anchor how to cite what a view shows; none where it shows no sheet that is cited."""
    front = desk.front()
    within = Work(front.title, front.made, front.version)
    return {each.anchor: each for each in _each(desk, view, within)}


def _each(desk: Desk, view: Any, within: Work) -> Iterator[Citation]:
    match view:
        case StatementView(statement=sheet):
            at = found(desk, sheet.said_at)
            yield of_statement(sheet, at[1] if at else None, within)
        case ReportView(report=sheet):
            yield of_report(sheet, within)
        case PassageView(anchor=anchor, words=words):
            if at := found(desk, view.report):
                yield of_passage(anchor, words, at[1], within)
        case RecordView(record=sheet):
            yield of_record(sheet, within)
            yield from (of_line(line, sheet, within) for line in sheet.lines)
        case SourceView(source=sheet):
            yield of_source(sheet, within)
        case DescentView(descent=sheet):
            yield of_descent(sheet, within)
        case RulingView(ruling=sheet):
            yield of_ruling(sheet, within)
