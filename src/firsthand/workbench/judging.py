"""Pages on which one thing is ruled on: what it is, and which judgements are open on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from firsthand.dossier.phrases import short
from firsthand.ruled import GRADES
from firsthand.shelving import Row
from firsthand.workbench import passages
from firsthand.workbench.desk import Asked, Desk, Missing
from firsthand.workbench.later import Recent
from firsthand.workbench.places import PASSAGE
from firsthand.workbench.views import PassageView, RuleView

LONGEST = 80  # characters of a line that is offered
BEGINNING = 400  # characters of a report by which others are near it
OFFERED = 12  # statements or reports that one may be ruled on beside
ALIKE = (
    ("same", "are one and the same"),
    ("different", "are two"),
    ("undecided", "cannot be told apart or together"),
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


def rule(desk: Desk, asked: Asked) -> RuleView | PassageView:
    """Something to be ruled on, by its anchor: a passage, a statement, a report, a line of descent or a
    source."""
    if PASSAGE.match(asked.name):
        return passages.passage(desk, asked)
    sheet = desk.sheets.sheet(asked.name)
    if sheet is None or sheet[0].kind not in _OF:
        raise Missing(f"There is no “{asked.name}” to rule on in this case.")
    row, value = sheet
    made = _OF[row.kind](desk, asked.name, row, value)
    if row.kind not in ("statement", "report"):
        return made
    like = asked.words.get("like", "")[:400].strip()
    return replace(made, like=like, others=_others(desk, row, value, like))


def _others(desk: Desk, row: Row, value: Any, like: str) -> tuple[Row, ...]:
    """What it may be ruled on beside: what was looked for by a label or by words, or what is near it."""
    if label := desk.sheets.sheet(_meant(desk, like)):
        found = [label[0]]
    elif like:
        hits = desk.sheets.search(like, OFFERED + 1, row.kind)
        found = [hit.row for hit in hits] or desk.sheets.near(like, row.kind, OFFERED + 1)
    else:
        words = f"{row.title} {value.text[:BEGINNING]}" if row.kind == "report" else value.says.text
        found = desk.sheets.near(words, row.kind, OFFERED + 1)
    others = (each for each in found if each.kind == row.kind and each.anchor != row.anchor)
    return tuple(others)[:OFFERED]


def _meant(desk: Desk, label: str) -> str:
    """The label of the statement that a passage makes; of other things their own."""
    there = passages.found(desk, label) if PASSAGE.match(label) else None
    return there[2].statement if there and there[2] else label


def _statement(desk: Desk, anchor: str, row: Row, value: Any) -> RuleView:
    lines = tuple(
        (line.anchor, f"line {line.number}: {short(line.words.text, LONGEST)}") for line in value.lines
    )
    says, recent = value.says, desk.recent(anchor)
    return _view(desk, recent, "statement", anchor, says.text, says.language, value.state, SAYING, lines)


def _report(desk: Desk, anchor: str, row: Row, value: Any) -> RuleView:
    told = ", ".join(filter(None, (value.outlet, value.date)))
    names = tuple((name, "") for name in passages.names(desk, value))
    return _view(desk, desk.recent(anchor), "report", anchor, row.title, row.language, told, DESCENT, names)


def _descent(desk: Desk, anchor: str, row: Row, told: Any) -> RuleView:
    ends = ((told.child_to, told.child), (told.parent_to or told.parent, told.parent))
    return _view(desk, desk.recent(anchor), "descent", anchor, row.title, "", told.certainty, DESCENT, ends)


def _source(desk: Desk, anchor: str, row: Row, value: Any) -> RuleView:
    near = (hit for hit in desk.sheets.named(value.name) if hit.row.anchor != anchor)
    others = {hit.spelling: f"{hit.row.title}, {hit.row.anchor}" for hit in near}
    beside = (*((name, anchor) for name in value.spellings), *others.items())
    return _view(
        desk, desk.recent_of(value.spellings), "source", anchor, value.name, "", value.being, ALIKE, beside
    )


_OF: Mapping[str, Callable[[Desk, str, Row, Any], RuleView]] = {
    "statement": _statement,
    "report": _report,
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
) -> RuleView:
    made = desk.front().entries
    return RuleView(kind, anchor, words, language, told, judgements, beside, recent, made)


CREDIBLE = tuple(
    (grade.value, f"{grade.value}: {meaning}") for grade, meaning in GRADES.items() if grade.value.isdigit()
)
RELIABLE = tuple(
    (grade.value, f"{grade.value}: {meaning}") for grade, meaning in GRADES.items() if grade.value.isalpha()
)
