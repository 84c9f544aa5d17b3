"""Pages on which one thing is ruled on: what it is, and which judgements are open on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from firsthand.dossier.sheets import ReportSheet, Tag
from firsthand.ruled import GRADES
from firsthand.shelving import Row
from firsthand.workbench.desk import Asked, Desk, Missing, Recent
from firsthand.workbench.views import Ruled, RuleView

ALIKE = (
    ("same", "are one and the same"),
    ("different", "are two"),
    ("undecided", "cannot be told apart or together"),
)
READ = (
    ("accept", "It is right as it was read"),
    ("reject", "Nobody says this there"),
    ("correct", "It is otherwise: see below"),
    ("undecided", "I looked, and cannot tell"),
)
SAYING = (
    ("same", "says the same as"),
    ("different", "does not say the same as"),
    ("undecided", "cannot be told from"),
)
DESCENT = (("from", "was taken from"), ("not from", "was not taken from"), ("undecided", "cannot be told of"))
SUPPORT = (
    ("states", "the record states it, in"),
    ("implies", "the record implies it, in"),
    ("contradicts", "the record contradicts it, in"),
    ("silent", "the record is silent on it"),
)


def rulings(desk: Desk, asked: Asked) -> Ruled:
    """What people ruled."""
    return Ruled(tuple(desk.sheets.some("ruling")), desk.recent())


def rule(desk: Desk, asked: Asked) -> RuleView:
    """Something to be ruled on, by its anchor: a passage, a statement, a line of descent or a source."""
    sheet = desk.sheets.sheet(asked.name)
    if sheet is None and (home := desk.sheets.home(asked.name)):
        sheet = desk.sheets.sheet(home)
    if sheet is None or sheet[0].kind not in _OF:
        raise Missing(f"There is no {asked.name} to rule on in this case.")
    row, value = sheet
    return _OF[row.kind](desk, asked.name, row, value)


def _passage(desk: Desk, anchor: str, row: Row, report: ReportSheet) -> RuleView:
    tag = next((each for each in report.tags if each.anchor == anchor), None)
    if tag is None:
        raise Missing(f"Rule on a passage of {row.anchor}, or on where it was taken from.")
    words = " … ".join(report.text[start:end] for start, end in tag.spans)
    recent, source = desk.recent_at(report.id, tag.spans), _said_by(desk, tag)
    return _view(desk, recent, "attribution", anchor, words, report.language, tag.label, READ, source=source)


def _said_by(desk: Desk, tag: Tag) -> str:
    """The source as the statement's reading has it."""
    found = desk.sheets.sheet(tag.statement) if tag.statement else None
    rows = (row for family in found[1].families for row in family.rows) if found else ()
    return next((row.source for row in rows if row.anchor == tag.anchor), "")


def _statement(desk: Desk, anchor: str, row: Row, value: Any) -> RuleView:
    lines = tuple((line.anchor, f"line {line.number}") for line in value.lines)
    says, recent = value.says, desk.recent(anchor)
    return _view(desk, recent, "statement", anchor, says.text, says.language, value.state, SAYING, lines)


def _descent(desk: Desk, anchor: str, row: Row, told: Any) -> RuleView:
    ends = ((told.child_to, told.child), (told.parent_to or told.parent, told.parent))
    return _view(desk, desk.recent(anchor), "descent", anchor, row.title, "", told.certainty, DESCENT, ends)


def _source(desk: Desk, anchor: str, row: Row, value: Any) -> RuleView:
    others = tuple((name, name) for name in value.spellings)
    return _view(desk, desk.recent(anchor), "source", anchor, value.name, "", value.being, ALIKE, others)


_OF: Mapping[str, Callable[[Desk, str, Row, Any], RuleView]] = {
    "report": _passage,
    "statement": _statement,
    "descent": _descent,
    "source": _source,
}


def _view(
    desk: Desk,
    recent: tuple[Recent, ...],
    kind: str,
    anchor: str,
    words: str,
    language: str,
    told: str,
    judgements: tuple[tuple[str, str], ...],
    beside: tuple[tuple[str, str], ...] = (),
    source: str = "",
) -> RuleView:
    made = desk.front().entries
    return RuleView(kind, anchor, words, language, told, judgements, beside, source, recent, made)


CREDIBLE = tuple(
    (grade.value, f"{grade.value}: {meaning}") for grade, meaning in GRADES.items() if grade.value.isdigit()
)
RELIABLE = tuple(
    (grade.value, f"{grade.value}: {meaning}") for grade, meaning in GRADES.items() if grade.value.isalpha()
)
