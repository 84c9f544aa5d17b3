"""Pages on which one thing is ruled on: what it is, and which judgements are open on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """Something to be ruled on, by its anchor: a passage, a statement, a line of descent or a source."""
    if PASSAGE.match(asked.name):
        return passages.passage(desk, asked)
    sheet = desk.sheets.sheet(asked.name)
    if sheet is None or sheet[0].kind not in _OF:
        raise Missing(f"There is no {asked.name} to rule on in this case.")
    row, value = sheet
    return _OF[row.kind](desk, asked.name, row, value)


def _statement(desk: Desk, anchor: str, row: Row, value: Any) -> RuleView:
    lines = tuple(
        (line.anchor, f"line {line.number}: {short(line.words.text, LONGEST)}") for line in value.lines
    )
    says, recent = value.says, desk.recent(anchor)
    return _view(desk, recent, "statement", anchor, says.text, says.language, value.state, SAYING, lines)


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
