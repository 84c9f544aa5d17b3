"""What people ruled, and where it stands open: those who differ side by side, and rulings without a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from firsthand.dossier.rulings import RulingNote
from firsthand.model import Judgement, Matter, Ruling, conflicts
from firsthand.model.rulings import MAY_BE, decided
from firsthand.ruled import GRADES, what
from firsthand.shelving import Row
from firsthand.workbench.desk import Asked, Desk
from firsthand.workbench.later import homes
from firsthand.workbench.views import Differing, Lost, Ruled, Side

_J, _M = Judgement, Matter
# What holds from the next trace if it is settled so.
EFFECTS: Mapping[tuple[Matter, Judgement], str] = {
    (_M.NAMES, _J.SAME): "What both say is then one source’s, and counts once.",
    (_M.NAMES, _J.DIFFERENT): "They are then two sources, and each counts for itself.",
    (_M.ATTRIBUTION, _J.ACCEPT): "It then counts as it was read.",
    (_M.ATTRIBUTION, _J.REJECT): "It is then nobody’s statement, and counts for no source.",
    (_M.ATTRIBUTION, _J.CORRECT): "It then counts with these words and this source.",
    (_M.ATTRIBUTION, _J.SPLIT): "Each part is then compared and counted by itself.",
    (_M.ATTRIBUTION, _J.MERGE): "They are then compared and counted as one.",
    (_M.ATTRIBUTION, _J.MISSED): "It is then compared and counted like what was read.",
    (_M.SAYING, _J.SAME): "Both are then readings of one statement.",
    (_M.SAYING, _J.DIFFERENT): "They are then two statements, and neither is an origin of the other.",
    (_M.DESCENT, _J.FROM): "What the first has then goes back to the origins of the second.",
    (_M.DESCENT, _J.NOT_FROM): "The first then has what it says from somewhere else.",
    (_M.SUPPORT, _J.STATES): "The statement then stands in the record.",
    (_M.SUPPORT, _J.IMPLIES): "The record then bears the statement, and does not state it.",
    (_M.SUPPORT, _J.SILENT): "The statement then stands in no line of the record.",
    (_M.SUPPORT, _J.CONTRADICTS): "The record then stands against the statement.",
    (_M.REGION, _J.CORRECT): "The line is then shown, and where it is withheld blackened, there.",
}
GRADED = "The grade is shown wherever it stands; no verdict hangs on it."
OPEN = "It then stays open: what was proposed holds."
SHOWN = 50  # rulings of one page
LOST = 500  # rulings without a place that are told at once
PLACES = 3  # at which a ruling that has lost its own may be meant
RULABLE = re.compile(r"[SPD][0-9]+|R[0-9]+-a[0-9]+")  # what has a page to rule on it
# What somebody may rule who agrees with nobody, and needs to say nothing more for it.
FREE = (_M.NAMES, _M.SAYING, _M.DESCENT, _M.RELIABILITY, _M.CREDIBILITY)


def rulings(desk: Desk, asked: Asked) -> Ruled:
    """What people ruled; on what they differ, and what has lost its place, first."""
    later, start = desk.recent()[::-1], asked.number("start")
    recent = later[start : start + SHOWN]
    rows, laid = desk.sheets.rows("ruling", max(0, start - len(later)), SHOWN - len(recent))
    made = desk.clerk.rulings()
    undone = frozenset(each.undoes for each in made if each.undoes)
    lost = _notes(desk, desk.sheets.rows("ruling", 0, LOST, {"shape": "warn"})[0])
    return Ruled(
        _notes(desk, rows),
        recent,
        start,
        len(later) + laid,
        tuple(_differing(desk, group) for group in conflicts(made)),
        tuple(_lost(each) for each in lost if each.number not in undone),
        tuple(sorted(undone)),
    )


def _notes(desk: Desk, rows: Sequence[Row]) -> tuple[RulingNote, ...]:
    return tuple(desk.sheets.some("ruling", [row.anchor for row in rows]))


def waiting(desk: Desk) -> int:
    """On how many things people differ, and how many rulings have lost their place, as far as is known."""
    lost = dict(desk.sheets.choices("ruling", "shape")).get("warn", 0)
    return desk.clerk.once("differing", lambda made: len(conflicts(made))) + lost


def settles(group: Sequence[Ruling], choice: str, by: str) -> bool:
    """Whether others than ``by`` still differ from what was chosen: a judgement, or the ruling "J3"."""
    agreed = next((each for each in group if f"J{each.number}" == choice), None)
    others = (each for each in group if each.by.casefold() != by.casefold())
    if agreed is None:
        return any(each.judgement != choice for each in others)
    return any(decided(each) != decided(agreed) for each in others)


def _lost(note: RulingNote) -> Lost:
    at = (note.near or note.to)[:PLACES]
    return Lost(note, at, tuple(each for each in at if RULABLE.fullmatch(each)))


def _differing(desk: Desk, group: Sequence[Ruling]) -> Differing:
    told = desk.sheets.some("ruling", [f"J{each.number}" for each in group])
    notes: dict[int, RulingNote] = {each.number: each for each in told}
    matter = group[0].matter
    said = {each.judgement for each in group}
    free = MAY_BE[matter] if matter in FREE else _undecided(group)
    rest = tuple((str(each), _says(each)) for each in free if each not in said)
    return Differing(
        group[0].number,
        str(matter),
        tuple(_side(each, notes.get(each.number), group) for each in group),
        _touched(desk, group, notes),
        rest,
    )


def _undecided(group: Sequence[Ruling]) -> tuple[Judgement, ...]:
    """Left open is, without more words, only one attribution, or a line beside it."""
    first = group[0]
    if Judgement.UNDECIDED not in MAY_BE[first.matter]:
        return ()
    plain = len(first.on) == 1 if first.matter is Matter.ATTRIBUTION else len(first.on) > 1
    return (Judgement.UNDECIDED,) if plain else ()


def _says(judgement: Judgement) -> str:
    if judgement in GRADES:
        return f"{judgement}: {GRADES[judgement]}"
    return "it cannot be told: leave it open" if judgement is Judgement.UNDECIDED else str(judgement)


def _side(ruling: Ruling, note: RulingNote | None, group: Sequence[Ruling]) -> Side:
    alike = next(each.number for each in group if decided(each) == decided(ruling))
    effect = OPEN if ruling.judgement is Judgement.UNDECIDED else GRADED
    return Side(
        ruling.number,
        ruling.by,
        ruling.at,
        ruling.judgement,
        note.what if note else what(ruling),
        ruling.because,
        EFFECTS.get((ruling.matter, ruling.judgement), effect),
        alike,
    )


def _touched(desk: Desk, group: Sequence[Ruling], notes: Mapping[int, RulingNote]) -> tuple[Row, ...]:
    """The sheets on which that stands on which they differ, with their verdicts as they are."""
    told = (to for each in group if each.number in notes for to in notes[each.number].to)
    anchors = dict.fromkeys((*told, *(to for each in group for to in homes(desk.sheets, each))))
    found = (desk.sheets.sheet(anchor) for anchor in anchors)
    return tuple(sheet[0] for sheet in found if sheet)
