"""A passage of a report, to be read and ruled on: what is said there, by whom, through whose hands."""

from __future__ import annotations

from firsthand.dossier.sheets import ReadingRow, ReportSheet, StatementSheet
from firsthand.dossier.tagged import Tag
from firsthand.shelving import Row
from firsthand.workbench.desk import Asked, Desk, Missing
from firsthand.workbench.forms import called
from firsthand.workbench.roles import Role
from firsthand.workbench.views import PassageView

NEAR = 12  # passages before and after it that one may be put together with
NAMES = 200  # people of the case whose names are suggested
SHORT = 60  # characters of a passage in a list


def found(desk: Desk, anchor: str) -> tuple[Row, ReportSheet, Tag | None] | None:
    """The report of this anchor, or the passage and the report that it stands in; None for other things."""
    sheet = desk.sheets.sheet(anchor)
    if sheet is None and (home := desk.sheets.home(anchor)):
        sheet = desk.sheets.sheet(home)
    if sheet is None or sheet[0].kind != "report":
        return None
    row, report = sheet
    return row, report, next((each for each in report.tags if each.anchor == anchor), None)


def passage(desk: Desk, asked: Asked) -> PassageView:
    """A passage of a report: its words, source and hands, the statement it is a reading of, the record."""
    row, report, tag = found(desk, asked.name) or (None, None, None)
    if row is None or report is None or tag is None:
        raise Missing(f"There is no passage {asked.name} in this case.")
    statement = _statement(desk, tag)
    return PassageView(
        anchor=tag.anchor,
        report=row.anchor,
        outlet=report.outlet,
        language=report.language,
        direction=report.direction,
        tag=tag,
        words=report.words(tag.spans),
        source=report.words([tag.source]) if tag.source else "",
        cue=report.words(tag.cue),
        hands=tuple(called(hand, report) for hand in tag.hands),
        reading=_reading(statement, tag),
        reports=statement.reports if statement else 0,
        lines=statement.lines if statement else (),
        beside=_beside(report, tag),
        names=names(desk, report) if asked.who.may(Role.REVIEWER) else (),
        recent=desk.recent_at(report.id, tag.spans),
        made=desk.front().entries,
    )


def _statement(desk: Desk, tag: Tag) -> StatementSheet | None:
    sheet = desk.sheets.sheet(tag.statement) if tag.statement else None
    return sheet[1] if sheet else None


def _reading(statement: StatementSheet | None, tag: Tag) -> ReadingRow | None:
    """What the passage is among the readings of its statement."""
    rows = (row for family in (statement.families if statement else ()) for row in family.rows)
    return next((row for row in rows if row.anchor == tag.anchor), None)


def _beside(report: ReportSheet, tag: Tag) -> tuple[tuple[str, str], ...]:
    """The passages near it, each with the words that it begins with."""
    at = report.tags.index(tag)
    near = (*report.tags[max(0, at - NEAR) : at], *report.tags[at + 1 : at + 1 + NEAR])
    return tuple((each.anchor, report.words(each.spans)[:SHORT]) for each in near)


def names(desk: Desk, report: ReportSheet) -> tuple[str, ...]:
    """Who may have said it: those whom this report names first, then those of the case."""
    known = desk.sheets.once("names", lambda: [r.title for r in desk.sheets.rows("source", 0, NAMES)[0]])
    return tuple(dict.fromkeys(filter(None, (*(tag.name for tag in report.tags), *known))))[:NAMES]
